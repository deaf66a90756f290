import type { Ask } from '../traffic/day-of-traffic.ts'
import { seededRandom } from '../traffic/seeded-random.ts'
import type { AskSupply } from './ask-supply.ts'
import type { Seen } from './user.ts'

export interface LoadRun {
  seconds: number
  seen: Seen[]
  /** What asks ended with instead of an answer. */
  errors: Map<string, number>
}

// Between two asks of a person: they read, scroll, change a field.
const pause = { least: 1_000, most: 4_000 }

/** So many people at the same time, each with one ask under way or reading; what is asked in the warm-up does not count. */
export async function runLoad(options: {
  users: number
  warmUpMilliseconds: number
  milliseconds: number
  supply: AskSupply
  ask: (ask: Ask) => Promise<Seen>
}): Promise<LoadRun> {
  const { users, warmUpMilliseconds, milliseconds, supply, ask } = options
  const start = performance.now()
  const countFrom = start + warmUpMilliseconds
  const end = countFrom + milliseconds
  const run: LoadRun = { seconds: milliseconds / 1000, seen: [], errors: new Map() }

  async function person(index: number): Promise<void> {
    const random = seededRandom(index)
    // Nobody comes at the same instant.
    await wait(random.between(0, pause.most))
    while (performance.now() < end) {
      const counts = performance.now() >= countFrom
      const next = supply.next()
      try {
        const seen = await ask(next)
        if (seen.source === 'claude' && seen.reason === undefined) supply.answered(next)
        if (counts) run.seen.push(seen)
      } catch (error) {
        const message = (error as Error).message
        run.errors.set(message, (run.errors.get(message) ?? 0) + 1)
      }
      await wait(random.between(pause.least, pause.most))
    }
  }

  await Promise.all(Array.from({ length: users }, (_, index) => person(index)))
  return run
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
