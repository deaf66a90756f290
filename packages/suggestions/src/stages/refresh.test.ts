import { registry } from '@inkling/prompts'
import { expect, test, vi } from 'vitest'
import { deriveKeys } from '../keys.ts'
import { createPipeline } from '../pipeline.ts'
import type { CachedAnswer, FlightEnd, Flights } from '../ports.ts'
import { fakePorts } from '../testing/fake-ports.ts'
import { settled } from '../testing/manual-clock.ts'
import { answerText, ScriptedModel } from '../testing/scripted-model.ts'

const { chefRecommendation } = registry.coocook
const caller = { product: 'coocook', userKey: 'user-1', tier: 'standard', locale: 'en', sees: 'everything' } as const
const request = { suggestion: chefRecommendation, context: chefRecommendation.example, caller, requestId: 'request-1' }
const items = (reasoning: string) => ['c1', 'c2', 'c3'].map((chefId) => ({ chefId, reasoning, confidence: 0.8 }))
const [earlier, later] = [items('Cooks fresh pasta for small parties of four.'), items('Bakes their own bread for every single evening.')]
const lifetime = chefRecommendation.cacheSeconds * 1000

/** A flight for each key, whose followers see its end; what it was told is remembered. */
function rememberingFlights(): Flights & { led: number; ends: FlightEnd[]; published: unknown[] } {
  const flights = {
    ...{ led: 0, ends: [] as FlightEnd[], published: [] as unknown[] },
    join: async () => {
      flights.led += 1
      const finish = (end: FlightEnd) => void flights.ends.push(end)
      const publish = (_index: number, item: unknown) => void flights.published.push(item)
      return { role: 'leader' as const, leader: { publish, finish, handOver: () => false } }
    },
  }
  return flights
}

function setUp(until?: Promise<void>) {
  const second = { text: answerText(later), ...(until === undefined ? {} : { until }) }
  const flights = rememberingFlights()
  const ports = { ...fakePorts({ model: new ScriptedModel({ text: answerText(earlier) }, second) }), flights }
  const onDefect = vi.fn()
  const pipeline = createPipeline(ports, {
    ...{ keys: deriveKeys('a secret of thirty-two bytes, at least'), personalData: 'redact', timeoutMilliseconds: 10_000, onDefect },
    models: { default: 'claude-haiku-5-5', escalation: 'claude-sonnet-5-5' },
  })
  return { ports, flights, pipeline, onDefect }
}

const reasonings = ({ items: shown }: { items: unknown[] }) => [...new Set(shown.map((item) => (item as { reasoning: string }).reasoning))]

test('a stale answer is shown at once, labelled and free, while one call buys the next', async () => {
  let finish = () => {}
  const { ports, pipeline } = setUp(
    new Promise((resolve) => {
      finish = resolve
    }),
  )
  await pipeline.answer(request)
  await ports.clock.advance(lifetime)
  const shown = await Promise.all([1, 2, 3].map(() => pipeline.answer(request)))
  for (const answer of shown) {
    expect(answer.meta).toMatchObject({ source: 'stale', costUsd: '0' })
    expect(answer.meta.reason).toBeUndefined()
    expect(reasonings(answer)).toEqual([earlier[0]?.reasoning])
  }
  await settled()
  expect(ports.model.requests).toHaveLength(2)
  finish()
  await pipeline.idle()
  const next = await pipeline.answer(request)
  expect(next.meta.source).toBe('cache')
  expect(reasonings(next)).toEqual([later[0]?.reasoning])
  expect(ports.model.requests).toHaveLength(2)
})

test('what refreshes the cache is booked under an id of its own, and the stale answer keeps its', async () => {
  const { ports, pipeline } = setUp()
  await pipeline.answer(request)
  await ports.clock.advance(lifetime)
  await pipeline.answer(request)
  await pipeline.idle()
  const [first, refreshed] = ports.gate.reservations
  const served = ports.records.answers.map(({ suggestionId, answerId }) => ({ suggestionId, answerId }))
  expect(served[1]?.answerId).toBe(first?.suggestionId)
  expect(served.map(({ suggestionId }) => suggestionId)).not.toContain(refreshed?.suggestionId)
  expect(ports.gate.settlements).toHaveLength(2)
})

test('an answer that is older than twice its life waits for a new one, and stands in where there is none', async () => {
  const { ports, pipeline } = setUp()
  await pipeline.answer(request)
  await ports.clock.advance(2 * lifetime)
  ports.gate.decide = () => ({ granted: false, reason: 'breaker-open' })
  expect((await pipeline.answer(request)).meta).toMatchObject({ source: 'stale', reason: 'breaker-open' })
  ports.gate.decide = () => ({ granted: true })
  expect((await pipeline.answer(request)).meta).toMatchObject({ source: 'claude' })
})

test('nobody refreshes who may not cause new spending', async () => {
  const { ports, pipeline } = setUp()
  await pipeline.answer(request)
  await ports.clock.advance(lifetime)
  ports.sample.maySpend = () => false
  expect((await pipeline.answer(request)).meta).toMatchObject({ source: 'stale', reason: 'sampled-out' })
  await pipeline.idle()
  expect(ports.model.requests).toHaveLength(1)
})

test('where another process refreshes already, this one leaves it to that', async () => {
  const { ports, pipeline } = setUp()
  await pipeline.answer(request)
  await ports.clock.advance(lifetime)
  const left = vi.fn(async () => ({ done: true as const, value: undefined }))
  const never = { next: () => new Promise<never>(() => {}), return: left }
  ports.flights.join = (async () => ({ role: 'follower', events: { [Symbol.asyncIterator]: () => never } })) as never
  expect((await pipeline.answer(request)).meta.source).toBe('stale')
  await pipeline.idle()
  expect(left).toHaveBeenCalledOnce()
  expect(ports.model.requests).toHaveLength(1)
})

test('a defect while refreshing is reported, and the next request tries again', async () => {
  const { ports, pipeline, onDefect } = setUp()
  await pipeline.answer(request)
  await ports.clock.advance(lifetime)
  const join = ports.flights.join
  ports.flights.join = () => Promise.reject(new Error('broken'))
  await pipeline.answer(request)
  await pipeline.idle()
  expect(onDefect).toHaveBeenCalledWith(new Error('broken'))
  ports.flights.join = join
  await pipeline.answer(request)
  await pipeline.idle()
  expect(ports.model.requests).toHaveLength(2)
})

test('who comes to lead after another flight has ended takes its answer, for its followers too, and buys none', async () => {
  const { ports, flights, pipeline } = setUp()
  let late: CachedAnswer | undefined
  const get = ports.cache.get.bind(ports.cache)
  await pipeline.answer(request)
  // The look-up came before the other flight's answer was written, the lead after it.
  ports.cache.get = vi.fn(get).mockImplementationOnce(async (key) => {
    late = await get(key)
    return undefined
  })
  const answer = await pipeline.answer(request)
  expect(answer.meta).toMatchObject({ source: 'cache', costUsd: '0' })
  expect(ports.model.requests).toHaveLength(1)
  const { items: cached, ...described } = late!
  expect(flights.published.slice(-cached.length)).toEqual(cached)
  expect(flights.ends.at(-1)).toEqual({ outcome: 'answered', answer: described, complete: true })
})

test('a process that stops waits for an answer that nobody reads any more', async () => {
  let finish = () => {}
  const { ports, pipeline } = setUp(
    new Promise((resolve) => {
      finish = resolve
    }),
  )
  await pipeline.answer(request)
  await ports.clock.advance(3 * lifetime)
  for await (const event of pipeline.stream(request)) if (event.type === 'item') break
  let idle = false
  const waiting = pipeline.idle().then(() => {
    idle = true
  })
  await settled()
  expect(idle).toBe(false)
  finish()
  await waiting
  expect(ports.gate.settlements).toHaveLength(2)
})
