import { type Database, repeat, runRetention } from '@inkling/database'
import type { Clock } from '@inkling/suggestions/ports'

export interface RetentionDeskParts {
  database: Database
  clock: Clock
  /** How many days of history are kept. */
  days: number
  onProblem: (problem: unknown) => void
}

export interface RetentionDesk {
  /** The day's work, unless it is done or another replica is at it. Rejects while Postgres is away. */
  look(): Promise<void>
  close(): Promise<void>
}

// A new day is noticed within the hour; once the day's work is done, a look changes nothing.
const lookMilliseconds = 60 * 60 * 1000

/** Once a day over all replicas, what is older than the days that are kept is dropped. */
export function startRetentionDesk({ database, clock, days, onProblem }: RetentionDeskParts): RetentionDesk {
  async function look(): Promise<void> {
    await runRetention(database, days, clock.now())
  }

  return { look, ...repeat(clock, lookMilliseconds, look, onProblem) }
}
