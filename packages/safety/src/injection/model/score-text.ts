import { findBestWindow } from './best-window.ts'
import { readFeatures } from './features.ts'
import model from './weights.json' with { type: 'json' }

const weights = new Int8Array(Buffer.from(model.weights, 'base64'))

/**
 * How much the most suspicious part of a folded text resembles attacks, by a linear model over hashed features: below 0 not at all;
 * 1 refuses alone. What it was trained on stands in `README.md` beside this file. Linear in the length.
 */
export function scoreText(folded: string): number {
  const { tokens, buckets, ends } = readFeatures(folded)
  if (tokens === 0) return 0
  const sums = new Float64Array(tokens + 1)
  let sum = 0
  let at = 0
  for (let token = 0; token < tokens; token++) {
    for (const end = ends[token]!; at < end; at++) sum += weights[buckets[at]!]!
    sums[token + 1] = sum
  }
  const { score } = findBestWindow(sums, tokens)
  return (score * model.scale + model.bias) / model.refuseAt
}
