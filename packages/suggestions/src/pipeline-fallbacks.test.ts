import { describe, expect, test } from 'vitest'
import { createPipeline } from './pipeline.ts'
import type { ModelOutcome, ReservationDecision } from './ports.ts'
import { chefRecommendation, chosen, context, item, request, settings, setUp, threeChefs } from './testing/chef-pipeline.ts'
import { answerText, ScriptedModel } from './testing/scripted-model.ts'

describe('off', () => {
  test.each(['disabled', 'not-in-rollout'] as const)('%s shows nothing, calls nobody and charges nothing', async (admission) => {
    const { ports, pipeline } = setUp({ admission })
    const answer = await pipeline.answer(request())
    expect(answer).toMatchObject({ items: [], meta: { source: 'off', reason: admission } })
    expect([ports.model.requests, ports.gate.reservations, ports.records.exposures]).toEqual([[], [], []])
  })

  test('an operator overrides every flag', async () => {
    const { ports, pipeline } = setUp()
    ports.denyOverrides.denied = () => ({ reason: 'incident' })
    expect((await pipeline.answer(request())).meta).toMatchObject({ source: 'off', reason: 'disabled' })
  })

  test('no candidates means nothing to choose from', async () => {
    const { ports, pipeline } = setUp()
    const answer = await pipeline.answer(request({ context: { ...context, chefs: [] } }))
    expect(answer).toMatchObject({ items: [], meta: { source: 'off', reason: 'no-candidates' } })
    expect(ports.gate.reservations).toEqual([])
  })

  test('a switch that falls between admission and the gate shows nothing either', async () => {
    const { ports, pipeline } = setUp()
    ports.gate.decide = () => ({ granted: false, reason: 'disabled' })
    expect(await pipeline.answer(request())).toMatchObject({ items: [], meta: { source: 'off', reason: 'disabled' } })
  })
})

describe('a template', () => {
  const refusals: ReservationDecision[] = (
    ['budget-exhausted', 'budget-held', 'breaker-open', 'accounting-unavailable', 'rate-limited'] as const
  ).map((reason) => ({ granted: false, reason }))
  test.each(refusals.map((decision) => [decision.granted ? '' : decision.reason, decision] as const))(
    'answers when the gate says %s, and nothing is sent',
    async (reason, decision) => {
      const { ports, pipeline } = setUp()
      ports.gate.decide = () => decision
      const answer = await pipeline.answer(request())
      expect(answer.meta).toMatchObject({ source: 'template', reason })
      expect(answer.items.length).toBeGreaterThanOrEqual(3)
      expect(ports.model.requests).toEqual([])
    },
  )

  const outcomes: [string, ModelOutcome, string, unknown][] = [
    [
      'a refused connection',
      { kind: 'rejected', cause: 'connection-refused' },
      'upstream-error',
      { charge: 0n, estimated: false, signal: 'failure' },
    ],
    ['a 401', { kind: 'rejected', cause: 'authentication', status: 401 }, 'upstream-error', { charge: 0n, signal: 'hold-open' }],
    ['a 529', { kind: 'rejected', cause: 'overloaded', status: 529 }, 'upstream-error', { charge: 0n, signal: 'failure' }],
    ['a 400', { kind: 'rejected', cause: 'bad-request', status: 400 }, 'upstream-error', { charge: 0n, signal: 'none' }],
    [
      'a 500',
      { kind: 'unknown', cause: 'server-error', status: 500 },
      'upstream-error',
      { charge: 'whole-reservation', estimated: true, signal: 'failure' },
    ],
    [
      'a stream cut after its start',
      { kind: 'unknown', cause: 'cut-stream', startUsage: { input_tokens: 400, output_tokens: 1 } },
      'upstream-error',
      { estimated: true, signal: 'failure' },
    ],
    [
      'a refusal',
      { kind: 'complete', usage: { input_tokens: 400, output_tokens: 4 }, stopReason: 'refusal', contentEmpty: true },
      'refused',
      { charge: 0n, outcome: 'refused' },
    ],
  ]
  test.each(outcomes)('answers after %s', async (_, outcome, reason, settlement) => {
    const { ports, pipeline } = setUp({ model: new ScriptedModel({ outcome }) })
    const answering = pipeline.answer(request())
    await ports.clock.advance(5_000)
    const answer = await answering
    expect(answer.meta).toMatchObject({ source: 'template', reason })
    expect(ports.gate.settlements[0]).toMatchObject(settlement as object)
    expect(ports.gate.settlements).toHaveLength(ports.gate.reservations.length)
  })

  test('a stream cut after its start is charged its exact input and all the output it was allowed', async () => {
    const outcome: ModelOutcome = { kind: 'unknown', cause: 'cut-stream', startUsage: { input_tokens: 400, output_tokens: 1 } }
    const { ports, pipeline } = setUp({ model: new ScriptedModel({ outcome }) })
    const answering = pipeline.answer(request())
    await ports.clock.advance(5_000)
    await answering
    const expected = 400n * 100_000n + BigInt(chefRecommendation.maxOutputTokens) * 500_000n
    expect(ports.gate.settlements[0]?.charge).toBe(expected)
  })

  test('answers at the deadline when Claude hangs, and the attempt is booked', async () => {
    const { ports, pipeline } = setUp({ model: new ScriptedModel({ until: new Promise(() => {}) }) })
    const answering = pipeline.answer(request())
    await ports.clock.advance(9_999)
    expect(ports.gate.settlements).toEqual([])
    await ports.clock.advance(1)
    expect((await answering).meta).toMatchObject({ source: 'template', reason: 'timeout' })
    expect(ports.gate.settlements).toMatchObject([{ outcome: 'timeout', estimated: true }])
  })

  test('fills what is missing below the minimum, with the indices of what it filled', async () => {
    const { ports, pipeline } = setUp({ model: new ScriptedModel({ text: answerText([item(3)]) }) })
    const answer = await pipeline.answer(request())
    expect(answer.meta).toMatchObject({ source: 'claude', reason: 'incomplete', templateItems: [1, 2] })
    expect(new Set(chosen(answer.items)).size).toBe(3)
    expect(ports.cache.entries.size).toBe(0)
  })

  test('is used for users whom the forecast has sampled out, without a reservation', async () => {
    const { ports, pipeline } = setUp()
    ports.sample = { maySpend: () => false }
    const sampled = createPipeline(ports, settings)
    expect((await sampled.answer(request())).meta).toMatchObject({ source: 'template', reason: 'sampled-out' })
    expect((await pipeline.answer(request())).meta).toBeDefined()
  })
})

describe('another attempt', () => {
  test('is made after a passing fault, with a reservation of its own', async () => {
    const overloaded: ModelOutcome = { kind: 'rejected', cause: 'overloaded', status: 529 }
    const { ports, pipeline } = setUp({ model: new ScriptedModel({ outcome: overloaded }, { text: threeChefs }) })
    const answering = pipeline.answer(request())
    await ports.clock.advance(1_000)
    expect((await answering).meta.source).toBe('claude')
    expect(new Set(ports.gate.reservations.map(({ attemptId }) => attemptId)).size).toBe(2)
    expect(ports.gate.settlements.map(({ outcome }) => outcome)).toEqual(['rejected', 'complete'])
  })

  test('is not made once something has been shown', async () => {
    const outcome: ModelOutcome = { kind: 'unknown', cause: 'cut-stream', startUsage: { input_tokens: 400, output_tokens: 1 } }
    const { ports, pipeline } = setUp({ model: new ScriptedModel({ text: answerText([item(1)]), outcome }) })
    await pipeline.answer(request())
    expect(ports.model.requests).toHaveLength(1)
  })

  test('waits for the rate as long as the deadline allows', async () => {
    const { ports, pipeline } = setUp()
    let asked = 0
    ports.gate.decide = () => (++asked === 1 ? { granted: false, reason: 'rate-limited', retryAfterMs: 3_000 } : { granted: true })
    const answering = pipeline.answer(request())
    await ports.clock.advance(3_000)
    expect((await answering).meta.source).toBe('claude')
    ports.gate.decide = () => ({ granted: false, reason: 'rate-limited', retryAfterMs: 11_000 })
    const late = await pipeline.answer(request({ context: { ...context, partySize: 9 } }))
    expect(late.meta).toMatchObject({ source: 'template', reason: 'rate-limited' })
  })
})
