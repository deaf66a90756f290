import fc from 'fast-check'
import { expect, it } from 'vitest'
import { costOfUsage } from './cost-of-usage.ts'
import { priceTable } from './price-table.ts'

const model = 'claude-haiku-5-5'
const at = '2026-11-22'

it.each([Number.NaN, Number.POSITIVE_INFINITY, -0.5])('refuses %s as a count and names the field', (count) => {
  const cost = costOfUsage({ model, at, usage: { input_tokens: 1, output_tokens: count } })
  expect(cost).toMatchObject({ ok: false, reason: 'invalid-usage', message: expect.stringContaining('output_tokens') })
})

it('refuses an invalid date', () => {
  const cost = costOfUsage({ model, at: new Date(Number.NaN), usage: { input_tokens: 1, output_tokens: 1 } })
  expect(cost).toMatchObject({ ok: false, reason: 'invalid-usage' })
})

it('says which prices were applied', () => {
  const cost = costOfUsage({ model: 'claude-sonnet-5-5', at: '2026-10-01', usage: { input_tokens: 1, output_tokens: 1 } })
  expect(cost).toMatchObject({ ok: true, band: { from: '2026-09-28', to: '2026-10-06', maxPromptTokens: null } })
})

it('treats a broken usage object as a defect where reading it throws', () => {
  const usage = {
    get input_tokens(): number {
      throw new TypeError('unreadable')
    },
  }
  expect(() => costOfUsage({ model, at, usage })).toThrow(TypeError)
})

it('never costs less for more tokens of any class', () => {
  const tokens = fc.nat({ max: 200_000 })
  const classes = ['input', 'output', 'write5m', 'write1h', 'read'] as const
  const usageOf = (counts: Record<(typeof classes)[number], number>) => ({
    input_tokens: counts.input,
    output_tokens: counts.output,
    cache_read_input_tokens: counts.read,
    cache_creation: { ephemeral_5m_input_tokens: counts.write5m, ephemeral_1h_input_tokens: counts.write1h },
  })
  fc.assert(
    fc.property(
      fc.constantFrom(...priceTable.models.keys()),
      fc.record({ input: tokens, output: tokens, write5m: tokens, write1h: tokens, read: tokens }),
      fc.constantFrom(...classes),
      tokens,
      (id, counts, name, more) => {
        const day = priceTable.models.get(id)!.periods[0]!.from
        const less = costOfUsage({ model: id, at: day, usage: usageOf(counts) })
        const grown = costOfUsage({ model: id, at: day, usage: usageOf({ ...counts, [name]: counts[name] + more }) })
        return less.ok && grown.ok && less.picoUsd <= grown.picoUsd
      },
    ),
  )
})

it('never charges less for writes whose split disagrees with their total than for any split of the larger', () => {
  const tokens = fc.nat({ max: 50_000 })
  fc.assert(
    fc.property(tokens, tokens, tokens, (total, fiveMinutes, oneHour) => {
      const base = { input_tokens: 1, output_tokens: 1 }
      const actual = costOfUsage({
        model,
        at,
        usage: {
          ...base,
          cache_creation_input_tokens: total,
          cache_creation: { ephemeral_5m_input_tokens: fiveMinutes, ephemeral_1h_input_tokens: oneHour },
        },
      })
      const byTotal = costOfUsage({ model, at, usage: { ...base, cache_creation_input_tokens: total } })
      const bySplit = costOfUsage({
        model,
        at,
        usage: { ...base, cache_creation: { ephemeral_5m_input_tokens: fiveMinutes, ephemeral_1h_input_tokens: oneHour } },
      })
      if (!actual.ok || !byTotal.ok || !bySplit.ok) return false
      const isFlagged = actual.flags.includes('cache-write-split-mismatch')
      return actual.picoUsd >= byTotal.picoUsd && actual.picoUsd >= bySplit.picoUsd && isFlagged === (total !== fiveMinutes + oneHour)
    }),
  )
})
