/** Tokens in a window: a sentence or two, a paragraph; and the whole text. */
const windowLengths = [24, 96, Number.POSITIVE_INFINITY] as const
// Short texts would stand on a single word otherwise.
const smoothing = 20

export interface Window {
  score: number
  /** Tokens, end exclusive. */
  from: number
  to: number
}

/** What the sum of a window's weights is divided by: a root, so that length alone neither helps nor hurts. */
export const windowNorm = (length: number): number => Math.sqrt(length + smoothing)

/**
 * The window whose weights are the most suspicious: an order inside a long text counts as much as one alone.
 * `sums[i]` is the sum of the first `i` tokens' weights. Linear in the number of tokens.
 */
export function findBestWindow(sums: Float64Array, tokens: number): Window {
  let best: Window = { score: Number.NEGATIVE_INFINITY, from: 0, to: tokens }
  for (const wanted of windowLengths) {
    const length = Math.min(wanted, tokens)
    const norm = windowNorm(length)
    const stride = Math.max(1, length >> 2)
    for (let start = 0; ; start += stride) {
      const to = Math.min(tokens, start + length)
      const score = (sums[to]! - sums[to - length]!) / norm
      if (score > best.score) best = { score, from: to - length, to }
      if (to === tokens) break
    }
    if (wanted >= tokens) break
  }
  return best
}
