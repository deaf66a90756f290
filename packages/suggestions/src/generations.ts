/**
 * A bounded memory of two generations: what was not asked for during a whole one is forgotten with it, and nothing has to be ordered at each
 * look-up. It holds at most `capacity` entries and one.
 */
export class Generations<Value> {
  readonly #capacity: number
  #recent = new Map<string, Value>()
  #former = new Map<string, Value>()

  constructor(capacity: number) {
    this.#capacity = capacity
  }

  get(key: string): Value | undefined {
    const recent = this.#recent.get(key)
    if (recent !== undefined) return recent
    const former = this.#former.get(key)
    if (former !== undefined) this.set(key, former)
    return former
  }

  set(key: string, value: Value): void {
    this.#recent.set(key, value)
    if (this.#recent.size < this.#capacity / 2) return
    this.#former = this.#recent
    this.#recent = new Map()
  }

  get size(): number {
    return new Set([...this.#recent.keys(), ...this.#former.keys()]).size
  }
}
