import { type PriceTable, priceTable, priceTableAgeInDays } from '@inkling/cost'
import { type Database, forecasts, repeat } from '@inkling/database'
import type { Clock } from '@inkling/suggestions/ports'

export interface PriceAge {
  /** The day on which the prices were compiled, `YYYY-MM-DD`. */
  compiledOn: string
  ageDays: number
  /** Older than the deployment allows: what calls cost may have changed unnoticed. */
  old: boolean
}

export function priceAge(now: number, maxAgeDays: number, table: PriceTable = priceTable): PriceAge {
  const ageDays = priceTableAgeInDays(table, new Date(now))
  return { compiledOn: table.compiledOn, ageDays, old: ageDays > maxAgeDays }
}

export interface PriceWatchParts {
  database: Database
  clock: Clock
  maxAgeDays: number
  onProblem: (problem: unknown) => void
  table?: PriceTable
}

// A new day is noticed within the hour; the incident exists once for each table.
const lookMilliseconds = 60 * 60 * 1000

/** Tells people once when the price table has become too old. Spending goes on: the budget then counts by prices that may be outdated. */
export function startPriceWatch({ database, clock, maxAgeDays, onProblem, table }: PriceWatchParts): {
  /** One look now. Rejects while Postgres is away. */
  look(): Promise<void>
  close(): Promise<void>
} {
  async function look(): Promise<void> {
    const { compiledOn, ageDays, old } = priceAge(clock.now(), maxAgeDays, table)
    if (!old) return
    await forecasts.recordIncident(database, {
      ...{ key: `price-table-old:${compiledOn}`, kind: 'price-table-old', severity: 'warning' },
      details: { compiledOn, ageDays, maxAgeDays },
      at: clock.now(),
    })
  }

  return { look, ...repeat(clock, lookMilliseconds, look, onProblem) }
}
