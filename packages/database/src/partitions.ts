import { sql } from 'kysely'
import type { Database } from './database.ts'

const day = 86_400_000
// A replica that cannot reach Postgres' owner for two weeks still finds its partitions; a partition costs nothing while it is empty.
const daysAhead = 14
const partitionTimeoutMs = 30_000
const partitionName = /^(attempts|events|experiment_viewed|served_answers|security_events)_(\d{4})(\d{2})(\d{2})$/

/** Creates the partitions from yesterday to two weeks ahead of `now` (milliseconds since 1970) where they are missing; how many. */
export async function createPartitions(database: Database, now: number, ahead = daysAhead): Promise<number> {
  return ensureDays(database, isoDay(now - day), isoDay(now + ahead * day))
}

/** Creates the partitions of these days (`YYYY-MM-DD`), both inclusive, where they are missing; how many. */
export async function ensureDays(database: Database, first: string, last: string): Promise<number> {
  const rows = await database.statement<{ created: number }>(
    'select ensure_partitions($1::date, $2::date) as created',
    [first, last],
    partitionTimeoutMs,
  )
  return rows[0]?.created ?? 0
}

/**
 * Drops what is older than that day (`YYYY-MM-DD`); the names of the partitions dropped. Each in a transaction of its own that gives way
 * to running calls: what could not be locked within 100 ms stays for the next time. The sums in `spend` stay.
 */
export async function dropPartitionsBefore(database: Database, firstDayKept: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where c.relnamespace = ${database.schema}::regnamespace and c.relkind = 'r' order by c.relname`.execute(database.kysely)
  const dropped: string[] = []
  for (const { name } of rows) {
    const match = partitionName.exec(name)
    if (match === null || `${match[2]}-${match[3]}-${match[4]}` >= firstDayKept) continue
    if (await dropTable(database, name)) dropped.push(name)
  }
  return dropped
}

/** The oldest day of which there is a partition, `YYYY-MM-DD`; `undefined`: none at all. */
export async function oldestDay({ kysely, schema }: Database): Promise<string | undefined> {
  const { rows } = await sql<{ day: string | null }>`
    select to_char(min(to_date(right(c.relname, 8), 'YYYYMMDD')), 'YYYY-MM-DD') as day
      from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where c.relnamespace = ${schema}::regnamespace and c.relkind = 'r' and c.relname ~ '_[0-9]{8}$'`.execute(kysely)
  return rows[0]?.day ?? undefined
}

async function dropTable(database: Database, name: string): Promise<boolean> {
  try {
    await database.kysely.transaction().execute(async (transaction) => {
      await sql`set local lock_timeout = '100ms'`.execute(transaction)
      await sql`drop table ${sql.id(name)}`.execute(transaction)
    })
    return true
  } catch (error) {
    const lockNotAvailable = '55P03'
    if (error instanceof Error && 'code' in error && error.code === lockNotAvailable) return false
    throw error
  }
}

/** The day (UTC) of a UUIDv7, or of `fallback` (milliseconds since 1970) where the text is none. */
export function dayOfId(id: string, fallback: number): string {
  const isVersion7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/i.test(id)
  return isoDay(isVersion7 ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : fallback)
}

let latest = { number: Number.NaN, text: '' }

export function isoDay(milliseconds: number): string {
  const number = Math.floor(milliseconds / day)
  // Nearly every row is of today.
  if (number !== latest.number) latest = { number, text: new Date(milliseconds).toISOString().slice(0, 10) }
  return latest.text
}
