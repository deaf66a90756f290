import type { Usage } from '../protocol.ts'
import { priceList } from './price-list.ts'

/** The counters that money depends on. */
export type BilledUsage = Pick<
  Usage,
  'input_tokens' | 'output_tokens' | 'cache_read_input_tokens' | 'cache_creation' | 'inference_geo' | 'service_tier'
>

/** USD per million tokens is a million pico-dollars a token for each dollar. */
function picoPerToken(usdPerMillion: string): bigint {
  const [whole = '0', fraction = ''] = usdPerMillion.split('.')
  return BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0'))
}

/**
 * What one answer costs, in pico-dollars (10^-12 USD), exactly: all listed prices, halved for batches and taken at 11/10
 * for the US, are whole pico-dollars. Throws when no price is known for the model on that day (UTC).
 */
export function priceInPico(model: string, usage: BilledUsage, at: number): bigint {
  const day = new Date(at).toISOString().slice(0, 10)
  const period = priceList.find(
    (candidate) => candidate.models.includes(model) && candidate.from <= day && (candidate.until === null || day <= candidate.until),
  )
  if (period === undefined) throw new Error(`No price is known for the model "${model}" on ${day}.`)
  const written5m = usage.cache_creation.ephemeral_5m_input_tokens
  const written1h = usage.cache_creation.ephemeral_1h_input_tokens
  const prompt = usage.input_tokens + written5m + written1h + usage.cache_read_input_tokens
  const band = period.bands.find((candidate) => candidate.promptTokensUpTo === null || prompt <= candidate.promptTokensUpTo)!
  let pico =
    BigInt(usage.input_tokens) * picoPerToken(band.input) +
    BigInt(written5m) * picoPerToken(band.cacheWrite5m) +
    BigInt(written1h) * picoPerToken(band.cacheWrite1h) +
    BigInt(usage.cache_read_input_tokens) * picoPerToken(band.cacheRead) +
    BigInt(usage.output_tokens) * picoPerToken(band.output)
  if (usage.service_tier === 'batch') pico /= 2n
  if (usage.inference_geo === 'us' && period.residency) pico = (pico * 11n) / 10n
  return pico
}

/** Exact decimal text without trailing zeros: 52500000n is "0.0000525". */
export function picoToUsd(pico: bigint): string {
  const fraction = (pico % 1_000_000_000_000n).toString().padStart(12, '0').replace(/0+$/, '')
  const whole = (pico / 1_000_000_000_000n).toString()
  return fraction === '' ? whole : `${whole}.${fraction}`
}
