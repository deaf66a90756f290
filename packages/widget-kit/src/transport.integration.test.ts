import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type AnswerEvent, type InklingTestServer, startInklingTestServer } from './testing/index.ts'
import { createTokenSource } from './token-source.ts'
import { createTransport, type Transport } from './transport.ts'

const end: AnswerEvent = { type: 'answer-end', meta: { source: 'claude', createdAt: '2026-11-22T10:00:00.000Z', requestId: 'r1' } }
const gates = new Map<string, () => void>()
const gate = (name: string) => new Promise<void>((resolve) => gates.set(name, resolve))
let aborted = 0

let server: InklingTestServer
let transport: Transport
let tokensAsked: number

beforeEach(async () => {
  aborted = 0
  tokensAsked = 0
  gates.clear()
  server = await startInklingTestServer({
    answers: {
      'demo.quick': async function* (context) {
        yield { type: 'answer-start', suggestionId: 's1' }
        yield { type: 'item', index: 0, item: context }
        yield end
      },
      'demo.held': async function* (context, { signal }) {
        const name = String((context as { name: string }).name)
        signal?.addEventListener('abort', () => aborted++)
        yield { type: 'answer-start', suggestionId: name }
        await Promise.race([gate(name), new Promise((resolve) => signal?.addEventListener('abort', resolve))])
        yield { type: 'item', index: 0, item: name }
        yield end
      },
      'demo.cut': async function* () {
        yield { type: 'answer-start', suggestionId: 's1' }
      },
      'demo.broken': async function* () {
        yield { type: 'answer-start', suggestionId: 's1' }
        throw new Error('defect')
      },
    },
  })
  const tokens = createTokenSource(async () => `token-${++tokensAsked}`)
  transport = createTransport(server.origin, tokens)
})

afterEach(() => server.close())

function ask(suggestion: string, context: unknown = {}, controller = new AbortController()) {
  const events: AnswerEvent[] = []
  const done = transport.stream(
    { product: 'demo', suggestion, context },
    { signal: controller.signal, onEvent: (event) => events.push(event) },
  )
  return { events, done, abort: () => controller.abort() }
}

test('calls of one tick share one POST, and neither context nor token stands in its URL', async () => {
  const calls = [ask('quick', { secret: 'mango' }), ask('quick', { secret: 'papaya' }), ask('held', { name: 'a' })]
  await vi.waitFor(() => expect(gates.has('a')).toBe(true))
  gates.get('a')?.()
  await Promise.all(calls.map(({ done }) => done))
  expect(server.trpcRequests).toEqual(['POST /trpc/suggestStream.demo.quick,suggestStream.demo.quick,suggestStream.demo.held?batch=1'])
  expect(server.asked.map(({ context }) => context)).toContainEqual({ secret: 'papaya' })
  expect(server.asked[0]?.token).toBe('token-1')
  expect(calls[0]?.events).toEqual([
    { type: 'answer-start', suggestionId: 's1' },
    { type: 'item', index: 0, item: { secret: 'mango' } },
    end,
  ])
})

test('events arrive while the answer is still being written', async () => {
  const call = ask('held', { name: 'slow' })
  await vi.waitFor(() => expect(call.events).toEqual([{ type: 'answer-start', suggestionId: 'slow' }]))
  gates.get('slow')?.()
  await call.done
  expect(call.events).toHaveLength(3)
})

test('at most two requests are under way; what waits goes out together', async () => {
  const names = ['a', 'b', 'c', 'd']
  const calls = []
  for (const [index, name] of names.entries()) {
    calls.push(ask('held', { name }))
    if (index < 2) await vi.waitFor(() => expect(gates.has(name)).toBe(true))
  }
  expect(server.trpcRequests).toHaveLength(2)
  gates.get('a')?.()
  await vi.waitFor(() => expect(gates.has('d')).toBe(true))
  expect(server.trpcRequests[2]).toBe('POST /trpc/suggestStream.demo.held,suggestStream.demo.held?batch=1')
  for (const open of gates.values()) open()
  await Promise.all(calls.map(({ done }) => done))
})

test('a large page sends no batch of more than ten calls', async () => {
  const calls = Array.from({ length: 23 }, () => ask('quick'))
  await Promise.all(calls.map(({ done }) => done))
  expect(server.trpcRequests.map((line) => line.split(',').length)).toEqual([10, 10, 3])
})

test('an aborted call ends at once and hears nothing more; the others go on', async () => {
  const left = ask('held', { name: 'left' })
  const stays = ask('held', { name: 'stays' })
  await vi.waitFor(() => expect(left.events).toHaveLength(1))
  left.abort()
  await left.done
  for (const open of gates.values()) open()
  await stays.done
  expect(stays.events).toHaveLength(3)
  expect(left.events).toHaveLength(1)
})

test('when all calls of a request are aborted, the server learns of it', async () => {
  const calls = [ask('held', { name: 'a' }), ask('held', { name: 'b' })]
  await vi.waitFor(() => expect(gates.size).toBe(2))
  for (const call of calls) call.abort()
  await Promise.all(calls.map(({ done }) => done))
  await vi.waitFor(() => expect(aborted).toBe(2))
})

test('a call that is aborted before it is sent is never sent', async () => {
  const early = new AbortController()
  early.abort()
  await ask('quick', {}, early).done
  const call = ask('quick')
  call.abort()
  await call.done
  await ask('quick').done
  expect(server.asked).toHaveLength(1)
})

test('an expired token is renewed once for all calls, then they succeed', async () => {
  server.refusedTokens.add('token-1')
  const calls = [ask('quick'), ask('quick')]
  await Promise.all(calls.map(({ done }) => done))
  expect(calls[1]?.events).toHaveLength(3)
  expect(tokensAsked).toBe(2)
  expect(server.trpcRequests).toHaveLength(2)
})

test('a second refusal is an error, not a loop', async () => {
  for (const token of ['token-1', 'token-2', 'token-3']) server.refusedTokens.add(token)
  await expect(ask('quick').done).rejects.toMatchObject({ code: 'expired-token' })
  expect(server.trpcRequests).toHaveLength(2)
})

test('an answer without its end, a defect and an unreachable server count as offline', async () => {
  await expect(ask('cut').done).rejects.toMatchObject({ code: 'offline' })
  await expect(ask('broken').done).rejects.toMatchObject({ code: 'offline' })
  transport = createTransport(
    'http://127.0.0.1:1',
    createTokenSource(async () => 'token'),
  )
  await expect(ask('quick').done).rejects.toMatchObject({ code: 'offline' })
  transport = createTransport(
    server.origin,
    createTokenSource(() => Promise.reject(new Error('signed out'))),
  )
  await expect(ask('quick').done).rejects.toMatchObject({ code: 'offline' })
})

test('an answer that falls silent for half a minute is given up', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
  try {
    const call = ask('held', { name: 'silent' })
    const ended = expect(call.done).rejects.toMatchObject({ code: 'offline' })
    await vi.waitFor(() => expect(call.events).toHaveLength(1))
    await vi.advanceTimersByTimeAsync(30_000)
    await ended
  } finally {
    vi.useRealTimers()
  }
})
