export interface Seeded {
  /** Evenly distributed in [0, 1). */
  fraction(): number
  pick<Item>(items: readonly Item[]): Item
}

/** Mulberry32: small, well mixed, the same on every machine. */
export function seeded(seed: number): Seeded {
  let state = seed >>> 0
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return { fraction, pick: (items) => items[Math.floor(fraction() * items.length)]! }
}
