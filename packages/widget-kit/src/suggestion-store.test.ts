import type { AnswerEvent, AnswerMeta } from '@inkling/contracts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSuggestionStore, type SuggestionStore } from './suggestion-store.ts'
import { type StreamOptions, type SuggestionRequest, type Transport, TransportError } from './transport.ts'

const meta: AnswerMeta = { source: 'claude', createdAt: '2026-11-22T10:00:00.000Z', requestId: 'r1' }

interface Stream {
  request: SuggestionRequest
  signal: AbortSignal
  send(event: AnswerEvent): void
  fail(cause: unknown): Promise<void>
}

let streams: Stream[]
let store: SuggestionStore
const notify = vi.fn()
const request = (context: unknown = { guests: 4 }) => ({ product: 'coocook', suggestion: 'menuCuration', context })

beforeEach(() => {
  vi.useFakeTimers()
  streams = []
  notify.mockReset()
  const transport: Transport = {
    stream: <Item>(asked: SuggestionRequest, options: StreamOptions<Item>) =>
      new Promise<void>((resolve, reject) => {
        streams.push({
          request: asked,
          signal: options.signal,
          send(event) {
            options.onEvent(event as AnswerEvent<Item>)
            if (event.type === 'answer-end') resolve()
          },
          async fail(cause) {
            reject(cause)
            await Promise.resolve()
            await Promise.resolve()
          },
        })
      }),
  }
  store = createSuggestionStore(transport)
})

afterEach(() => {
  vi.useRealTimers()
})

test('the same question in other words of JSON is one entry and one request', () => {
  for (let index = 0; index < 100; index++) {
    const context = index % 2 ? { guests: 4, hours: 3 } : { hours: 3, guests: 4 }
    store.entry(request(context)).subscribe(() => {})
  }
  expect(streams).toHaveLength(1)
})

test('an answer goes from loading over streaming to ready', () => {
  const entry = store.entry(request())
  const seen: string[] = []
  expect(entry.getSnapshot().state.status).toBe('idle')
  entry.subscribe(() => seen.push(`${entry.getSnapshot().state.status} ${entry.getSnapshot().state.items.length}`), notify)
  entry.subscribe(() => {}, notify)
  streams[0]?.send({ type: 'answer-start', suggestionId: 's1' })
  streams[0]?.send({ type: 'item', index: 0, item: 'soup' })
  vi.advanceTimersByTime(300)
  streams[0]?.send({ type: 'item', index: 1, item: 'cake' })
  streams[0]?.send({ type: 'answer-end', meta })
  expect(seen).toEqual(['loading 0', 'streaming 0', 'streaming 1', 'streaming 2', 'ready 2'])
  expect(entry.getSnapshot().state).toEqual({ status: 'ready', items: ['soup', 'cake'], suggestionId: 's1', meta })
  expect(notify).toHaveBeenCalledExactlyOnceWith({
    ...{ type: 'answer', product: 'coocook', suggestion: 'menuCuration', suggestionId: 's1', meta, items: 2 },
    milliseconds: { firstItem: 0, total: 300 },
  })
})

test("the user's own words stand where the answer has a placeholder", () => {
  const entry = store.entry(request({ highlights: 'I am Ana' }))
  entry.subscribe(() => {})
  streams[0]?.send({ type: 'answer-start', suggestionId: 's1' })
  streams[0]?.send({ type: 'item', index: 0, item: { body: 'By [NAME_1]' } })
  streams[0]?.send({
    type: 'answer-end',
    meta: { ...meta, redactions: [{ placeholder: '[NAME_1]', field: 'highlights', start: 5, end: 8 }] },
  })
  expect(entry.getSnapshot().state.items).toEqual([{ body: 'By Ana' }])
})

test('off shows no item', () => {
  const entry = store.entry(request())
  entry.subscribe(() => {})
  streams[0]?.send({ type: 'answer-start', suggestionId: 's1' })
  streams[0]?.send({ type: 'answer-end', meta: { ...meta, source: 'off', reason: 'disabled' } })
  expect(entry.getSnapshot().state).toMatchObject({ status: 'off', items: [], meta: { reason: 'disabled' } })
})

test('a stream that breaks keeps what it has shown and names the cause', async () => {
  const entry = store.entry(request())
  entry.subscribe(() => {})
  streams[0]?.send({ type: 'answer-start', suggestionId: 's1' })
  streams[0]?.send({ type: 'item', index: 0, item: 'soup' })
  await streams[0]?.fail(new TransportError('offline'))
  expect(entry.getSnapshot().state).toEqual({ status: 'failed', items: ['soup'], suggestionId: 's1', code: 'offline' })
  entry.refresh()
  await streams[1]?.fail(new TransportError('quota-exceeded'))
  expect(entry.getSnapshot().state).toEqual({ status: 'failed', items: [], suggestionId: undefined, code: 'quota-exceeded' })
})

test('leaving and coming back within a second asks once, as React does in StrictMode', () => {
  const entry = store.entry(request())
  const leave = entry.subscribe(() => {})
  leave()
  vi.advanceTimersByTime(900)
  entry.subscribe(() => {})
  vi.advanceTimersByTime(5_000)
  expect(streams).toHaveLength(1)
  expect(streams[0]?.signal.aborted).toBe(false)
})

test('an answer that nobody waits for any more is given up and forgotten', () => {
  const entry = store.entry(request())
  entry.subscribe(() => {})()
  vi.advanceTimersByTime(1_000)
  expect(streams[0]?.signal.aborted).toBe(true)
  expect(store.entry(request())).not.toBe(entry)
  entry.subscribe(() => {})
  expect(streams).toHaveLength(2)
})

test('one of two viewers may leave without harm', () => {
  const entry = store.entry(request())
  const leave = entry.subscribe(() => {})
  entry.subscribe(() => {})
  leave()
  vi.advanceTimersByTime(5_000)
  expect(streams[0]?.signal.aborted).toBe(false)
  expect(store.entry(request())).toBe(entry)
})

test('a render that was thrown away leaves no entry behind, one that shows up late is taken back', () => {
  const entry = store.entry(request())
  vi.advanceTimersByTime(1_000)
  entry.subscribe(() => {})
  expect(store.entry(request())).toBe(entry)
})

test('refresh asks again, gives the old request up, and forgets the marks', () => {
  const entry = store.entry<string>(request())
  entry.subscribe(() => {})
  streams[0]?.send({ type: 'answer-start', suggestionId: 's1' })
  entry.mark(0, { dismissed: true })
  entry.mark(0, { edited: 'broth' })
  entry.rate(4)
  entry.report()
  expect(entry.getSnapshot()).toMatchObject({ rating: 4, reported: true, generation: 1 })
  expect(entry.getSnapshot().marks.get(0)).toEqual({ dismissed: true, edited: 'broth' })
  entry.refresh()
  expect(streams[0]?.signal.aborted).toBe(true)
  expect(entry.getSnapshot()).toMatchObject({ rating: 0, reported: false, generation: 2, state: { status: 'loading' } })
  expect(entry.getSnapshot().marks.size).toBe(0)
})

test('a page in a loop is stopped after thirty requests in a minute', () => {
  const entry = store.entry(request())
  entry.subscribe(() => {})
  for (let index = 0; index < 40; index++) entry.refresh()
  expect(streams).toHaveLength(30)
  expect(entry.getSnapshot().state).toMatchObject({ status: 'failed', code: 'too-many' })
  vi.advanceTimersByTime(60_001)
  entry.refresh()
  expect(streams).toHaveLength(31)
})
