import { sql } from 'kysely'
import type { Database } from './database.ts'
import { personalTables } from './personal-tables.ts'

/** Rows that were removed, by what they were; `ledgerRows` stay and name nobody any more. */
export type ErasureCounts = Record<(typeof personalTables)[number]['name'] | 'ledgerRows', number>

export interface Erasure {
  /** UUIDv7 of the receipt. */
  id: string
  product: string
  /** The pseudonym. */
  userKey: string
  /** Milliseconds since 1970. What the person did up to then is gone, and is not written later either. */
  at: number
}

/** Everything that is kept of one person, table by table, the oldest rows first. */
export type PersonalData = Record<keyof ErasureCounts, Record<string, unknown>[]>

// Of each statement where there is no transaction that bounds them together.
const timeoutMs = 10_000

/**
 * Removes the person's rows and clears the pseudonym from the ledger, whose sums stay. Within a transaction: `database` is its handle. Returns
 * what was done and the mark that stands for the person in receipt and audit log, a hash of the pseudonym. Safe to repeat.
 */
export async function erasePerson(database: Database, erasure: Erasure): Promise<{ person: string; counts: ErasureCounts }> {
  const { id, product, userKey, at } = erasure
  const run = <Row>(text: string, values: readonly unknown[] = []) => database.statement<Row>(text, values, timeoutMs)
  const [mark] = await run<{ person: string }>('select person_mark($1::text) as person', [userKey])
  const { person } = mark!
  await run(`set local lock_timeout = '5s'`)
  // Writers under way end first, and the next ones see the mark: none can slip a row in between.
  for (const { table } of personalTables) await run(`lock table only ${table} in share row exclusive mode`)
  await run('insert into erasures (id, person, product, erased_at, counts) values ($1::uuid, $2, $3, $4::timestamptz, $5::jsonb)', [
    ...[id, person, product, new Date(at).toISOString(), '{}'],
  ])
  const counts: Partial<ErasureCounts> = {}
  const counted = (change: string) => `with changed as (${change} returning 1) select count(*)::int4 as count from changed`
  for (const { name, table } of personalTables) {
    const [row] = await run<{ count: number }>(counted(`delete from ${table} where user_key = $1`), [userKey])
    counts[name] = row!.count
  }
  const [cleared] = await run<{ count: number }>(counted('update attempts set user_key = null where user_key = $1'), [userKey])
  const all = { ...(counts as ErasureCounts), ledgerRows: cleared!.count }
  await run('update erasures set counts = $2::jsonb where id = $1::uuid', [id, JSON.stringify(all)])
  return { person, counts: all }
}

/** All of it at one moment; what one person leaves in the days that are kept fits into memory. */
export async function exportPerson({ kysely }: Database, userKey: string): Promise<{ person: string; data: PersonalData }> {
  return kysely
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      const data: Partial<PersonalData> = {}
      for (const { name, table, order } of [...personalTables, ledger]) {
        const { rows } = await sql<{ row: Record<string, unknown> }>`
          select to_jsonb(t) - 'user_key' - 'partition_day' - 'process_id' as row from ${sql.table(table)} t
            where user_key = ${userKey} order by ${sql.raw(order)}`.execute(transaction)
        data[name] = rows.map(({ row }) => row)
      }
      const { rows } = await sql<{ person: string }>`select person_mark(${userKey}) as person`.execute(transaction)
      return { person: rows[0]!.person, data: data as PersonalData }
    })
}

const ledger = { name: 'ledgerRows', table: 'attempts', order: 'reserved_at, id' } as const
