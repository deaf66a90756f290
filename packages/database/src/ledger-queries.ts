import type { Selectable } from 'kysely'
import type { Database } from './database.ts'
import type { AttemptTable } from './history-tables.ts'
import { dayOfId } from './partitions.ts'
import type { IncidentTable, Period, Scope } from './tables.ts'

/** Amounts in pico-dollars. */
export interface ScopeSpend {
  settled: bigint
  reserved: bigint
  /** `undefined`: no limit. */
  limit: bigint | undefined
  /** The 100 % latch: standard-tier users spend nothing more in this period. */
  latched: boolean
}

export interface DayTotal {
  /** In the budget's time zone. */
  day: string
  product: string
  attempts: bigint
  /** Pico-dollars, estimates included. */
  charged: bigint
  /** The part of it that is estimated. */
  estimated: bigint
  inputTokens: bigint
  outputTokens: bigint
}

/** What a period has cost a scope so far. `start`: the period's first day in the budget's time zone, `YYYY-MM-DD`. */
export async function spendOf({ kysely }: Database, scope: Scope, period: Period, start: string): Promise<ScopeSpend> {
  const row = await kysely
    .selectFrom('spend')
    .select(['settled_pico', 'reserved_pico', 'latched_100'])
    .where('scope', '=', scope)
    .where('period', '=', period)
    .where('period_start', '=', start)
    .executeTakeFirst()
  const limit = await kysely
    .selectFrom('limits')
    .select('limit_pico')
    .where('scope', '=', scope)
    .where('period', '=', period)
    .executeTakeFirst()
  return {
    settled: row?.settled_pico ?? 0n,
    reserved: row?.reserved_pico ?? 0n,
    limit: limit?.limit_pico ?? undefined,
    latched: row?.latched_100 ?? false,
  }
}

/** All attempts behind one suggestion, oldest first. Its cost is the sum of `charged_pico`. */
export async function attemptsOf({ kysely }: Database, suggestionId: string): Promise<Selectable<AttemptTable>[]> {
  return kysely
    .selectFrom('attempts')
    .selectAll()
    .where('suggestion_id', '=', suggestionId)
    .where('state', '<>', 'released')
    .orderBy('reserved_at')
    .orderBy('id')
    .execute()
}

/** Rows in the order of their ids, which is that of their reservation: after one row, and since a UTC day (`YYYY-MM-DD`). */
export async function pageOfAttempts(
  { kysely }: Database,
  { after, since, limit }: { after?: string | undefined; since?: string | undefined; limit: number },
): Promise<Selectable<AttemptTable>[]> {
  let rows = kysely.selectFrom('attempts').selectAll().orderBy('partition_day').orderBy('id').limit(limit)
  if (since !== undefined) rows = rows.where('partition_day', '>=', since)
  // The day is part of the key: with it, the partitions before are not even opened.
  if (after !== undefined) rows = rows.where('partition_day', '>=', dayOfId(after, 0)).where('id', '>', after)
  return rows.execute()
}

/** Reservations without settlement, oldest first. */
export async function openReservations({ kysely }: Database): Promise<Selectable<AttemptTable>[]> {
  return kysely.selectFrom('attempts').selectAll().where('state', '=', 'reserved').orderBy('reserved_at').orderBy('id').execute()
}

/** Settled attempts per day and product, days inclusive (`YYYY-MM-DD`, in the budget's time zone). Summed over the ledger's rows. */
export async function dayTotals({ kysely }: Database, first: string, last: string): Promise<DayTotal[]> {
  const rows = await kysely
    .selectFrom('attempts')
    .select((build) => [
      'day',
      'product',
      build.fn.countAll<bigint>().as('attempts'),
      // A sum over int8 is numeric, which has no end; the driver reads it as bigint.
      build.fn.coalesce(build.fn.sum<bigint>('charged_pico'), build.lit(0)).as('charged'),
      build.fn.coalesce(build.fn.sum<bigint>('charged_pico').filterWhere('estimated', '=', true), build.lit(0)).as('estimated'),
      build.fn.coalesce(build.fn.sum<bigint>('input_tokens'), build.lit(0)).as('inputTokens'),
      build.fn.coalesce(build.fn.sum<bigint>('output_tokens'), build.lit(0)).as('outputTokens'),
    ])
    .where('state', '=', 'settled')
    .where('day', '>=', first)
    .where('day', '<=', last)
    .groupBy(['day', 'product'])
    .orderBy('day')
    .orderBy('product')
    .execute()
  return rows.map((row) => ({
    ...row,
    charged: BigInt(row.charged),
    estimated: BigInt(row.estimated),
    inputTokens: BigInt(row.inputTokens),
    outputTokens: BigInt(row.outputTokens),
  }))
}

/** The newest incidents first. */
export async function incidents({ kysely }: Database, limit = 100, openOnly = false): Promise<Selectable<IncidentTable>[]> {
  const all = kysely.selectFrom('incidents').selectAll().orderBy('id', 'desc').limit(limit)
  return (openOnly ? all.where('resolved_at', 'is', null) : all).execute()
}

export async function countOpenIncidents({ kysely }: Database): Promise<number> {
  const open = kysely.selectFrom('incidents').where('resolved_at', 'is', null)
  const { count } = await open.select((build) => build.fn.countAll<bigint>().as('count')).executeTakeFirstOrThrow()
  return Number(count)
}

/** The model's answer that was shown under this suggestion id, its own or a cached one; `null`: none was. `undefined`: the id is not known. */
export async function answerOf({ kysely }: Database, suggestionId: string): Promise<string | null | undefined> {
  const row = await kysely.selectFrom('served_answers').select('answer_id').where('suggestion_id', '=', suggestionId).executeTakeFirst()
  return row?.answer_id
}
