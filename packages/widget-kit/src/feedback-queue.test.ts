import type { FeedbackEvent } from '@inkling/contracts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFeedbackQueue, type FeedbackQueueOptions } from './feedback-queue.ts'
import { createTokenSource } from './token-source.ts'

interface Sent {
  url: string
  request: RequestInit
  events: FeedbackEvent[]
}

let sent: Sent[]
let answers: ((events: FeedbackEvent[]) => Response | Promise<Response>)[]
let storage: Storage

const acceptAll = (events: FeedbackEvent[]) => Response.json({ accepted: events.map(({ id }) => id), rejected: [] })

const fetchFake = (async (url: string, request: RequestInit) => {
  const events = (JSON.parse(String(request.body)) as { events: FeedbackEvent[] }).events
  sent.push({ url, request, events })
  return (answers.shift() ?? acceptAll)(events)
}) as typeof fetch

/** Storage whose keys can be listed as in a browser. */
function createStorage(): Storage {
  const storage: Storage = Object.create({
    getItem: (key: string) => (Object.hasOwn(storage, key) ? storage[key] : null),
    setItem: (key: string, value: string) => {
      storage[key] = value
    },
    removeItem: (key: string) => {
      delete storage[key]
    },
  })
  return storage
}

const createQueue = (options: Partial<FeedbackQueueOptions> = {}) =>
  createFeedbackQueue({
    endpoint: 'https://i.example',
    tokens: createTokenSource(async () => 'token'),
    storage,
    ...options,
  })

const impression = { suggestionId: 's1', type: 'impression' as const }
const settle = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(Math, 'random').mockReturnValue(1)
  vi.stubGlobal('fetch', fetchFake)
  sent = []
  answers = []
  storage = createStorage()
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

test('events of a second travel together, with an id each, and are forgotten when acknowledged', async () => {
  const queue = createQueue()
  queue.record(impression)
  queue.record({ suggestionId: 's1', type: 'accept', itemIndex: 2 })
  expect(Object.values(storage)).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(sent).toHaveLength(1)
  expect(sent[0]).toMatchObject({
    url: 'https://i.example/api/v1/feedback',
    request: { method: 'POST', keepalive: true, headers: { authorization: 'Bearer token' } },
  })
  expect(sent[0]?.events.map(({ type }) => type)).toEqual(['impression', 'accept'])
  expect(sent[0]?.events[0]?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(queue.size()).toBe(0)
  expect(Object.values(storage)).toHaveLength(0)
})

test('a rejected event is forgotten as well, one that is not named stays', async () => {
  const queue = createQueue()
  for (const suggestionId of ['a', 'b', 'c']) queue.record({ suggestionId, type: 'impression' })
  answers.push((events) => Response.json({ accepted: [events[0]?.id], rejected: [{ id: events[1]?.id, code: 'invalid-event' }] }))
  answers.push(() => Response.error())
  await queue.flush()
  expect(queue.size()).toBe(1)
})

test('a batch holds at most 100 events and 30 kB, and one is under way at a time', async () => {
  const queue = createQueue()
  for (let index = 0; index < 250; index++) queue.record({ suggestionId: 'x'.repeat(390), type: 'rate', value: 5 })
  let underWay = 0
  let most = 0
  const slowly = async (events: FeedbackEvent[]) => {
    most = Math.max(most, ++underWay)
    await Promise.resolve()
    underWay--
    return acceptAll(events)
  }
  answers = Array.from({ length: 10 }, () => slowly)
  await Promise.all([queue.flush(), queue.flush()])
  expect(queue.size()).toBe(0)
  expect(most).toBe(1)
  for (const { request, events } of sent) {
    expect(String(request.body).length).toBeLessThanOrEqual(30_000)
    expect(events.length).toBeLessThanOrEqual(100)
  }
  expect(sent.flatMap(({ events }) => events)).toHaveLength(250)
})

test('small events come in batches of 100', async () => {
  const queue = createQueue()
  for (let index = 0; index < 150; index++) queue.record(impression)
  await queue.flush()
  expect(sent.map(({ events }) => events.length)).toEqual([100, 50])
})

test('failures are tried again at growing intervals', async () => {
  const queue = createQueue()
  answers = [
    () => Promise.reject(new TypeError('offline')),
    () => new Response('', { status: 503 }),
    () => new Response('', { status: 404 }),
  ]
  queue.record(impression)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(sent).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1_999)
  expect(sent).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(sent).toHaveLength(2)
  queue.record(impression)
  await vi.advanceTimersByTimeAsync(3_999)
  expect(sent).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(1)
  expect(sent).toHaveLength(3)
  await vi.advanceTimersByTimeAsync(8_000)
  expect(queue.size()).toBe(0)
})

test('a server that names a time is left alone until then', async () => {
  const queue = createQueue()
  answers = [() => new Response('', { status: 429, headers: { 'retry-after': '60' } })]
  queue.record(impression)
  await vi.advanceTimersByTimeAsync(60_999)
  expect(sent).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(sent).toHaveLength(2)
})

test('a refused token is renewed once', async () => {
  let asked = 0
  const queue = createQueue({ tokens: createTokenSource(async () => `token-${++asked}`) })
  answers = [() => new Response('', { status: 401 })]
  queue.record(impression)
  await queue.flush()
  expect(sent.map(({ request }) => new Headers(request.headers).get('authorization'))).toEqual(['Bearer token-1', 'Bearer token-2'])
  expect(queue.size()).toBe(0)
})

test('a body that the server will never take does not hold up what follows', async () => {
  const queue = createQueue()
  answers = [() => new Response('', { status: 400 })]
  queue.record(impression)
  await queue.flush()
  expect(queue.size()).toBe(0)
})

test('the next page of the tab delivers what this one could not', async () => {
  const first = createQueue()
  answers = [() => Promise.reject(new TypeError('offline'))]
  first.record(impression)
  await first.flush()
  const id = sent[0]?.events[0]?.id
  vi.clearAllTimers()
  createQueue()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(sent[1]?.events[0]?.id).toBe(id)
  expect(Object.values(storage)).toHaveLength(0)
})

test('queues of other servers are left alone', () => {
  createQueue({ endpoint: 'https://other.example' }).record(impression)
  expect(createQueue().size()).toBe(0)
})

test('while a page is left, what is not yet under way is handed over at once', async () => {
  const queue = createQueue()
  queue.flushNow()
  queue.record(impression)
  queue.flushNow()
  expect(sent).toHaveLength(0)
  let answer: (response: Response) => void = () => {}
  answers = [() => new Promise<Response>((resolve) => (answer = resolve))]
  void queue.flush()
  await settle()
  queue.record({ suggestionId: 's1', type: 'dwell', value: 4_000 })
  queue.flushNow()
  queue.flushNow()
  expect(sent.map(({ events }) => events.map(({ type }) => type))).toEqual([['impression'], ['dwell']])
  answer(acceptAll(sent[0]?.events ?? []))
  await settle()
  expect(queue.size()).toBe(0)
})

test('an event handed over without an answer stays for the next page', async () => {
  const queue = createQueue()
  queue.record(impression)
  await queue.flush()
  queue.record(impression)
  answers = [() => Promise.reject(new TypeError('aborted'))]
  queue.flushNow()
  await settle()
  expect(queue.size()).toBe(1)
})

test('storage that is full, forbidden or damaged loses nothing in memory', async () => {
  storage['inkling.feedback https://i.example x'] = '{not json'
  storage['inkling.feedback https://i.example y'] = '"text"'
  storage.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  for (const broken of [storage, undefined]) {
    const queue = createQueue({ storage: broken })
    queue.record(impression)
    await queue.flush()
    expect(queue.size()).toBe(0)
  }
  expect(sent).toHaveLength(2)
})

test('a tab that is offline for a day keeps the newest 500 events', () => {
  const queue = createQueue()
  for (let index = 0; index < 510; index++) queue.record({ suggestionId: `s${index}`, type: 'impression' })
  expect(queue.size()).toBe(500)
  expect(Object.values(storage)[0]).not.toContain('"s9"')
})
