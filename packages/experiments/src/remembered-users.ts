// Some 300 bytes each: 6 MB for the users of a busy quarter of an hour.
const defaultCapacity = 20_000

/**
 * What was found out about users, bounded. Two generations: what was not asked for during a whole one is forgotten with it, and nothing has
 * to be ordered at each look-up.
 */
export class RememberedUsers<Value> {
  readonly #capacity: number
  #recent = new Map<string, Value>()
  #former = new Map<string, Value>()

  constructor(capacity = defaultCapacity) {
    if (!Number.isInteger(capacity) || capacity < 2) throw new RangeError('The capacity must be a whole number from 2.')
    this.#capacity = capacity
  }

  get size(): number {
    return new Set([...this.#recent.keys(), ...this.#former.keys()]).size
  }

  /** What is remembered under that key, or what `create` makes. */
  get(key: string, create: () => Value): Value {
    const recent = this.#recent.get(key)
    if (recent !== undefined) return recent
    const value = this.#former.get(key) ?? create()
    if (this.#recent.size >= this.#capacity / 2) {
      this.#former = this.#recent
      this.#recent = new Map()
    }
    this.#recent.set(key, value)
    return value
  }
}
