import type { ExposureRecord } from '@inkling/suggestions/ports'

// About 150 bytes an entry: 8 MB, and room for the users of a busy hour.
const defaultCapacity = 50_000

/**
 * Remembers which user has been seen in which variation, so that the records hear of it once. It forgets the least recently seen when it
 * is full, and everything on restart: the database's key is what makes an exposure unique for good.
 */
export class ExposureDeduplication {
  readonly #capacity: number
  // A Map keeps the order of insertion: the first key is the one that was not seen for the longest time.
  readonly #seen = new Map<string, true>()

  constructor(capacity = defaultCapacity) {
    if (!Number.isInteger(capacity) || capacity < 1) throw new RangeError('The capacity must be a positive whole number.')
    this.#capacity = capacity
  }

  get size(): number {
    return this.#seen.size
  }

  /** `true` the first time, and again only after it was forgotten. */
  isFirst({ userKey, experimentId, variationId }: Pick<ExposureRecord, 'userKey' | 'experimentId' | 'variationId'>): boolean {
    // The lengths keep ("ab", "c") and ("a", "bc") apart.
    const key = `${userKey.length}:${userKey}${experimentId.length}:${experimentId}${variationId}`
    const first = !this.#seen.delete(key)
    this.#seen.set(key, true)
    if (this.#seen.size > this.#capacity) {
      const [oldest] = this.#seen.keys()
      if (oldest !== undefined) this.#seen.delete(oldest)
    }
    return first
  }
}
