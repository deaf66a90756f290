import { wasRolledBack } from './database.ts'

/** It was never sent: the database did not answer the group before it. */
export class NotSent extends Error {
  override readonly name = 'NotSent'
}

interface Waiting<Request, Result> {
  request: Request
  resolve: (result: Result) => void
  reject: (problem: unknown) => void
}

// A group holds the gate's lock for as long as it takes: some 0.2 ms a call.
const mostInGroup = 64

/**
 * Calls that come while one is under way go together in the next statement, which costs one round trip and one flush to disk for all of
 * them. A call that finds nothing under way goes at once, alone. Results come in the order of the calls.
 */
export class GroupCommit<Request, Result> {
  readonly #run: (requests: Request[]) => Promise<Result[]>
  #waiting: Waiting<Request, Result>[] = []
  #isRunning = false

  constructor(run: (requests: Request[]) => Promise<Result[]>) {
    this.#run = run
  }

  /** Rejects with what the statement did, or with {@link NotSent}. */
  call(request: Request): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject })
      if (!this.#isRunning) void this.#drain()
    })
  }

  async #drain(): Promise<void> {
    this.#isRunning = true
    while (this.#waiting.length > 0) await this.#runGroup(this.#waiting.splice(0, mostInGroup))
    this.#isRunning = false
  }

  async #runGroup(group: Waiting<Request, Result>[]): Promise<void> {
    try {
      const results = await this.#run(group.map(({ request }) => request))
      for (const [index, { resolve }] of group.entries()) resolve(results[index] as Result)
    } catch (problem) {
      // Nothing of the group was kept: one of them is at fault, and the others must not suffer for it.
      if (wasRolledBack(problem) && group.length > 1) {
        for (const one of group) await this.#runGroup([one])
        return
      }
      for (const { reject } of group) reject(problem)
      // Whoever waits has waited as long as a call may take.
      if (!wasRolledBack(problem)) this.#refuseWaiting()
    }
  }

  #refuseWaiting(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const { reject } of waiting) reject(new NotSent('the database does not answer'))
  }
}
