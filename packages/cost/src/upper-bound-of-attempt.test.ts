import fc from 'fast-check'
import { expect, it } from 'vitest'
import { costOfUsage } from './cost-of-usage.ts'
import { priceTable } from './price-table.ts'
import { type PromptCaching, upperBoundOfAttempt } from './upper-bound-of-attempt.ts'

const attempt = { model: 'claude-haiku-5-5', at: '2026-11-22', promptTexts: ['x'], blocks: 1, maxOutputTokens: 300 }

const modelAndDay = fc
  .constantFrom(...priceTable.models.entries())
  .chain(([model, { periods }]) => fc.record({ model: fc.constant(model), at: fc.constantFrom(...periods.map(({ from }) => from)) }))

it('is never below the cost of any usage within its tokens', () => {
  const share = fc.nat({ max: 1_000 })
  fc.assert(
    fc.property(
      fc.record({
        where: modelAndDay,
        promptTexts: fc.array(fc.string({ unit: 'grapheme', maxLength: 400 }), { maxLength: 4 }),
        schemaJson: fc.option(fc.json(), { nil: undefined }),
        blocks: fc.nat({ max: 40 }),
        maxOutputTokens: fc.nat({ max: 64_000 }),
        promptCaching: fc.constantFrom<PromptCaching>('off', '5m', '1h'),
        geo: fc.constantFrom('global', 'us', undefined),
        tier: fc.constantFrom('standard', 'batch', null),
        shares: fc.tuple(share, share, share, share, share),
      }),
      ({ where, geo, tier, shares, ...rest }) => {
        const bound = upperBoundOfAttempt({ ...rest, ...where, inferenceGeo: geo })
        if (!bound.ok) return false
        // Random parts of the bound's tokens; the last share is that of the output.
        const [input, read, write5m, write1h, output] = shares
        const allowed = { off: [input, read, 0, 0], '5m': [input, read, write5m, 0], '1h': [input, read, write5m, write1h] }[
          rest.promptCaching
        ]
        const sum = Math.max(1, ...[allowed.reduce((left, right) => left + right)])
        const [inputs, reads, writes5m, writes1h] = allowed.map((part) => Math.floor((bound.inputTokenBound * part) / sum))
        const cost = costOfUsage({
          ...where,
          usage: {
            input_tokens: inputs!,
            output_tokens: Math.floor((rest.maxOutputTokens * output) / 1_000),
            cache_read_input_tokens: reads!,
            cache_creation: { ephemeral_5m_input_tokens: writes5m!, ephemeral_1h_input_tokens: writes1h! },
            service_tier: tier,
            // A request that does not name a geography may be served, and charged, as "us".
            inference_geo: geo ?? 'us',
          },
        })
        return cost.ok && cost.picoUsd <= bound.picoUsd
      },
    ),
    { numRuns: 500 },
  )
})

it('equals the cost of the dearest usage that it allows', () => {
  const bound = upperBoundOfAttempt({ ...attempt, promptCaching: '1h' })
  if (!bound.ok) throw new Error(bound.message)
  const cost = costOfUsage({
    ...attempt,
    usage: {
      input_tokens: 0,
      output_tokens: attempt.maxOutputTokens,
      cache_creation: { ephemeral_1h_input_tokens: bound.inputTokenBound },
      inference_geo: 'us',
    },
  })
  expect(cost).toMatchObject({ ok: true, picoUsd: bound.picoUsd })
})

it('admits a prompt of exactly 100,000 tokens and refuses one more', () => {
  const room = 100_000 - 64 - 16
  expect(upperBoundOfAttempt({ ...attempt, promptTexts: ['x'.repeat(room)] })).toMatchObject({ ok: true, inputTokenBound: 100_000 })
  expect(upperBoundOfAttempt({ ...attempt, promptTexts: ['x'.repeat(room), 'x'] })).toMatchObject({ ok: false, reason: 'prompt-too-large' })
})

it('refuses a text that only grows too large when normalised', () => {
  // One UTF-16 unit, 3 bytes as it stands, 33 in NFKD.
  const grows = '\uFDFA'.repeat(4_000)
  expect(upperBoundOfAttempt({ ...attempt, promptTexts: [grows] })).toMatchObject({ ok: false, reason: 'prompt-too-large' })
})

it('refuses huge texts without normalising them', () => {
  const huge = {
    length: 1_000_000_000,
    normalize: () => {
      throw new Error('normalised')
    },
  } as unknown as string
  expect(upperBoundOfAttempt({ ...attempt, promptTexts: [huge] })).toMatchObject({ ok: false, reason: 'prompt-too-large' })
})

it('refuses an invalid date', () => {
  expect(upperBoundOfAttempt({ ...attempt, at: new Date(Number.NaN) })).toMatchObject({ ok: false, reason: 'invalid-attempt' })
})
