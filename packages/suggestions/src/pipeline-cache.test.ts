import { describe, expect, test, vi } from 'vitest'
import { chefs, chosen, context, item, request, reviewTemplate, setUp } from './testing/chef-pipeline.ts'
import { answerText, ScriptedModel } from './testing/scripted-model.ts'

describe('the cache', () => {
  test('answers an equal request without a call, whatever the order of its candidates', async () => {
    const { ports, pipeline } = setUp()
    await pipeline.answer(request())
    const again = await pipeline.answer(
      request({ context: { ...context, chefs: [...chefs].reverse() }, caller: { ...request().caller, userKey: 'user-2' } }),
    )
    expect(again.meta).toMatchObject({ source: 'cache', costUsd: '0' })
    expect(chosen(again.items)).toEqual(['chef-bo', 'chef-ada', 'chef-dee'])
    expect(ports.model.requests).toHaveLength(1)
  })

  test('holds neither candidate ids nor any part of the context', async () => {
    const { ports, pipeline } = setUp()
    await pipeline.answer(request())
    expect(JSON.stringify([...ports.cache.entries])).not.toMatch(/chef-|vegetarian/)
  })

  test("keeps what was written from a user's own words for that user alone", async () => {
    const sections = ['Food', 'Service', 'Would I book again'].map((heading) => ({
      heading,
      body: `${heading} was lovely from start to end.`,
    }))
    const { ports, pipeline } = setUp({ model: new ScriptedModel({ text: answerText(sections) }) })
    const mine = { suggestion: reviewTemplate, context: { rating: 5, occasion: 'birthday', dishes: ['Risotto'], highlights: 'Great view' } }
    await pipeline.answer(request(mine))
    await pipeline.answer(request({ ...mine, caller: { ...request().caller, userKey: 'user-2' } }))
    expect(ports.model.requests).toHaveLength(2)
  })

  test.each([
    ['the language', { caller: { ...request().caller, locale: 'ko' as const } }],
    ['the context', { context: { ...context, partySize: 5 } }],
    ['a candidate', { context: { ...context, chefs: chefs.slice(1) } }],
  ])('asks anew when %s differs', async (_, changes) => {
    const { ports, pipeline } = setUp()
    await pipeline.answer(request())
    await pipeline.answer(request(changes))
    expect(ports.model.requests).toHaveLength(2)
  })

  test('gives a stale answer, labelled, when no fresh one may be bought', async () => {
    const { ports, pipeline } = setUp()
    await pipeline.answer(request())
    await ports.clock.advance(2 * 60 * 60 * 1000)
    ports.gate.decide = () => ({ granted: false, reason: 'budget-exhausted' })
    const answer = await pipeline.answer(request())
    expect(answer.meta).toMatchObject({ source: 'stale', reason: 'budget-exhausted' })
    expect(chosen(answer.items)).toEqual(['chef-bo', 'chef-ada', 'chef-dee'])
  })
})

describe('who takes over the lead of a flight', () => {
  test('adds to what was shown, publishes from there on, and caches the whole', async () => {
    const published: [number, unknown][] = []
    const leader = {
      publish: (index: number, shown: unknown) => void published.push([index, shown]),
      finish: vi.fn(),
      handOver: () => false,
    }
    const { ports, pipeline } = setUp()
    ports.flights.join = async () => ({
      role: 'follower',
      events: (async function* () {
        yield { type: 'item', index: 0, item: item(2) } as const
        yield { type: 'lead', leader } as const
      })(),
    })
    const answer = await pipeline.answer(request())
    expect(chosen(answer.items)).toEqual(['chef-bo', 'chef-ada', 'chef-dee'])
    expect(published).toMatchObject([
      [1, { chefId: 'c1' }],
      [2, { chefId: 'c4' }],
    ])
    expect(leader.finish).toHaveBeenCalledWith(expect.objectContaining({ outcome: 'answered', complete: true }))
    expect([...ports.cache.entries.values()][0]?.items).toMatchObject([{ chefId: 'c2' }, { chefId: 'c1' }, { chefId: 'c4' }])
  })
})
