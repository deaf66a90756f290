import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BilledUsage, picoToUsd, priceInPico } from './price.ts'

const day = (text: string): number => Date.parse(`${text}T12:00:00Z`)

function usage(input: number, output: number, more: Partial<BilledUsage> & { w5?: number; w1?: number } = {}): BilledUsage {
  const { w5 = 0, w1 = 0, ...rest } = more
  return {
    input_tokens: input,
    output_tokens: output,
    cache_read_input_tokens: 0,
    cache_creation: { ephemeral_5m_input_tokens: w5, ephemeral_1h_input_tokens: w1 },
    inference_geo: 'global',
    service_tier: 'standard',
    ...rest,
  }
}

describe('priceInPico', () => {
  it.each([
    ['claude-haiku-5-5', '2026-11-22', usage(150, 75), '0.0000525'],
    ['claude-haiku-5-5', '2026-11-22', usage(150, 75, { inference_geo: 'us' }), '0.00005775'],
    ['claude-haiku-5-5', '2026-11-22', usage(150, 75, { service_tier: 'batch' }), '0.00002625'],
    ['claude-haiku-5-5', '2026-11-22', usage(100_000, 0), '0.01'],
    ['claude-haiku-5-5', '2026-11-22', usage(99_000, 10, { cache_read_input_tokens: 1_001 }), '0.04957505'],
    ['claude-haiku-5-5', '2026-11-22', usage(0, 0, { w5: 1_000, w1: 1_000 }), '0.000325'],
    ['claude-sonnet-5-5', '2026-11-22', usage(150, 75), '0.00105'],
    ['claude-sonnet-5-5', '2026-10-06', usage(0, 0, { cache_read_input_tokens: 1_000_000 }), '0.2'],
    ['claude-sonnet-5-5', '2026-10-07', usage(0, 0, { cache_read_input_tokens: 1_000_000 }), '0.1'],
    ['claude-opus-5-5', '2026-11-22', usage(1_000_000, 1_000_000), '24'],
    ['claude-haiku-4-5', '2026-11-22', usage(1, 1, { inference_geo: 'us' }), '0.000006'],
    ['claude-sonnet-4-5', '2026-11-30', usage(200_001, 0), '1.200006'],
    ['claude-3-5-sonnet', '2025-10-28', usage(150, 75), '0.001575'],
  ])('prices %s on %s', (model, at, counters, usd) => {
    expect(picoToUsd(priceInPico(model, counters, day(at)))).toBe(usd)
  })

  it.each([
    ['claude-unknown', '2026-11-22'],
    ['claude-3-5-sonnet', '2025-10-29'],
    ['claude-haiku-5-5', '2026-10-06'],
  ])('refuses %s on %s, where no price is known', (model, at) => {
    expect(() => priceInPico(model, usage(1, 1), day(at))).toThrow(/No price is known/)
  })

  it('writes every amount exactly and without trailing zeros', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), (pico) => {
        const text = picoToUsd(pico)
        expect(text).toMatch(/^\d+(\.\d*[1-9])?$/)
        const [whole, fraction = ''] = text.split('.')
        expect(BigInt(whole!) * 10n ** 12n + BigInt(fraction.padEnd(12, '0'))).toBe(pico)
      }),
    )
  })
})
