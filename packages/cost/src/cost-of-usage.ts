import { dayNumber } from './day.ts'
import { priceTable } from './price-table.ts'
import { findBand, findPeriod, type ModelPrices, type PriceFailure, type PriceTable } from './prices.ts'
import { multiply, one, type Ratio, scale } from './ratio.ts'
import { type CostFlag, type InvalidUsage, type MessagesUsage, readUsage } from './read-usage.ts'

export interface UsageCostRequest {
  /** The exact model id; only ids in the table have a price. */
  model: string
  usage: MessagesUsage
  /** An instant, or a UTC day written as `YYYY-MM-DD`, whose prices hold. Use the reservation's own instant to settle it. */
  at: Date | string
  /** `stop_reason` of the answer. */
  stopReason?: string | null | undefined
  /** Whether the answer had no content at all. A refusal is free only where this is true. */
  contentEmpty?: boolean | undefined
  table?: PriceTable | undefined
}

/** Which prices were used. Days are UTC and inclusive; null means no limit. */
export interface AppliedBand {
  from: string
  to: string | null
  maxPromptTokens: number | null
}

/** The cost of one answer, exact, in pico-dollars (10^-12 USD). */
export type UsageCost = { ok: true; picoUsd: bigint; flags: CostFlag[]; band: AppliedBand } | PriceFailure | InvalidUsage

/**
 * What the provider charges for one answer:
 * `(input x in + 5m writes x w5 + 1h writes x w1 + reads x r + output x out) x batch x geo x fast + searches x search price`.
 * The band follows from input + writes + reads and applies to every token, output included. Batch halves; `inference_geo: "us"`
 * adds the model's surcharge where it has one; fast mode excludes batch. Source: the provider's pricing page, as compiled in
 * `price-table.json`. Nothing is rounded.
 *
 * An unknown model, day, service tier, geography or speed is a failure, never a cost of zero.
 */
export function costOfUsage(request: UsageCostRequest): UsageCost {
  const { model, usage, at, stopReason, contentEmpty, table = priceTable } = request
  const read = readUsage(usage)
  if (!read.ok) return read
  const day = dayNumber(at)
  if (day === undefined) return { ok: false, reason: 'invalid-usage', message: 'at must be a date or a day written as YYYY-MM-DD.' }
  const found = findPeriod(table, model, day)
  if (!found.ok) return found
  const modifier = findModifier(table, found.model, day, usage)
  if ('ok' in modifier) return modifier

  const { counts } = read
  const { period } = found
  const band = findBand(period, counts.input + counts.cacheWrite5m + counts.cacheWrite1h + counts.cacheRead)
  const { prices } = band
  const tokens =
    counts.input * prices.input +
    counts.output * prices.output +
    counts.cacheWrite5m * prices.cacheWrite5m +
    counts.cacheWrite1h * prices.cacheWrite1h +
    counts.cacheRead * prices.cacheRead
  const listed = scale(tokens, modifier) + counts.webSearches * table.webSearch

  const flags = [...counts.flags]
  if (usage.service_tier === 'priority') flags.push('priority-tier')
  if (period.source === 'secondary') flags.push('secondary-source')
  const isRefusal = stopReason === 'refusal'
  const isFree = isRefusal && contentEmpty === true
  if (isFree) flags.push('refusal-not-billed')
  if (isRefusal && contentEmpty === undefined) flags.push('refusal-content-unknown')
  const { from, to } = period
  return { ok: true, picoUsd: isFree ? 0n : listed, flags, band: { from, to, maxPromptTokens: band.maxPromptTokens } }
}

/** All modifiers of the token prices, multiplied. */
function findModifier(table: PriceTable, model: ModelPrices, day: number, usage: MessagesUsage): Ratio | PriceFailure {
  const tier = usage.service_tier ?? 'standard'
  const geo = usage.inference_geo ?? 'global'
  const speed = usage.speed ?? 'standard'
  if (!['standard', 'priority', 'batch'].includes(tier)) return noPrice('service_tier', tier)
  // Models from before data residency answer "not_available".
  if (!['global', 'us', 'not_available'].includes(geo)) return noPrice('inference_geo', geo)
  if (!['standard', 'fast'].includes(speed)) return noPrice('speed', speed)

  const geoModifier = geo === 'us' && model.usGeo !== null ? model.usGeo : one
  if (speed === 'fast') {
    if (model.fastMode === null || day > model.fastMode.lastDay || tier === 'batch') return noPrice('speed', speed)
    return multiply(geoModifier, model.fastMode.multiplier)
  }
  return tier === 'batch' ? multiply(geoModifier, table.batch) : geoModifier
}

function noPrice(field: string, value: unknown): PriceFailure {
  return {
    ok: false,
    reason: 'no-price',
    message: `No price is known for ${field} ${JSON.stringify(value)} with this model, day and tier.`,
  }
}
