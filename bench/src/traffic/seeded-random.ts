/** A repeatable source of chance: the same seed gives the same draws on every machine. */
export interface SeededRandom {
  /** In [0, 1). */
  fraction(): number
  /** Whole, both ends included. */
  between(least: number, most: number): number
  pick<Value>(values: readonly Value[]): Value
  /** By weight; the weights need not sum up to one. */
  weighted<Value>(values: readonly (readonly [Value, number])[]): Value
  /** The first value is the most frequent: the n-th has the weight 1 / n^exponent. */
  zipf<Value>(values: readonly Value[], exponent: number): Value
}

/** Mulberry32: 32 bits of state, good enough for traffic and short enough to read. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0
  function fraction(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  function weighted<Value>(values: readonly (readonly [Value, number])[]): Value {
    let left = fraction() * values.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [value, weight] of values) {
      left -= weight
      if (left < 0) return value
    }
    return values.at(-1)![0]
  }
  return {
    fraction,
    weighted,
    between: (least, most) => least + Math.floor(fraction() * (most - least + 1)),
    pick: (values) => values[Math.floor(fraction() * values.length)]!,
    zipf: (values, exponent) => weighted(values.map((value, index) => [value, 1 / (index + 1) ** exponent] as const)),
  }
}
