import { sql } from 'kysely'
import type { Database } from './database.ts'
import { dropPartitionsBefore, isoDay, oldestDay } from './partitions.ts'

export interface RetentionRun {
  /** UTC, `YYYY-MM-DD`. */
  day: string
  startedAt: Date
  /** Undefined: under way, its process ended, or a partition was in use; ten minutes after the start whoever looks next goes on. */
  finishedAt: Date | undefined
  firstDayKept: string
  /** Partitions dropped. */
  partitions: number
  /** Rows without a partition that were deleted: keys of exposures and marks of erasures. */
  keys: number
}

const day = 86_400_000
// Longer than any run takes: who has not finished by then is gone.
const abandonedMs = 10 * 60_000
// Few enough that no writer of exposures waits noticeably.
const keysPerBatch = 5_000

/**
 * The day's retention, once over all replicas: drops the partitions of days more than `days` old, and deletes what has no partition. `undefined`:
 * another process does it or has done it. What could not be dropped because a call or a vacuum used it is left, and the run unfinished: the next look
 * goes on. Memory and locks do not grow with the rows. `now`: milliseconds since 1970.
 */
export async function runRetention(database: Database, days: number, now: number): Promise<RetentionRun | undefined> {
  const today = isoDay(now)
  const firstDayKept = isoDay(now - days * day)
  if (!(await claim(database, today, firstDayKept, now))) return undefined
  const partitions = (await dropPartitionsBefore(database, firstDayKept)).length
  const keys = (await deleteKeys(database, firstDayKept)) + (await deleteMarks(database, firstDayKept))
  const oldest = await oldestDay(database)
  const isLeft = oldest !== undefined && oldest < firstDayKept
  const [row] = await database.kysely
    .updateTable('retention_runs')
    .set((build) => ({
      finished_at: isLeft ? null : new Date(now),
      partitions: build('partitions', '+', partitions),
      keys: build('keys', '+', keys),
    }))
    .where('day', '=', today)
    .returningAll()
    .execute()
  return row && describe(row)
}

/** The newest one; `undefined`: none yet. */
export async function lastRetention({ kysely }: Database): Promise<RetentionRun | undefined> {
  const row = await kysely.selectFrom('retention_runs').selectAll().orderBy('day', 'desc').limit(1).executeTakeFirst()
  return row && describe(row)
}

async function claim({ kysely }: Database, today: string, firstDayKept: string, now: number): Promise<boolean> {
  const row = await kysely
    .insertInto('retention_runs')
    .values({ day: today, started_at: new Date(now), first_day_kept: firstDayKept })
    .onConflict((conflict) =>
      conflict
        .column('day')
        .doUpdateSet({ started_at: new Date(now), first_day_kept: firstDayKept })
        .where('retention_runs.finished_at', 'is', null)
        .where('retention_runs.started_at', '<=', new Date(now - abandonedMs)),
    )
    .returning('day')
    .executeTakeFirst()
  return row !== undefined
}

async function deleteKeys({ kysely }: Database, firstDayKept: string): Promise<number> {
  let deleted = 0
  for (;;) {
    const { numAffectedRows } = await sql`
      delete from exposure_keys where ctid = any (array(
        select ctid from exposure_keys where seen_on < ${firstDayKept}::date limit ${sql.lit(keysPerBatch)} for update skip locked))`.execute(
      kysely,
    )
    deleted += Number(numAffectedRows)
    if (Number(numAffectedRows) < keysPerBatch) return deleted
  }
}

/** Rows from before an erasure that is older than everything kept cannot come back. */
async function deleteMarks({ kysely }: Database, firstDayKept: string): Promise<number> {
  const { numDeletedRows } = await kysely.deleteFrom('erasures').where('erased_at', '<', new Date(firstDayKept)).executeTakeFirst()
  return Number(numDeletedRows)
}

function describe(row: {
  day: string
  started_at: Date
  finished_at: Date | null
  first_day_kept: string
  partitions: number
  keys: number
}): RetentionRun {
  const { day, partitions, keys } = row
  return { day, partitions, keys, startedAt: row.started_at, finishedAt: row.finished_at ?? undefined, firstDayKept: row.first_day_kept }
}
