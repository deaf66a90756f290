import { findBestWindow, type Window, windowNorm } from '../../packages/safety/src/injection/model/best-window.ts'
import { bucketBits, readFeatures } from '../../packages/safety/src/injection/model/features.ts'
import { createRandom } from './compose-texts.ts'

const buckets = 1 << bucketBits
const epochs = 12
const learningRate = 0.03
const biasRate = 0.002
const decay = 1e-4
/** Larger weights are cut: a byte then tells small ones apart, which are most. */
const largestWeight = 0.3

export interface Example {
  /** Buckets of all features, token by token. */
  features: Uint16Array
  /** Behind the last feature of each token. */
  ends: Uint32Array
  isAttack: boolean
  /** How much an error on it counts. */
  importance: number
}

export interface Weights {
  values: Float64Array
  bias: number
}

export function createExample(folded: string, isAttack: boolean, importance: number): Example {
  const { tokens, buckets, ends } = readFeatures(folded)
  return { features: buckets.slice(0, ends[tokens - 1] ?? 0), ends: ends.slice(0, tokens), isAttack, importance }
}

/**
 * A linear classifier with squared hinge loss, learnt by AdaGrad and averaged over the second half of the epochs. Of each text the
 * most suspicious window counts, as in use; of attacks the whole text in the first two epochs. Sums, products and roots alone, which
 * IEEE 754 fixes, in a fixed order: the same examples give the same weights on every machine.
 */
export function trainWeights(examples: readonly Example[]): Weights {
  const weights: Weights = { values: new Float64Array(buckets), bias: 0 }
  const average: Weights = { values: new Float64Array(buckets), bias: 0 }
  const squares = new Float64Array(buckets).fill(1e-3)
  const random = createRandom(7)
  const order = [...examples.keys()]
  const averaged = epochs / 2
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const index of order) learn(examples[index]!, weights, squares, epoch < 2)
    for (let bucket = 0; bucket < buckets; bucket++) {
      if (epoch >= averaged) average.values[bucket]! += weights.values[bucket]! / (epochs - averaged)
      weights.values[bucket]! *= 1 - decay
    }
    if (epoch >= averaged) average.bias += weights.bias / (epochs - averaged)
  }
  return average
}

function learn(example: Example, weights: Weights, squares: Float64Array, isEarly: boolean): void {
  const { features, ends, isAttack, importance } = example
  if (ends.length === 0) return
  const { score, from, to } = isEarly && isAttack ? wholeOf(example, weights) : bestOf(example, weights)
  const sign = isAttack ? 1 : -1
  const loss = Math.min(1, Math.max(0, 1 - sign * (score + weights.bias)))
  if (loss === 0) return
  const gradient = (sign * loss * importance) / windowNorm(to - from)
  for (let at = from === 0 ? 0 : ends[from - 1]!; at < ends[to - 1]!; at++) {
    const bucket = features[at]!
    squares[bucket]! += gradient * gradient
    weights.values[bucket]! += (learningRate * gradient) / Math.sqrt(squares[bucket]!)
  }
  weights.bias += biasRate * sign * loss * importance
}

function wholeOf({ features, ends }: Example, { values }: Weights): Window {
  const sum = features.reduce((total, bucket) => total + values[bucket]!, 0)
  return { score: sum / windowNorm(ends.length), from: 0, to: ends.length }
}

function bestOf({ features, ends }: Example, { values }: Weights): Window {
  const sums = new Float64Array(ends.length + 1)
  let at = 0
  for (const [token, end] of ends.entries()) {
    let sum = 0
    while (at < end) sum += values[features[at++]!]!
    sums[token + 1] = sums[token]! + sum
  }
  return findBestWindow(sums, ends.length)
}

/** What the weights say about an example, before any threshold. */
export const marginOf = (example: Example, weights: Weights): number =>
  example.ends.length === 0 ? weights.bias : bestOf(example, weights).score + weights.bias

/** One signed byte for each weight; `scale` times a byte is the weight. */
export function quantise({ values }: Weights): { bytes: Int8Array; scale: number } {
  const scale = largestWeight / 127
  return { bytes: Int8Array.from(values, (value) => Math.round(Math.max(-largestWeight, Math.min(largestWeight, value)) / scale)), scale }
}

function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[order[last], order[other]] = [order[other]!, order[last]!]
  }
}
