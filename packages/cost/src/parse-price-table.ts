import { dayNumber } from './day.ts'
import { parseDecimal } from './decimal.ts'
import type { ModelPrices, ModelStatus, PriceBand, PricePeriod, PriceTable, TokenPrices } from './prices.ts'
import { isExact, multiply, one, type Ratio } from './ratio.ts'

// USD per million tokens times 10^6 is pico-dollars a token, so a price with six places is still a whole number.
const pricePlaces = 6
const millionth = 10n ** 6n
// USD per thousand searches times 10^9 is pico-dollars a search.
const searchPlaces = 9

const statuses: readonly string[] = ['active', 'legacy', 'deprecated', 'retired'] satisfies ModelStatus[]
const priceNames = ['input', 'output', 'cacheWrite5m', 'cacheWrite1h', 'cacheRead'] as const

class TableFault extends Error {}

/**
 * Checks a price table in the form of `price-table.json` and turns its decimals into whole pico-dollars.
 * Strict: unknown or missing fields, unordered or overlapping periods and bands, prices that are not exact under every
 * modifier, and modifiers that would make an upper bound unsafe are refused with one sentence that names the place.
 */
export function parsePriceTable(json: unknown): { ok: true; table: PriceTable } | { ok: false; message: string } {
  try {
    return { ok: true, table: readTable(json) }
  } catch (error) {
    if (error instanceof TableFault) return { ok: false, message: error.message }
    throw error
  }
}

function readTable(json: unknown): PriceTable {
  const fields = readFields(json, 'table', ['compiledOn', 'unit', 'batchMultiplier', 'webSearchPerThousand', 'models'])
  if (fields.unit !== 'USD per million tokens') fail('unit', 'must be "USD per million tokens"')
  const batch = readRatio(fields.batchMultiplier, 'batchMultiplier')
  // A dearer batch would break upper bounds, which are made for single requests.
  if (batch.numerator > batch.denominator) fail('batchMultiplier', 'must not be above 1')
  const models = new Map<string, ModelPrices>()
  for (const [index, value] of readList(fields.models, 'models').entries()) {
    const model = readModel(value, `models[${index}]`, batch)
    for (const id of model.ids) {
      if (models.has(id)) fail(`models[${index}].ids`, `repeats ${id}`)
      models.set(id, model)
    }
  }
  return {
    compiledOn: readDay(fields.compiledOn, 'compiledOn').text,
    batch,
    webSearch: readDecimal(fields.webSearchPerThousand, 'webSearchPerThousand', searchPlaces),
    models,
  }
}

function readModel(value: unknown, path: string, batch: Ratio): ModelPrices {
  const fields = readFields(value, path, ['ids', 'status', 'usGeoMultiplier', 'fastMode', 'periods'])
  const ids = readList(fields.ids, `${path}.ids`).map((id) =>
    typeof id === 'string' && id !== '' ? id : fail(`${path}.ids`, 'must hold names'),
  )
  if (typeof fields.status !== 'string' || !statuses.includes(fields.status))
    fail(`${path}.status`, `must be one of ${statuses.join(', ')}`)
  const usGeo = fields.usGeoMultiplier === null ? null : readSurcharge(fields.usGeoMultiplier, `${path}.usGeoMultiplier`)
  const fastMode = fields.fastMode === null ? null : readFastMode(fields.fastMode, `${path}.fastMode`)
  const periods = readPeriods(fields.periods, `${path}.periods`)
  const geo = usGeo ?? one
  const fast = fastMode?.multiplier ?? one
  // Batch and fast mode exclude each other; all else stacks.
  const stacked = [batch, geo, fast, multiply(batch, geo), multiply(fast, geo)]
  for (const { prices } of periods.flatMap(({ bands }) => bands))
    for (const name of priceNames)
      if (!stacked.every((ratio) => isExact(prices[name], ratio)))
        fail(`${path}.periods`, `have a price for ${name} that modifiers make inexact`)
  return { ids, status: fields.status as ModelStatus, usGeo, fastMode, periods }
}

function readFastMode(value: unknown, path: string): ModelPrices['fastMode'] {
  const { multiplier, to } = readFields(value, path, ['multiplier', 'to'])
  return { multiplier: readSurcharge(multiplier, `${path}.multiplier`), lastDay: readLastDay(to, `${path}.to`).number }
}

function readPeriods(value: unknown, path: string): PricePeriod[] {
  const periods = readList(value, path).map((entry, index) => readPeriod(entry, `${path}[${index}]`))
  for (const [index, period] of periods.entries())
    if (index > 0 && period.firstDay <= periods[index - 1]!.lastDay) fail(`${path}[${index}].from`, 'must follow the period before it')
  return periods
}

function readPeriod(value: unknown, path: string): PricePeriod {
  const { from, to, source, bands } = readFields(value, path, ['from', 'to', 'source', 'bands'])
  const first = readDay(from, `${path}.from`)
  const last = readLastDay(to, `${path}.to`)
  if (last.number < first.number) fail(`${path}.to`, 'must not be before "from"')
  if (source !== 'official' && source !== 'secondary') fail(`${path}.source`, 'must be official or secondary')
  return { from: first.text, to: last.text, firstDay: first.number, lastDay: last.number, source, bands: readBands(bands, `${path}.bands`) }
}

function readBands(value: unknown, path: string): PriceBand[] {
  const bands = readList(value, path).map((entry, index) => readBand(entry, `${path}[${index}]`))
  for (const [index, band] of bands.entries()) {
    const previous = bands[index - 1]
    const isLast = index === bands.length - 1
    if ((band.maxPromptTokens === null) !== isLast)
      fail(`${path}[${index}].maxPromptTokens`, 'must be null in the last band and there alone')
    if (previous === undefined) continue
    if (!isLast && band.maxPromptTokens! <= previous.maxPromptTokens!) fail(`${path}[${index}].maxPromptTokens`, 'must rise')
    // An upper bound is taken in the band of the longest possible prompt, so a shorter prompt must not be dearer.
    for (const name of priceNames)
      if (band.prices[name] < previous.prices[name]) fail(`${path}[${index}].${name}`, 'must not fall from band to band')
  }
  return bands
}

function readBand(value: unknown, path: string): PriceBand {
  const { maxPromptTokens, ...listed } = readFields(value, path, ['maxPromptTokens', ...priceNames])
  if (maxPromptTokens !== null && !(Number.isSafeInteger(maxPromptTokens) && Number(maxPromptTokens) > 0))
    fail(`${path}.maxPromptTokens`, 'must be a positive whole number or null')
  const entries = priceNames.map((name) => [name, readDecimal(listed[name], `${path}.${name}`, pricePlaces)] as const)
  const prices = Object.fromEntries(entries) as unknown as TokenPrices
  // Cache writes of unknown lifetime are charged as one-hour writes because those are the dearer ones.
  if (prices.cacheWrite1h < prices.cacheWrite5m) fail(`${path}.cacheWrite1h`, 'must not be below cacheWrite5m')
  return { maxPromptTokens: maxPromptTokens as number | null, prices }
}

function readSurcharge(value: unknown, path: string): Ratio {
  const ratio = readRatio(value, path)
  if (ratio.numerator < ratio.denominator) fail(path, 'must not be below 1')
  return ratio
}

function readRatio(value: unknown, path: string): Ratio {
  return { numerator: readDecimal(value, path, pricePlaces), denominator: millionth }
}

function readDecimal(value: unknown, path: string, places: number): bigint {
  const parsed = typeof value === 'string' ? parseDecimal(value, places) : undefined
  // Nothing is free by being listed at zero: an unknown price is left out, and then refused.
  if (parsed === undefined || parsed === 0n) return fail(path, `must be a decimal string above 0 with at most ${places} places`)
  return parsed
}

function readLastDay(value: unknown, path: string): { text: string | null; number: number } {
  return value === null ? { text: null, number: Number.POSITIVE_INFINITY } : readDay(value, path)
}

function readDay(value: unknown, path: string): { text: string; number: number } {
  const number = typeof value === 'string' ? dayNumber(value) : undefined
  return number === undefined ? fail(path, 'must be a day written as YYYY-MM-DD') : { text: value as string, number }
}

function readList(value: unknown, path: string): unknown[] {
  return Array.isArray(value) && value.length > 0 ? value : fail(path, 'must be a list with at least one entry')
}

function readFields<Name extends string>(value: unknown, path: string, names: readonly Name[]): Record<Name, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail(path, 'must be an object')
  for (const name of names) if (!Object.hasOwn(value, name)) fail(path, `lacks "${name}"`)
  for (const name of Object.keys(value)) if (!names.some((known) => known === name)) fail(path, `has an unknown field "${name}"`)
  return value as Record<Name, unknown>
}

function fail(path: string, problem: string): never {
  throw new TableFault(`${path} ${problem}.`)
}
