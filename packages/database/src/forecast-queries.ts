import type { Database } from './database.ts'

export interface StoredForecast {
  /** The day on which it was made, in the budget's time zone, `YYYY-MM-DD`. */
  day: string
  days: number
  /** Pico-dollars. */
  pico: bigint
  range: { low: bigint; high: bigint } | undefined
}

/**
 * What the `count` days before `today` cost the whole deployment, the newest last; days before the first one with money are left out, days
 * without any count as zero. Pico-dollars.
 */
export async function dailySpend({ kysely }: Database, today: string, count: number): Promise<bigint[]> {
  const rows = await kysely
    .selectFrom('spend')
    .select(['period_start', 'settled_pico'])
    .where('scope', '=', 'global')
    .where('period', '=', 'day')
    .where('period_start', '<', today)
    .orderBy('period_start', 'asc')
    .execute()
  const [first] = rows
  if (first === undefined) return []
  const amounts = new Map(rows.map((row) => [row.period_start, row.settled_pico]))
  const days = Array.from({ length: count }, (_, index) => dayBefore(today, count - index))
  return days.filter((day) => day >= first.period_start).map((day) => amounts.get(day) ?? 0n)
}

/** The first forecast of a day stands; whether this one is it. */
export async function keepForecast({ kysely }: Database, { day, days, pico, range }: StoredForecast): Promise<boolean> {
  const kept = await kysely
    .insertInto('forecasts')
    .values({ day, days, pico, low_pico: range?.low ?? null, high_pico: range?.high ?? null })
    .onConflict((conflict) => conflict.column('day').doNothing())
    .returning('day')
    .executeTakeFirst()
  return kept !== undefined
}

/** The newest first. */
export async function storedForecasts({ kysely }: Database, limit: number): Promise<StoredForecast[]> {
  const rows = await kysely.selectFrom('forecasts').selectAll().orderBy('day', 'desc').limit(limit).execute()
  return rows.map(({ day, days, pico, low_pico: low, high_pico: high }) => ({
    ...{ day, days, pico },
    range: low === null || high === null ? undefined : { low, high },
  }))
}

/** An incident under a key that the caller chooses: a second one with it changes nothing. */
export async function recordIncident(
  { kysely }: Database,
  incident: { key: string; kind: string; severity: 'info' | 'warning' | 'critical'; details: Record<string, unknown>; at: number },
): Promise<void> {
  const { at, details, ...rest } = incident
  await kysely
    .insertInto('incidents')
    .values({ ...rest, details: JSON.stringify(details), occurred_at: new Date(at) })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
}

/** The day that many days before, `YYYY-MM-DD`. */
function dayBefore(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - count)
  return date.toISOString().slice(0, 10)
}
