import { type FeatureResult, GrowthBookClient, type UserContext } from '@growthbook/growthbook'
import { type FlagReach, flagReach } from './flag-reach.ts'
import type { Payload } from './payload.ts'

/**
 * One payload, ready to be evaluated. Every payload gets its own client: nothing of an older payload can remain in it, and a request that
 * has begun under one payload ends under it.
 */
export class PayloadSnapshot {
  readonly payload: Payload
  readonly #client: GrowthBookClient
  readonly #reach = new Map<string, FlagReach>()
  readonly #broken = new Set<string>()
  readonly #onProblem: (problem: string) => void

  constructor(payload: Payload, onProblem: (problem: string) => void) {
    this.payload = payload
    this.#client = new GrowthBookClient().initSync({ payload })
    this.#onProblem = onProblem
  }

  reach(key: string): FlagReach {
    let reach = this.#reach.get(key)
    if (reach === undefined) {
      reach = flagReach(this.payload.features, key)
      this.#reach.set(key, reach)
    }
    return reach
  }

  /** `undefined`: the flag is not set for this user, or its rules cannot be evaluated (reported once per payload). */
  evaluate(key: string, user: UserContext): FeatureResult<unknown> | undefined {
    if (!Object.hasOwn(this.payload.features, key)) return undefined
    try {
      return this.#client.evalFeature(key, user) as FeatureResult<unknown>
    } catch {
      // A targeting condition of the wrong shape makes the SDK throw; a flag of that kind is off, a request goes on.
      if (!this.#broken.has(key)) {
        this.#broken.add(key)
        this.#onProblem(`The flag ${key} cannot be evaluated and is off: a condition of its rules is malformed.`)
      }
      return undefined
    }
  }
}
