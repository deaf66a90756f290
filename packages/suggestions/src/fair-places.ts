import type { Product } from '@inkling/contracts'
import type { Places } from './ports.ts'

interface Waiting {
  admit(): void
}

/** At most `capacity` calls under way in this process. Those who wait are served product by product in turn, first come first within one. */
export class FairPlaces implements Places {
  readonly #capacity: number
  #taken = 0
  // A map keeps the order of insertion: the product served last goes to the end.
  readonly #queues = new Map<Product, Set<Waiting>>()
  // One of a product asks the gate for a place in the rate; the others wait behind it, so that nobody overtakes.
  readonly #lines = new Map<Product, FairPlaces>()

  constructor(capacity: number) {
    this.#capacity = capacity
  }

  /** Places taken, for metrics and for tests that look for leaks. */
  get taken(): number {
    return this.#taken
  }

  take(product: Product, signal: AbortSignal): Promise<{ free(): void } | undefined> {
    if (signal.aborted) return Promise.resolve(undefined)
    if (this.#taken < this.#capacity) return Promise.resolve(this.#occupy())
    return new Promise((resolve) => {
      const leave = () => {
        this.#remove(product, waiting)
        resolve(undefined)
      }
      const waiting: Waiting = {
        admit: () => {
          signal.removeEventListener('abort', leave)
          resolve(this.#occupy())
        },
      }
      signal.addEventListener('abort', leave, { once: true })
      const queue = this.#queues.get(product) ?? new Set()
      this.#queues.set(product, queue.add(waiting))
    })
  }

  waiting(product: Product): number {
    const line = this.#lines.get(product)
    return line === undefined ? 0 : line.#taken + (line.#queues.get(product)?.size ?? 0)
  }

  first(product: Product, signal: AbortSignal): Promise<{ free(): void } | undefined> {
    const line = this.#lines.get(product) ?? new FairPlaces(1)
    this.#lines.set(product, line)
    return line.take(product, signal)
  }

  #occupy(): { free(): void } {
    this.#taken++
    let held = true
    return {
      free: () => {
        if (!held) return
        held = false
        this.#taken--
        this.#admitNext()
      },
    }
  }

  #admitNext(): void {
    for (const [product, queue] of this.#queues) {
      const [next] = queue
      this.#queues.delete(product)
      if (!next) continue
      queue.delete(next)
      if (queue.size > 0) this.#queues.set(product, queue)
      next.admit()
      return
    }
  }

  #remove(product: Product, waiting: Waiting): void {
    const queue = this.#queues.get(product)
    queue?.delete(waiting)
    if (queue?.size === 0) this.#queues.delete(product)
  }
}
