import { dayNumber } from './day.ts'
import { bytesOfLongestForm } from './longest-form.ts'
import { priceTable } from './price-table.ts'
import { findBand, findPeriod, type PriceFailure, type PriceTable, type TokenPrices } from './prices.ts'
import { one, scale } from './ratio.ts'

// What a request, each of its content blocks, and structured output add to the texts themselves: several times the overhead of a
// message envelope, its turn markers, and the instructions that the provider derives from a schema.
const tokensPerRequest = 64
const tokensPerBlock = 16
const tokensPerSchema = 1_024
const tokensPerSchemaByte = 2

// The dearer band of the default model begins above this many prompt tokens; a request that might reach it is never sent.
const maxPromptTokens = 100_000

export type PromptCaching = 'off' | '5m' | '1h'

export interface Attempt {
  /** The exact model id; only ids in the table have a price. */
  model: string
  /** The instant of the reservation, or a UTC day written as `YYYY-MM-DD`. */
  at: Date | string
  /** Every text of the request as it is sent: system and messages. */
  promptTexts: readonly string[]
  /** The JSON schema of structured output, as it is sent. */
  schemaJson?: string | undefined
  /** Content blocks of the request, system blocks included. */
  blocks: number
  /** `max_tokens`: bounds output, thinking included. */
  maxOutputTokens: number
  /** As requested. Anything but `global`, nothing included, is bounded with the surcharge: a workspace's default may be "us". */
  inferenceGeo?: string | undefined
  /** The longest-lived cache mark in the request. `off`, the default: no block asks to be cached, so no write can be charged. */
  promptCaching?: PromptCaching | undefined
  table?: PriceTable | undefined
}

/** `picoUsd` in 10^-12 USD; `inputTokenBound` in tokens. */
export type AttemptBound =
  | { ok: true; picoUsd: bigint; inputTokenBound: number }
  | { ok: false; reason: PriceFailure['reason'] | 'invalid-attempt' | 'prompt-too-large'; message: string }

/**
 * A bound that no charge for one attempt exceeds: standard tier, standard speed, no tools.
 * Input tokens: the bytes of each text's longest Unicode form (see {@link bytesOfLongestForm}), 64 for the request, 16 a block,
 * and 2 x bytes + 1,024 for a schema. Output tokens: `maxOutputTokens`. Source: the published tokenizer, measured over all code
 * points and random strings. Prompts that might exceed 100,000 tokens are refused.
 */
export function upperBoundOfAttempt(attempt: Attempt): AttemptBound {
  const { model, at, blocks, maxOutputTokens, inferenceGeo, promptCaching = 'off', table = priceTable } = attempt
  if (!isCount(blocks)) return invalid('blocks must be a whole number of at least 0.')
  if (!isCount(maxOutputTokens)) return invalid('maxOutputTokens must be a whole number of at least 0.')
  const day = dayNumber(at)
  if (day === undefined) return invalid('at must be a date or a day written as YYYY-MM-DD.')
  const found = findPeriod(table, model, day)
  if (!found.ok) return found
  const inputTokenBound = boundInputTokens(attempt)
  if (inputTokenBound > maxPromptTokens)
    return { ok: false, reason: 'prompt-too-large', message: `The prompt might exceed ${maxPromptTokens} tokens.` }

  const { prices } = findBand(found.period, BigInt(inputTokenBound))
  const listed = BigInt(inputTokenBound) * dearestInput(prices, promptCaching) + BigInt(maxOutputTokens) * prices.output
  const geo = inferenceGeo === 'global' ? one : (found.model.usGeo ?? one)
  return { ok: true, picoUsd: scale(listed, geo), inputTokenBound }
}

function boundInputTokens({ promptTexts, schemaJson, blocks }: Attempt): number {
  let tokens = tokensPerRequest + tokensPerBlock * blocks
  const schemaUnits = schemaJson === undefined ? 0 : tokensPerSchema + tokensPerSchemaByte * schemaJson.length
  const unitsOfTexts = promptTexts.reduce((units, text) => units + text.length, 0)
  // A UTF-16 unit takes at least one byte: what is too large already need not be normalised.
  if (tokens + schemaUnits + unitsOfTexts > maxPromptTokens) return Number.POSITIVE_INFINITY
  for (const text of promptTexts) tokens += bytesOfLongestForm(text)
  return schemaJson === undefined ? tokens : tokens + tokensPerSchema + tokensPerSchemaByte * bytesOfLongestForm(schemaJson)
}

function dearestInput(prices: TokenPrices, caching: PromptCaching): bigint {
  const writes = { off: [], '5m': [prices.cacheWrite5m], '1h': [prices.cacheWrite5m, prices.cacheWrite1h] }[caching]
  let dearest = prices.input
  for (const price of [prices.cacheRead, ...writes]) if (price > dearest) dearest = price
  return dearest
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

function invalid(message: string): AttemptBound {
  return { ok: false, reason: 'invalid-attempt', message }
}
