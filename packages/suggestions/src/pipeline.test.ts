import { registry } from '@inkling/prompts'
import { describe, expect, test } from 'vitest'
import type { ModelOutcome } from './ports.ts'
import { openSuggestionId } from './suggestion-id.ts'
import { chosen, eventsOf, item, keys, request, setUp, threeChefs } from './testing/chef-pipeline.ts'
import type { FakePorts } from './testing/fake-ports.ts'
import { settled } from './testing/manual-clock.ts'
import { answerText, ScriptedModel } from './testing/scripted-model.ts'

describe('an answer of Claude', () => {
  test("names the caller's own candidates, which travelled under aliases", async () => {
    const { ports, pipeline } = setUp()
    const answer = await pipeline.answer(request())
    expect(chosen(answer.items)).toEqual(['chef-bo', 'chef-ada', 'chef-dee'])
    expect(answer.meta).toMatchObject({ source: 'claude', variant: 'ranked', model: 'claude-haiku-5-5', requestId: 'request-1' })
    expect(JSON.stringify(ports.model.requests)).not.toContain('chef-')
  })

  test('costs exactly what its usage says and is settled under its own id', async () => {
    const { ports, pipeline } = setUp()
    const answer = await pipeline.answer(request())
    // 400 x 0.10 + 200 x 0.50 USD per million tokens.
    expect(answer.meta).toMatchObject({ costUsd: '0.00014', usage: { inputTokens: 400, outputTokens: 200 } })
    const [reservation] = ports.gate.reservations
    expect(ports.gate.settlements).toMatchObject([
      { attemptId: reservation?.attemptId, outcome: 'complete', charge: 140_000_000n, estimated: false, signal: 'success' },
    ])
    expect(reservation?.worstCase).toBeGreaterThan(140_000_000n)
  })

  test('streams each item while the rest is still being written', async () => {
    let finish = () => {}
    const until = new Promise<void>((resolve) => {
      finish = resolve
    })
    const { ports, pipeline } = setUp({ model: new ScriptedModel({ text: threeChefs.slice(0, -3), until }) })
    const iterator = pipeline.stream(request())[Symbol.asyncIterator]()
    expect((await iterator.next()).value).toMatchObject({ type: 'answer-start' })
    expect((await iterator.next()).value).toMatchObject({ type: 'item', index: 0, item: { chefId: 'chef-bo' } })
    expect(ports.gate.settlements).toEqual([])
    finish()
  })

  test('is signed for its product, user, variant and experiment arm', async () => {
    const assignment = { experimentId: 'coocook-chef-prompt-202611', variationId: '1' }
    const { ports, pipeline } = setUp({ prompt: { value: { variant: 'concierge' }, assignment } })
    const { suggestionId } = await pipeline.answer(request())
    expect(openSuggestionId(keys.suggestionId, suggestionId, ports.clock.now())).toMatchObject({
      claims: { product: 'coocook', userKey: 'user-1', variant: 'concierge', experiments: [assignment] },
    })
  })

  test('goes on and fills the cache when its caller has left', async () => {
    const { ports, pipeline } = setUp()
    for await (const _ of pipeline.stream(request())) break
    while (ports.cache.entries.size === 0) await settled()
    expect(ports.gate.settlements).toHaveLength(1)
    expect(ports.places.taken).toBe(0)
  })

  test('shows cost, model and variant to servers and under the debug claim alone', async () => {
    const { pipeline } = setUp()
    const { meta } = await pipeline.answer(request({ caller: { ...request().caller, sees: 'answer' } }))
    expect(Object.keys(meta).sort()).toEqual(['createdAt', 'requestId', 'source'])
  })
})

describe('items', () => {
  test.each([
    ['a foreign alias', [{ ...item(1), chefId: 'c9' }], 'candidate'],
    ['a repeated candidate', [item(1), item(1)], undefined],
    ['a broken schema', [{ chefId: 'c1' }], 'schema'],
    ['a link', [{ ...item(1), reasoning: 'See https://evil.example for this chef and more.' }], 'link'],
  ])('with %s are dropped, the good ones stay', async (_, bad, check) => {
    const { ports, pipeline } = setUp({ model: new ScriptedModel({ text: answerText([...bad, item(2), item(3), item(4)]) }) })
    const answer = await pipeline.answer(request())
    expect(answer.meta.source).toBe('claude')
    expect(new Set(chosen(answer.items)).size).toBe(answer.items.length)
    if (check) expect(ports.events).toContainEqual({ type: 'item-dropped', suggestion: 'coocook.chefRecommendation', check })
  })

  test('never repeat the subject that the suggestion keeps distinct, nor does the template that fills up', async () => {
    const { campaignStrategy } = registry.review
    const part = (name: string) => ({
      ...campaignStrategy.template(campaignStrategy.example, 'en', new Date())[0],
      part: name,
      budgetPercent: 1,
    })
    const outcome: ModelOutcome = { kind: 'unknown', cause: 'cut-stream' }
    const text = answerText([part('creators'), part('creators'), part('timeline')])
    const { pipeline } = setUp({ model: new ScriptedModel({ text, outcome }) })
    const caller = { ...request().caller, product: 'review' as const }
    const answer = await pipeline.answer(request({ suggestion: campaignStrategy, context: campaignStrategy.example, caller }))
    expect(answer.items.map((entry) => (entry as { part: string }).part)).toEqual(['creators', 'timeline', 'audience', 'kpis'])
    expect(answer.meta.templateItems).toEqual([2, 3])
  })

  test('cut off by max_tokens are kept when there are enough, and are not cached', async () => {
    const outcome: ModelOutcome = {
      kind: 'complete',
      usage: { input_tokens: 400, output_tokens: 600 },
      stopReason: 'max_tokens',
      contentEmpty: false,
    }
    const { ports, pipeline } = setUp({
      model: new ScriptedModel({ text: answerText([item(1), item(2), item(3), item(4)]).slice(0, -8), outcome }),
    })
    const answer = await pipeline.answer(request())
    expect(answer).toMatchObject({ items: [{}, {}, {}], meta: { source: 'claude' } })
    expect(ports.cache.entries.size).toBe(0)
    expect(ports.gate.settlements).toMatchObject([{ outcome: 'truncated', estimated: false }])
  })
})

test('every request ends with exactly one end event, last, and one served record', async () => {
  const { ports, pipeline } = setUp()
  const events = await eventsOf(pipeline.stream(request()))
  expect(events.map(({ type }) => type)).toEqual(['answer-start', 'item', 'item', 'item', 'answer-end'])
  expect(ports.records.answers).toMatchObject([{ source: 'claude', items: 3, variant: 'ranked' }])
  expect((ports as FakePorts).places.taken).toBe(0)
})
