import { formatDay } from './day.ts'
import type { Ratio } from './ratio.ts'

/** Prices of one token by class, in pico-dollars (10^-12 USD). */
export interface TokenPrices {
  readonly input: bigint
  readonly output: bigint
  readonly cacheWrite5m: bigint
  readonly cacheWrite1h: bigint
  readonly cacheRead: bigint
}

export interface PriceBand {
  /** The largest prompt (input, cache writes and cache reads together, in tokens) of this band; null: no limit. */
  readonly maxPromptTokens: number | null
  readonly prices: TokenPrices
}

export interface PricePeriod {
  /** First and last day, both inclusive, UTC, `YYYY-MM-DD`; `to` null: until further notice. */
  readonly from: string
  readonly to: string | null
  readonly firstDay: number
  readonly lastDay: number
  /** `secondary`: no copy of the provider's own page confirmed these prices. */
  readonly source: 'official' | 'secondary'
  /** Ascending; the last has no limit; no price falls from one band to the next. */
  readonly bands: readonly PriceBand[]
}

export type ModelStatus = 'active' | 'legacy' | 'deprecated' | 'retired'

export interface ModelPrices {
  readonly ids: readonly string[]
  readonly status: ModelStatus
  /** Surcharge for `inference_geo: "us"`; null where the model has none. */
  readonly usGeo: Ratio | null
  /** Surcharge for `speed: "fast"`; null where the model has no known one. */
  readonly fastMode: { readonly multiplier: Ratio; readonly lastDay: number } | null
  /** Ascending, without overlap. */
  readonly periods: readonly PricePeriod[]
}

/** Made by {@link parsePriceTable} alone, which checked every rule that the arithmetic relies on. */
export interface PriceTable {
  /** The day on which the prices were compiled, `YYYY-MM-DD`. */
  readonly compiledOn: string
  readonly batch: Ratio
  /** Pico-dollars of one web search. */
  readonly webSearch: bigint
  /** By exact model id: there is no resolution of unlisted aliases. */
  readonly models: ReadonlyMap<string, ModelPrices>
}

export type PriceFailure = { ok: false; reason: 'unknown-model' | 'no-price'; message: string }

/** The prices of a model on a day (see {@link dayNumber}). */
export function findPeriod(
  table: PriceTable,
  model: string,
  day: number,
): { ok: true; model: ModelPrices; period: PricePeriod } | PriceFailure {
  const found = table.models.get(model)
  if (found === undefined)
    return { ok: false, reason: 'unknown-model', message: `No price is known for the model ${JSON.stringify(model)}.` }
  const period = found.periods.find(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay)
  if (period !== undefined) return { ok: true, model: found, period }
  const known = found.periods.map(({ from, to }) => `${from} to ${to ?? 'further notice'}`).join(', ')
  return { ok: false, reason: 'no-price', message: `${model} has no price on ${formatDay(day)}; its prices hold ${known}.` }
}

/** The band of a whole prompt: its prices apply to every token of the request, output included. */
export function findBand(period: PricePeriod, promptTokens: bigint): PriceBand {
  return period.bands.find(({ maxPromptTokens }) => maxPromptTokens === null || promptTokens <= BigInt(maxPromptTokens))!
}
