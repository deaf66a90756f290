/** Share of hits among the most recent answers of this process; a ring, so that it costs the same at any load. */
export class CacheHitWindow {
  readonly #ring: Uint8Array
  #next = 0
  #filled = 0
  #hits = 0

  constructor(size: number) {
    this.#ring = new Uint8Array(size)
  }

  add(hit: boolean): void {
    this.#hits += Number(hit) - (this.#ring[this.#next] ?? 0)
    this.#ring[this.#next] = Number(hit)
    this.#next = (this.#next + 1) % this.#ring.length
    this.#filled = Math.min(this.#filled + 1, this.#ring.length)
  }

  /** Between 0 and 1; 0 before the first answer. */
  rate(): number {
    return this.#filled === 0 ? 0 : this.#hits / this.#filled
  }
}
