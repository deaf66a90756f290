import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { httpBatchStreamLink, TRPCClientError } from '@trpc/client'
import { initTRPC, TRPCError } from '@trpc/server'
import { createHTTPHandler } from '@trpc/server/adapters/standalone'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type BatchCall, callBatch } from './call-batch.ts'
import { CallError } from './decode-chunks.ts'

type Client = (calls: readonly BatchCall[], token: string) => Promise<unknown>[]

let url: string
const trpcUrl = () => `${url}/trpc`

/** The protocol's authors' own client: whatever it understands, ours has to understand alike. */
const official: Client = (calls, token) => {
  const link = httpBatchStreamLink({ url: trpcUrl(), methodOverride: 'POST', headers: { authorization: token } })({})
  return calls.map(
    ({ path, input, signal }, id) =>
      new Promise((resolve, reject) => {
        const op = { id, type: 'query' as const, path, input, signal, context: {} }
        link({ op, next: undefined as never }).subscribe({
          next: ({ result }) => resolve('data' in result ? result.data : undefined),
          error: reject,
        })
      }),
  )
}
const ours: Client = (calls, token) => callBatch(trpcUrl(), { authorization: token }, calls)

const lines = ['감자전 and 김치', '한 접시 🍲', 'plain', 'line\nbreak']
let open: (() => void) | undefined
let aborted: string[]
let bodies: ServerResponse[]
let cut: readonly number[]

function createRouter() {
  // A blank every few milliseconds keeps the connection open, in all cases below.
  const t = initTRPC.context<{ token: string }>().create({
    jsonl: { pingMs: 3 },
    errorFormatter: ({ shape, error }) => ({ message: error.message, code: shape.code, data: { inkling: { code: `is-${error.code}` } } }),
  })
  const query = t.procedure.input((input: unknown) => input)
  return t.router({
    plain: query.query(({ input }) => ({ input })),
    nothing: query.query(() => undefined),
    nested: query.query(() => ({ now: 1, later: Promise.resolve({ deep: '깊은' }), lines: yieldAll(lines) })),
    failsLater: query.query(() => ({ later: Promise.reject(new Error('too late')) })),
    stream: query.query(() => yieldAll(lines)),
    fails: query.query(() => {
      throw new TRPCError({ code: 'FORBIDDEN', message: '안 돼요' })
    }),
    failsInStream: query.query(async function* () {
      yield 'first'
      throw new TRPCError({ code: 'CONFLICT', message: 'half-way' })
    }),
    held: query.query(async function* ({ input, signal }) {
      signal?.addEventListener('abort', () => aborted.push(String(input)))
      yield 'first'
      await Promise.race([
        new Promise<void>((resolve) => {
          open = resolve
        }),
        new Promise((resolve) => signal?.addEventListener('abort', resolve)),
      ])
      yield 'last'
    }),
  })
}

async function* yieldAll(values: readonly string[]) {
  yield* values
  return 'the end'
}

let server: Server

beforeAll(async () => {
  const trpc = createHTTPHandler({
    basePath: '/trpc/',
    router: createRouter(),
    allowMethodOverride: true,
    maxBatchSize: 10,
    createContext: ({ req }) => {
      if (req.headers.authorization === 'refused') throw new TRPCError({ code: 'UNAUTHORIZED', message: 'who are you?' })
      return { token: String(req.headers.authorization) }
    },
  })
  server = createServer((request, response) => {
    bodies.push(response)
    if (request.headers.authorization === 'proxy') response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Log in</h1>\n')
    else if (request.headers.authorization === 'empty') response.writeHead(200).end()
    else if (request.headers.authorization === 'gateway') response.writeHead(502).end('<h1>Bad gateway</h1>')
    else trpc(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { fetch } = globalThis
  vi.stubGlobal('fetch', async (...request: Parameters<typeof fetch>) => {
    const response = await fetch(...request)
    return new Response(response.body?.pipeThrough(cutBytes(cut)), response)
  })
})

afterAll(async () => {
  vi.unstubAllGlobals()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

beforeEach(() => {
  aborted = []
  bodies = []
  cut = [4096]
})

/** Pieces of these sizes in turn, wherever that falls within a line or a character. */
function cutBytes(sizes: readonly number[]) {
  let turn = 0
  return new TransformStream<Uint8Array, Uint8Array>({
    transform(bytes, controller) {
      for (let at = 0; at < bytes.length; ) {
        const size = sizes[turn++ % sizes.length] ?? 1
        controller.enqueue(bytes.slice(at, at + size))
        at += size
      }
    },
  })
}

const call = (path: string, input: unknown = {}, signal = new AbortController().signal): BatchCall => ({ path, input, signal })

/** Everything a caller can learn of an answer. */
async function observe(answer: Promise<unknown> | AsyncIterable<unknown>): Promise<unknown> {
  const values: unknown[] = []
  try {
    const data = await answer
    if (typeof data !== 'object' || data === null) return data
    if (Symbol.asyncIterator in data) {
      const iterator = (data as AsyncIterable<unknown>)[Symbol.asyncIterator]()
      for (;;) {
        const { done, value } = await iterator.next()
        if (done) return [...values, { returned: value }]
        values.push(value)
      }
    }
    return Object.fromEntries(await Promise.all(Object.entries(data).map(async ([key, part]) => [key, await observe(part)])))
  } catch (error) {
    const shape = error instanceof TRPCClientError || error instanceof CallError ? error.shape : undefined
    return [...values, shape ? { error: shape } : 'broken']
  }
}
const observeAll = (answers: readonly Promise<unknown>[]) => Promise.all(answers.map(observe))
const failure = (status: string, message: string) => [
  { error: { code: expect.any(Number), message, data: { inkling: { code: `is-${status}` } } } },
]

describe.each([
  ['the official client', official],
  ['ours', ours],
])('%s', (_, client) => {
  test('reads plain, nested, streamed and failed answers alike, wherever the body is cut', async () => {
    const paths = ['plain', 'nothing', 'nested', 'failsLater', 'stream', 'fails', 'failsInStream', 'unknown.procedure']
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }), async (sizes) => {
        cut = sizes
        expect(
          await observeAll(
            client(
              paths.map((path) => call(path, { 이름: path })),
              'token',
            ),
          ),
        ).toEqual([
          { input: { 이름: 'plain' } },
          undefined,
          { now: 1, later: { deep: '깊은' }, lines: [...lines, { returned: 'the end' }] },
          { later: failure('INTERNAL_SERVER_ERROR', 'too late') },
          [...lines, { returned: 'the end' }],
          failure('FORBIDDEN', '안 돼요'),
          ['first', ...failure('CONFLICT', 'half-way')],
          failure('NOT_FOUND', 'No procedure found on path "unknown.procedure"'),
        ])
      }),
      { numRuns: 25, examples: [[[1]], [[2, 1]]] },
    )
  })

  test('a refused token, and a batch refused as a whole, are an error of each call', async () => {
    const unauthorized = failure('UNAUTHORIZED', 'who are you?')
    expect(await observeAll(client([call('plain'), call('stream')], 'refused'))).toEqual([unauthorized, unauthorized])
    const tooMany = client(
      Array.from({ length: 11 }, () => call('plain')),
      'token',
    )
    expect(await observeAll(tooMany)).toEqual(Array.from({ length: 11 }, () => failure('BAD_REQUEST', 'Batch call exceeds maximum size')))
  })

  test.each(['proxy', 'empty', 'gateway'])('what is no answer at all breaks each call: %s', async (token) => {
    expect(await observeAll(client([call('plain'), call('stream')], token))).toEqual([['broken'], ['broken']])
  })

  test('an item comes while the next is still being written, and a late one outlasts many blanks', async () => {
    const [answer] = client([call('held')], 'token')
    const iterator = ((await answer) as AsyncIterable<unknown>)[Symbol.asyncIterator]()
    expect((await iterator.next()).value).toBe('first')
    const { bytesWritten = 0 } = bodies[0]?.socket ?? {}
    // Several blanks have gone out after the first item.
    await vi.waitFor(() => expect(bodies[0]?.socket?.bytesWritten).toBeGreaterThan(bytesWritten + 20))
    open?.()
    expect((await iterator.next()).value).toBe('last')
  })

  test('the abort of one call leaves the others alone; the abort of all ends the request, and the server learns of it', async () => {
    const controllers = [new AbortController(), new AbortController()]
    const answers = controllers.map(({ signal }, index) => call('held', `call ${index}`, signal))
    const iterators = (await Promise.all(client(answers, 'token'))).map((data) => (data as AsyncIterable<unknown>)[Symbol.asyncIterator]())
    expect(await Promise.all(iterators.map(async (iterator) => (await iterator.next()).value))).toEqual(['first', 'first'])
    controllers[0]?.abort()
    open?.()
    expect((await iterators[1]?.next())?.value).toBe('last')
    expect(aborted).toEqual([])

    const both = [new AbortController(), new AbortController()]
    const pending = observeAll(
      client(
        both.map(({ signal }, index) => call('held', `call ${index}`, signal)),
        'token',
      ),
    )
    await vi.waitFor(() => expect(bodies).toHaveLength(2))
    await vi.waitFor(() => expect(bodies[1]?.headersSent).toBe(true))
    for (const controller of both) controller.abort()
    for (const outcome of (await pending) as unknown[][]) expect(outcome.at(-1)).toBe('broken')
    await vi.waitFor(() => expect(aborted.sort()).toEqual(['call 0', 'call 1']))
  })

  test('calls aborted before they are sent are never sent', async () => {
    const signal = AbortSignal.abort()
    expect(await observeAll(client([call('plain', {}, signal), call('stream', {}, signal)], 'token'))).toEqual([['broken'], ['broken']])
    expect(bodies).toHaveLength(0)
  })

  test('a connection that breaks in mid-stream breaks what is unfinished', async () => {
    const [held, plain] = client([call('held'), call('plain')], 'token')
    expect(await observe(plain ?? Promise.reject())).toEqual({ input: {} })
    const iterator = ((await held) as AsyncIterable<unknown>)[Symbol.asyncIterator]()
    expect((await iterator.next()).value).toBe('first')
    bodies[0]?.destroy()
    await expect(iterator.next()).rejects.toThrow()
  })
})
