import type { Product } from '@inkling/contracts'

export interface RateLine {
  /** Callers before it. With any, it is not granted: `retryAfterMs` says when its turn can come. */
  ahead: number
  /** Callers behind it. */
  behind: number
  /** Milliseconds for which it can wait. */
  patienceMs: number
}

/** A fair queue for the calls that are under way: products take turns. */
export interface Places {
  /** `undefined`: none became free before the signal was aborted. The caller must `free` it exactly once. */
  take(product: Product, signal: AbortSignal): Promise<{ free(): void } | undefined>
  /** Callers of the product who wait for the rate, the first one included. */
  waiting(product: Product): number
  /** Waits to be the first of the product's callers who wait for the rate; as for `take`. */
  first(product: Product, signal: AbortSignal): Promise<{ free(): void } | undefined>
}
