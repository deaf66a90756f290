import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { type Answer, type AnswerEvent, consentHeader } from '@inkling/contracts'
import { registry, suggestions } from '@inkling/prompts'
import type { FastifyInstance } from 'fastify'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createHttpServer } from '../http.ts'
import type { Services } from '../services.ts'
import { testServices } from '../testing/test-services.ts'

const { example } = registry.coocook.chefRecommendation
const items = example.chefs
  .slice(0, 3)
  .map((_, index) => ({ chefId: `c${index + 1}`, reasoning: '매주 이런 파티에서 요리합니다.', confidence: 0.9 }))
const start: AnswerEvent = { type: 'answer-start', suggestionId: 'any' }
const whole = 'suggest.coocook.chefRecommendation'
const streamed = 'suggestStream.coocook.chefRecommendation'

let server: FastifyInstance | undefined
afterEach(async () => {
  server?.server.closeAllConnections()
  await server?.close()
})

interface Case {
  path: string
  body: unknown
  headers?: Record<string, string>
  services?: Partial<Services>
}

/** A batch in lines, the contexts by their place. */
const inLines = (
  paths: string[],
  body: unknown = Object.assign({}, Array(paths.length).fill(example)),
  more: Partial<Case> = {},
): Case => ({
  ...more,
  path: `${paths.join(',')}?batch=1`,
  body,
  headers: { 'trpc-accept': 'application/jsonl', ...more.headers },
})
const asJson = (body: unknown = example, more: Partial<Case> = {}): Case => ({ path: whole, body, ...more })

/** All that a caller and the operators learn, without what differs between any two answers. */
async function ask({ path, body, headers = {}, services: changed = {} }: Case) {
  const { services, authorization, defects } = testServices(items)
  server = await createHttpServer({ ...services, ...changed })
  const response = await server.inject({
    method: 'POST',
    url: `/trpc/${path}`,
    payload: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', authorization: await authorization(), ...headers },
  })
  const { date: _date, 'content-length': _length, 'transfer-encoding': _encoding, 'x-request-id': id, ...same } = response.headers
  const text = response.body.replaceAll(String(id), 'ID').replace(/"(suggestionId|createdAt)":"[^"]+"/g, '"$1":""')
  return { status: response.statusCode, headers: same, id: typeof id, text, defects: defects.map(String) }
}

const defect = new Error('a defect with secrets in it')
const pipelineOf = (
  stream: () => AsyncIterable<AnswerEvent>,
  answer = (): Promise<Answer> => Promise.reject(defect),
): Services['pipeline'] => ({
  stream,
  answer,
})
const broken = pipelineOf(() => {
  throw defect
})
const breaksLater = pipelineOf(async function* () {
  yield start
  throw defect
})
const over: Services['quotas'] = { take: async () => ({ allowed: false, whose: 'user', retryAfterMs: 2_000 }) }
const origins = { services: { allowedOrigins: { coocook: ['https://a.example'] } } }
const both = [whole, streamed]

const cases: [what: string, told: string, asked: Case][] = [
  ['an answer', '{"result":{"data":{"suggestionId"', asJson()],
  ['an answer in events', '[[{"type":"answer-end"', inLines([streamed])],
  ['answers in one batch of lines', '[[{"suggestionId"', inLines([whole])],
  ['no token', 'missing-token', asJson(example, { headers: { authorization: '' } })],
  ['no token, in lines', 'missing-token', inLines(both, undefined, { headers: { authorization: '' } })],
  [
    "another product's procedure",
    'wrong-product',
    inLines([`suggestStream.${suggestions.find(({ product }) => product !== 'coocook')!.name}`]),
  ],
  ['a spent quota', 'quota-exceeded', asJson(example, { services: { quotas: over } })],
  ['a spent quota, in lines', 'quota-exceeded', inLines([streamed], undefined, { services: { quotas: over } })],
  ['a context with a mistake', 'invalid-input', asJson({ ...example, partySize: -1 })],
  ['a context with a mistake, in lines', 'invalid-input', inLines([streamed], { 0: { ...example, partySize: -1 } })],
  ['a batch without contexts', 'invalid-input', inLines([streamed], {})],
  ['a batch that is a list', 'invalid-input', inLines([streamed], [example])],
  ['a context that is none', 'invalid-input', asJson(7)],
  ['a body that is no JSON', 'invalid-json', asJson('{"secrets":')],
  ['a misspelt consent', 'invalid-input', asJson(example, { headers: { [consentHeader]: 'nope' } })],
  ['a page that is not listed', 'forbidden', asJson(example, { ...origins, headers: { origin: 'https://b.example' } })],
  ['a page that is listed', 'suggestionId', inLines([streamed], undefined, { ...origins, headers: { origin: 'https://a.example' } })],
  ['too many calls', 'maximum size', inLines(Array(21).fill(streamed))],
  ['a procedure that is not there', 'No procedure found', inLines(['suggestStream.coocook.unknown'])],
  ['a stream where none was asked for', 'stream-like', { path: streamed, body: example }],
  ['lines outside a batch', 'must be batched', asJson(example, { headers: { 'trpc-accept': 'application/jsonl' } })],
  ['a defect', 'internal', asJson(example, { services: { pipeline: broken } })],
  ['a defect, in lines', 'internal', inLines([streamed], undefined, { services: { pipeline: broken } })],
  ['a defect after the first event', 'internal', inLines([streamed], undefined, { services: { pipeline: breaksLater } })],
]

test.each(cases)("straight or through tRPC's own adapter the door gives the same: %s", async (_what, told, asked) => {
  const straight = await ask(asked)
  // The same request, but not written as clients write it.
  const adapted = await ask({ ...asked, path: asked.path.includes('?') ? `${asked.path}&written=else` : `${asked.path}?written=else` })
  expect(straight).toEqual(adapted)
  expect(straight.text).toContain(told)
  expect(straight.text).not.toContain('secrets')
})

describe('a stream of events', () => {
  /** A door whose pipeline is that one, and what a caller reads of it. */
  async function openDoor(pipeline: Services['pipeline']) {
    const { services, authorization, defects } = testServices(items)
    server = await createHttpServer({ ...services, pipeline })
    await server.listen({ port: 0, host: '127.0.0.1' })
    const { port } = server.server.address() as AddressInfo
    const headers = { 'content-type': 'application/json', authorization: await authorization() }
    const read = async (paths = [streamed]) => {
      const { path, body, headers: more } = inLines(paths)
      const options = { port, host: '127.0.0.1', path: `/trpc/${path}`, method: 'POST', headers: { ...headers, ...more } }
      const outgoing = request(options).on('error', () => {})
      outgoing.end(JSON.stringify(body))
      const [response] = (await once(outgoing, 'response')) as [IncomingMessage]
      const pieces: string[] = []
      response.setEncoding('utf8').on('data', (piece: string) => pieces.push(piece))
      const ended = new Promise<void>((resolve, reject) => response.once('end', resolve).once('error', reject))
      ended.catch(() => {})
      return { response, ended, text: () => pieces.join(''), leave: () => outgoing.destroy() }
    }
    return { read, defects }
  }

  test('that are all at hand is a body of a stated length', async () => {
    const { read } = await openDoor(
      pipelineOf(async function* () {
        yield start
        yield { type: 'item', index: 0, item: items[0] }
      }),
    )
    // The first time its token has to be verified, which takes longer than the head waits.
    await (await read()).ended
    const { response, ended, text } = await read()
    await ended
    expect(response.headers['content-length']).toBe(String(Buffer.byteLength(text())))
    expect(text()).toContain('매주')
  })

  test('that take their time is read as they come', async () => {
    const held = Promise.withResolvers<void>()
    const { read } = await openDoor(
      pipelineOf(async function* () {
        yield start
        await held.promise
        yield { type: 'item', index: 0, item: items[0] }
      }),
    )
    const { ended, text } = await read()
    await vi.waitFor(() => expect(text()).toContain('answer-start'))
    expect(text()).not.toContain('"item"')
    held.resolve()
    await ended
    expect(text()).toMatch(/^\{"0":\[\[0\],\[null,0,0\]\]\}\n(\[.*\]\n)*\[3,1,.*매주.*\n\[3,0,\[\[\]\]\]\n$/)
  })

  test('does not wait for another of its batch', async () => {
    const held = Promise.withResolvers<void>()
    let calls = 0
    const { read } = await openDoor(
      pipelineOf(async function* () {
        if (calls++ === 0) await held.promise
        yield start
      }),
    )
    const { ended, text } = await read([streamed, streamed])
    await vi.waitFor(() => expect(text()).toContain('answer-start'))
    held.resolve()
    await ended
    expect(text().match(/answer-start/g)).toHaveLength(2)
  })

  test('is given up when its reader has left', async () => {
    const next = Promise.withResolvers<void>()
    const givenUp = Promise.withResolvers<void>()
    let taken = 0
    const { read } = await openDoor(
      pipelineOf(async function* () {
        try {
          yield start
          await next.promise
          for (taken = 0; taken < 10; taken += 1) yield { type: 'item', index: taken, item: {} }
        } finally {
          givenUp.resolve()
        }
      }),
    )
    const { text, leave } = await read()
    await vi.waitFor(() => expect(text()).toContain('answer-start'))
    const connections = promisify(server!.server.getConnections).bind(server!.server)
    leave()
    await vi.waitFor(async () => expect(await connections()).toBe(0))
    next.resolve()
    await givenUp.promise
    expect(taken).toBe(0)
  })

  test('that breaks within our own writing is cut off, so that it cannot pass for the whole, and is told to the operators', async () => {
    const unwritable = { suggestionId: 'any', items: [1n] } as unknown as Answer
    const { read, defects } = await openDoor(
      pipelineOf(
        async function* () {},
        async () => unwritable,
      ),
    )
    const { ended } = await read([whole])
    await expect(ended).rejects.toThrow('aborted')
    expect(defects.map(String)).toEqual([expect.stringContaining('BigInt')])
  })
})
