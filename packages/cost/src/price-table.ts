import { dayNumber } from './day.ts'
import { parsePriceTable } from './parse-price-table.ts'
import listed from './price-table.json' with { type: 'json' }
import type { ModelStatus, PriceTable } from './prices.ts'

export interface PricedModel {
  id: string
  status: ModelStatus
  /** First and last day with a price; `to` null: until further notice. */
  from: string
  to: string | null
}

/** The table that ships with this package. */
export const priceTable: PriceTable = load(listed)

function load(json: unknown): PriceTable {
  const parsed = parsePriceTable(json)
  if (!parsed.ok) throw new Error(`The price table of this package is broken: ${parsed.message}`)
  return parsed.table
}

/** Whole UTC days from the table's compilation to `now`; negative when `now` is earlier. Alert on a rising age: prices change unannounced. */
export function priceTableAgeInDays(table: PriceTable, now: Date): number {
  const today = dayNumber(now)
  const compiled = dayNumber(table.compiledOn)
  if (today === undefined || compiled === undefined) throw new RangeError('The age of a price table needs a valid date.')
  return today - compiled
}

/** Every id with a price, in the table's order. */
export function pricedModels(table: PriceTable): PricedModel[] {
  return Array.from(table.models, ([id, { status, periods }]) => ({
    id,
    status,
    from: periods[0]!.from,
    to: periods.at(-1)!.to,
  }))
}
