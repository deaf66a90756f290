import { startDeadline } from '../deadline.ts'
import { Delivery } from '../delivery.ts'
import type { CachedAnswer, Ports } from '../ports.ts'
import type { LookedUp } from '../request.ts'
import { lead } from './lead.ts'

/** Whether a stale answer may be shown at once while a new one is bought: for as long again as it was fresh. Later it is shown only for want of a better one. */
export function isShownWhileRefreshed(stale: CachedAnswer, state: LookedUp, now: number): boolean {
  return now < stale.freshUntil + state.suggestion.cacheSeconds * 1000
}

/** Buys what replaces a stale answer in the cache, after that was shown. One call for each key over all replicas, as for any flight. */
export class Refresher {
  readonly #ports: Ports
  readonly #timeoutMilliseconds: number
  readonly #keys = new Set<string>()

  constructor(ports: Ports, timeoutMilliseconds: number) {
    this.#ports = ports
    this.#timeoutMilliseconds = timeoutMilliseconds
  }

  /** Does nothing where the key is being refreshed already, here or elsewhere. */
  async refresh(state: LookedUp): Promise<void> {
    const { hash } = state.cacheKey
    if (this.#keys.has(hash)) return
    this.#keys.add(hash)
    const deadline = startDeadline(this.#ports.clock, this.#timeoutMilliseconds)
    try {
      const flight = await this.#ports.flights.join(hash, { maySpend: true })
      // Somebody else is at it, and nobody here waits.
      if (flight.role === 'follower') return void flight.events[Symbol.asyncIterator]().return?.()
      // An answer of its own: the request that set it off has shown, and paid for, another one.
      const own: LookedUp = { ...state, suggestionId: this.#ports.randomness.uuid(), stale: undefined, left: undefined }
      const { booked } = await lead(own, this.#ports, deadline, flight.leader, new Delivery(ignore, () => own.suggestionId))
      await booked
    } finally {
      deadline.clear()
      this.#keys.delete(hash)
    }
  }
}

const ignore = () => {}
