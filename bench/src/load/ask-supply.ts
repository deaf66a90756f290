import { type Ask, dayOfTraffic } from '../traffic/day-of-traffic.ts'
import { type SeededRandom, seededRandom } from '../traffic/seeded-random.ts'

const usersOfADay = 1_000
// Old enough ones have left the cache of a long run; there are always some that have not.
const mostAnswered = 2_000

/**
 * What people ask, from replayed days: with the given probability something that was answered before (to that user, where an answer is one
 * user's alone), otherwise something that nobody has asked yet.
 */
export class AskSupply {
  readonly #hitRate: number
  readonly #random: SeededRandom
  readonly #asked = new Set<string>()
  readonly #answered: Ask[] = []
  #seed: number
  #day: Iterator<Ask>

  constructor({ hitRate, seed }: { hitRate: number; seed: number }) {
    this.#hitRate = hitRate
    this.#seed = seed
    this.#random = seededRandom(seed)
    this.#day = dayOfTraffic({ seed, users: usersOfADay }).values()
  }

  next(): Ask {
    if (this.#answered.length > 0 && this.#random.fraction() < this.#hitRate) return this.#random.pick(this.#answered)
    for (;;) {
      const ask = this.#nextOfDays()
      const key = keyOf(ask)
      if (this.#asked.has(key)) continue
      this.#asked.add(key)
      return ask
    }
  }

  /** From now on the cache has it. */
  answered(ask: Ask): void {
    this.#answered.push(ask)
    if (this.#answered.length > mostAnswered) this.#answered.splice(0, mostAnswered / 2)
  }

  #nextOfDays(): Ask {
    const { value, done } = this.#day.next()
    if (!done) return value
    this.#seed += 1
    this.#day = dayOfTraffic({ seed: this.#seed, users: usersOfADay }).values()
    return this.#nextOfDays()
  }
}

/** Two asks with the same key have the same answer. A list in another order is another key here, and at worst a hit more. */
function keyOf({ suggestion, userId, locale, context }: Ask): string {
  const whose = suggestion.cacheScope === 'user' ? userId : ''
  return JSON.stringify([suggestion.name, whose, locale, context])
}
