import { type Database, sqlState } from './database.ts'
import { ensureDays, isoDay } from './partitions.ts'

const checkViolation = '23514'
const day = 86_400_000
// A day further away than this comes from an id that is no UUIDv7 or from a clock far off: no partition is made for it.
const plausibleDays = 366

/** Runs the insert; where a day's partition is missing, creates it and runs the insert once more. `now`: milliseconds since 1970. */
export async function withPartitions<Result>(
  database: Database,
  days: readonly string[],
  now: number,
  insert: () => Promise<Result>,
): Promise<Result> {
  try {
    return await insert()
  } catch (error) {
    const isMissing = sqlState(error) === checkViolation && error instanceof Error && error.message.includes('no partition of relation')
    if (!isMissing) throw error
    const first = isoDay(now - plausibleDays * day)
    const last = isoDay(now + plausibleDays * day)
    for (const missing of new Set(days)) {
      if (missing < first || missing > last) throw error
      await ensureDays(database, missing, missing)
    }
    return await insert()
  }
}
