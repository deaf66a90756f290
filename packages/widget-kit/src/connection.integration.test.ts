import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { connectionFor } from './connection.ts'
import type { InklingEvent } from './inkling-event.ts'
import { type InklingTestServer, startInklingTestServer } from './testing/index.ts'

const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
const meta = { createdAt: '2026-11-22T10:00:00.000Z', requestId: 'r1' }
let server: InklingTestServer

beforeEach(async () => {
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('document', page)
  server = await startInklingTestServer({
    answers: {
      'demo.ready': async function* () {
        yield { type: 'answer-start', suggestionId: 's1' }
        yield { type: 'item', index: 0, item: 'soup' }
        yield { type: 'answer-end', meta: { source: 'cache', ...meta } }
      },
      'demo.off': async function* () {
        yield { type: 'answer-start', suggestionId: 's2' }
        yield { type: 'answer-end', meta: { source: 'off', reason: 'disabled', ...meta } }
      },
      'demo.cut': async function* () {},
    },
  })
})

afterEach(async () => {
  vi.unstubAllGlobals()
  await server.close()
})

test('the same endpoint and getToken give one connection, others do not', () => {
  const getToken = async () => 'token'
  expect(connectionFor(server.origin, getToken)).toBe(connectionFor(server.origin, getToken))
  expect(connectionFor(server.origin, getToken)).not.toBe(connectionFor(`${server.origin}/`, getToken))
  expect(connectionFor(server.origin, getToken)).not.toBe(connectionFor(server.origin, async () => 'token'))
  vi.stubGlobal('window', undefined)
  expect(connectionFor(server.origin, getToken)).not.toBe(connectionFor(server.origin, getToken))
})

test('a host hears how each request ended, and feedback goes on after it has stopped listening', async () => {
  const connection = connectionFor(server.origin, async () => 'token')
  const events: InklingEvent[] = []
  const detach = connection.attach()
  for (const suggestion of ['ready', 'off', 'cut'])
    connection.store.entry({ product: 'demo', suggestion, context: {} }).subscribe(
      () => {},
      (event) => events.push(event),
    )
  await vi.waitFor(() => expect(events).toHaveLength(3))
  connection.record?.({ suggestionId: 's1', type: 'accept', itemIndex: 0 })
  expect(events.map((event) => (event.type === 'feedback' ? event.event.type : `${event.type} ${event.suggestion}`)).sort()).toEqual([
    'answer off',
    'answer ready',
    'failure cut',
  ])
  expect(events.find((event) => event.type === 'answer' && event.suggestion === 'ready')).toMatchObject({ suggestionId: 's1', items: 1 })
  detach()
  connection.record?.({ suggestionId: 's1', type: 'undo', itemIndex: 0 })
  await vi.waitFor(() => expect([...server.feedback.values()].map(({ type }) => type)).toEqual(['accept', 'undo']))
})

test('the newest getToken is asked', async () => {
  const connection = connectionFor(server.origin, async () => 'old')
  connection.followGetToken(async () => 'new')
  connection.store.entry({ product: 'demo', suggestion: 'ready', context: {} }).subscribe(() => {})
  await vi.waitFor(() => expect(server.asked[0]?.token).toBe('new'))
})

test.each([
  ['the page is left', () => window.dispatchEvent(new Event('pagehide'))],
  [
    'the tab is hidden',
    () => {
      page.visibilityState = 'hidden'
      page.dispatchEvent(new Event('visibilitychange'))
      page.visibilityState = 'visible'
    },
  ],
  ['the network is back', () => window.dispatchEvent(new Event('online'))],
  ['the tab is shown', () => page.dispatchEvent(new Event('visibilitychange'))],
])('feedback does not wait for its turn when %s', async (_, happen) => {
  const connection = connectionFor(server.origin, async () => 'token')
  connection.attach()
  connection.attach()()
  const entry = connection.store.entry({ product: 'demo', suggestion: 'ready', context: {} })
  entry.subscribe(() => {})
  await vi.waitFor(() => expect(entry.getSnapshot().state.status).toBe('ready'))
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  connection.record?.({ suggestionId: 's1', type: 'copy', itemIndex: 0 })
  happen()
  vi.useRealTimers()
  await vi.waitFor(() => expect(server.feedback.size).toBe(1))
})

test('a page without storage still sends feedback', async () => {
  vi.stubGlobal('sessionStorage', undefined)
  Object.defineProperty(globalThis, 'sessionStorage', {
    configurable: true,
    get: () => {
      throw new DOMException('denied', 'SecurityError')
    },
  })
  const connection = connectionFor(server.origin, async () => 'token')
  const detach = connection.attach()
  connection.record?.({ suggestionId: 's1', type: 'impression' })
  detach()
  await vi.waitFor(() => expect(server.feedback.size).toBe(1))
})
