import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CallerError, consentHeader } from '@inkling/contracts'
import { registry } from '@inkling/prompts'
import type { FastifyInstance } from 'fastify'
import { afterEach, expect, test } from 'vitest'
import { createHttpServer } from '../http.ts'
import type { Services } from '../services.ts'
import { testServices } from '../testing/test-services.ts'

const { example } = registry.coocook.chefRecommendation
const path = '/api/v1/suggestions/coocook/chef-recommendation'
const item = { chefId: 'c1', reasoning: 'Cooks for parties like this one every week.', confidence: 0.9 }

let server: FastifyInstance | undefined
afterEach(() => server?.close())

interface Reply {
  status: number
  headers: Record<string, unknown>
  body: unknown
}

interface Case {
  /** A context unless text or bytes are given. */
  body?: string | Uint8Array<ArrayBuffer>
  headers?: Record<string, string>
  services?: Partial<Services>
}

/** The same request over the socket and straight into the framework. */
async function askBoth({ body = JSON.stringify(example), headers: given = {}, services: changed = {} }: Case): Promise<[Reply, Reply]> {
  const { services, authorization } = testServices([item])
  server = await createHttpServer({ ...services, ...changed })
  await server.listen({ port: 0, host: '127.0.0.1' })
  const headers = { 'content-type': 'application/json', authorization: await authorization(), ...given }
  const { port } = server.server.address() as AddressInfo
  const lane = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body })
  const framework = await server.inject({ method: 'POST', url: path, headers, payload: Buffer.from(body) })
  return [
    comparable({ status: lane.status, headers: Object.fromEntries(lane.headers), body: await lane.json() }),
    comparable({ status: framework.statusCode, headers: framework.headers, body: framework.json() }),
  ]
}

/** Without what differs between any two answers. */
function comparable({ status, headers, body }: Reply): Reply {
  const varying = ['date', 'connection', 'keep-alive', 'content-length']
  const names = Object.entries(headers).map(([name, value]) => [name, name === 'x-request-id' ? typeof value : String(value)])
  const text = JSON.stringify(body).replace(/"(requestId|suggestionId|createdAt|source)":"[^"]+"/g, '"$1":""')
  return { status, headers: Object.fromEntries(names.filter(([name]) => !varying.includes(name!))), body: JSON.parse(text) }
}

const over: Services['quotas'] = { take: async () => ({ allowed: false, whose: 'user', retryAfterMs: 2_000 }) }
const broken: Services['pipeline'] = {
  stream: () => {
    throw new Error('not asked')
  },
  answer: () => Promise.reject(new Error('a defect with secrets in it')),
}
const cases: [what: string, status: number, asked: Case][] = [
  ['an answer', 200, {}],
  [
    'an answer to a listed page',
    200,
    { headers: { origin: 'https://a.example' }, services: { allowedOrigins: { coocook: ['https://a.example'] } } },
  ],
  [
    'a page that is not listed',
    403,
    { headers: { origin: 'https://b.example' }, services: { allowedOrigins: { coocook: ['https://a.example'] } } },
  ],
  ['no token', 401, { headers: { authorization: '' } }],
  ['a token that nobody signed', 401, { headers: { authorization: 'Bearer a.b.c' } }],
  ['a misspelt consent', 400, { headers: { [consentHeader]: 'nope' } }],
  ['no body', 400, { body: '' }],
  ['broken JSON', 400, { body: '{"budgetUsd":' }],
  ['bytes that are no UTF-8', 400, { body: new Uint8Array([0x22, 0xff, 0x22]) }],
  ['a deep nesting', 400, { body: '['.repeat(40) }],
  ['a context with a mistake', 400, { body: JSON.stringify({ ...example, partySize: -1 }) }],
  ['a body beyond the limit', 413, { body: JSON.stringify({ ...example, extra: 'x'.repeat(256 * 1024) }) }],
  ['another media type', 415, { headers: { 'content-type': 'text/plain' } }],
  ['a spent quota', 429, { services: { quotas: over } }],
  ['a defect', 500, { services: { pipeline: broken } }],
]

test.each(cases)('over its own lane and through the framework the door gives the same: %s', async (_what, status, asked) => {
  const [lane, framework] = await askBoth(asked)
  expect(lane).toEqual(framework)
  expect(lane.status).toBe(status)
})

test('a defect is told to the operators under the id that the caller sees, and to nobody else', async () => {
  const told: unknown[] = []
  const { services, authorization } = testServices()
  server = await createHttpServer({ ...services, pipeline: broken, onDefect: (error, requestId) => told.push(error, requestId) })
  const url = await server.listen({ port: 0, host: '127.0.0.1' })
  const headers = { 'content-type': 'application/json', authorization: await authorization() }
  const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(example) })
  expect(told).toEqual([expect.objectContaining({ message: 'a defect with secrets in it' }), response.headers.get('x-request-id')])
  expect(told[0]).not.toBeInstanceOf(CallerError)
  expect(await response.text()).not.toContain('secrets')
})

test('who waits while the process begins to stop is told that the connection ends', async () => {
  const { services, authorization } = testServices([item])
  let stopping = false
  const take: Services['quotas']['take'] = async () => {
    stopping = true
    return { allowed: true }
  }
  server = await createHttpServer({ ...services, quotas: { take }, isStopping: () => stopping })
  const url = await server.listen({ port: 0, host: '127.0.0.1' })
  const headers = { 'content-type': 'application/json', authorization: await authorization() }
  const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(example) })
  expect([response.status, response.headers.get('connection')]).toEqual([200, 'close'])
})

test('a body in several pieces is one context', async () => {
  const { services, authorization } = testServices([item])
  server = await createHttpServer(services)
  await server.listen({ port: 0, host: '127.0.0.1' })
  const { port } = server.server.address() as AddressInfo
  const text = JSON.stringify(example)
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), authorization: await authorization() }
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path, method: 'POST', headers }, (response) => resolve(response.resume().statusCode))
    sent.on('error', reject)
    sent.write(text.slice(0, 40))
    server!.server.once('request', () => sent.end(text.slice(40)))
  })
  expect(status).toBe(200)
})
