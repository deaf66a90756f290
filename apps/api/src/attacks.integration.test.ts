import type { AddressInfo } from 'node:net'
import { registry } from '@inkling/prompts'
import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createHttpServer } from './http.ts'
import { sendRaw, statusesOf } from './testing/raw-request.ts'
import { type TestServices, testServices } from './testing/test-services.ts'

const { example } = registry.coocook.chefRecommendation
const address = '/api/v1/suggestions/coocook/chef-recommendation'
const doors = [address, '/api/v1/feedback', '/trpc/suggest.coocook.chefRecommendation', '/playground/token', '/api/v1/privacy/erase']

let setUp: TestServices
let server: FastifyInstance
let port: number
let authorization: string
const rejections: unknown[] = []
const remember = (problem: unknown) => rejections.push(problem)

beforeAll(async () => {
  process.on('unhandledRejection', remember)
  setUp = testServices()
  server = await createHttpServer(setUp.services, { headersMilliseconds: 300, requestMilliseconds: 600, checkMilliseconds: 50 })
  await server.listen({ host: '127.0.0.1', port: 0 })
  port = (server.server.address() as AddressInfo).port
  authorization = await setUp.authorization()
})
afterAll(async () => {
  process.off('unhandledRejection', remember)
  await server.close()
})
// After every attack the server serves others as before, and nothing of ours broke.
afterEach(async () => {
  const headers = { authorization, 'content-type': 'application/json' }
  const response = await fetch(`http://127.0.0.1:${port}${address}`, { method: 'POST', headers, body: JSON.stringify(example) })
  expect(response.status).toBe(200)
  expect([setUp.defects, rejections]).toEqual([[], []])
})

const head = (path: string, ...more: string[]) =>
  [`POST ${path} HTTP/1.1`, 'host: inkling', 'content-type: application/json', `authorization: ${authorization}`, ...more, '', ''].join(
    '\r\n',
  )
const whole = (path: string, body: string, ...more: string[]) =>
  head(path, `content-length: ${Buffer.byteLength(body)}`, 'connection: close', ...more) + body
const bodyOf = (received: string) => received.slice(received.indexOf('\r\n\r\n') + 4)

describe('somebody who takes their time', () => {
  /** One more byte, now and then, for as long as the connection holds. */
  const drip =
    (text: string) => (socket: { writable: boolean; write(text: string): void; once(event: 'close', ended: () => void): void }) => {
      const timer = setInterval(() => socket.writable && socket.write(text), 20)
      socket.once('close', () => clearInterval(timer))
    }

  test('with the headers is cut off, with an answer in our terms', async () => {
    const received = await sendRaw(port, `POST ${address} HTTP/1.1\r\nhost: inkling\r\n`, drip('x-more: 1\r\n'))
    expect(statusesOf(received)).toEqual([408])
    expect(JSON.parse(bodyOf(received))).toEqual({
      error: { code: 'invalid-input', message: expect.stringContaining('in time'), requestId: expect.any(String) },
    })
  })

  test('with the body is cut off', async () => {
    expect(statusesOf(await sendRaw(port, head(address, 'content-length: 200000'), drip(' ')))).toEqual([408])
    expect(statusesOf(await sendRaw(port, head(address, 'transfer-encoding: chunked'), drip('1\r\n \r\n')))).toEqual([408])
  })

  test('before the first byte is closed without a word, which a request on its way could take for its answer', async () => {
    expect(await sendRaw(port, '', () => {})).toBe('')
  })

  test('on two hundred connections at once does not keep others waiting', async () => {
    const slow = Array.from({ length: 200 }, () => sendRaw(port, `POST ${address} HTTP/1.1\r\nhost: inkling\r\n`, drip('x: 1\r\n')))
    const response = await fetch(`http://127.0.0.1:${port}/healthz`)
    expect(response.status).toBe(200)
    const cut = await Promise.all(slow)
    expect(cut.filter((received) => statusesOf(received)[0] === 408)).toHaveLength(200)
  })
})

describe.each(doors)('%s', (path) => {
  test.each([
    ['more than it takes, said beforehand', () => whole(path, ' '.repeat(300 * 1024)), [413]],
    ['more than it takes, in pieces', () => `${head(path, 'transfer-encoding: chunked', 'connection: close')}${chunks(300)}`, [413]],
    ['a hundred thousand opening brackets', () => whole(path, '['.repeat(100_000)), [400]],
    ['a deep nest', () => whole(path, `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`), [400]],
    [
      'a nest within an honest context',
      () => whole(path, JSON.stringify(example).replace('{', `{"x":${'['.repeat(40)}${']'.repeat(40)},`)),
      [400],
    ],
    [
      'text that is no UTF-8',
      () => Buffer.concat([Buffer.from(head(path, 'content-length: 2', 'connection: close')), Buffer.from([0xff, 0xfe])]),
      [400],
    ],
    ['a form', () => whole(path, 'a=1').replace('application/json', 'application/x-www-form-urlencoded'), [415]],
  ] as const)('refuses %s', async (_, bytes, statuses) => {
    const received = await sendRaw(port, bytes())
    expect(statusesOf(received)).toEqual(statuses)
    const { error } = JSON.parse(bodyOf(received))
    expect((error.data?.inkling ?? error).code).toMatch(/^(invalid-json|payload-too-large|unsupported-media-type|invalid-input)$/)
  })

  test.each([
    '{"__proto__":{"polluted":true}}',
    '{"constructor":{"prototype":{"polluted":true}}}',
    '{"events":[{"__proto__":{"polluted":true}}]}',
    '{"product":"__proto__","user":"u","userId":"u"}',
    `${JSON.stringify(example).slice(0, -1)},"__proto__":{"polluted":true}}`,
  ])('lets nobody change what all objects have: %s', async (body) => {
    const [status = 500] = statusesOf(await sendRaw(port, whole(path, body)))
    expect(status).toBeLessThan(500)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

describe('headers', () => {
  test.each<[string, () => string, number[]]>([
    ['of more than 16 kB', () => head('/healthz', `x-big: ${'a'.repeat(20_000)}`), [431]],
    ['in great number', () => head('/healthz', ...Array.from({ length: 3_000 }, (_, index) => `x${index}: a`)), [431]],
    ['with two lengths that differ', () => `${head(address, 'content-length: 2', 'content-length: 3')}{}`, [400]],
    [
      'with a length and chunks, as smugglers send them',
      () => `${head(address, 'content-length: 4', 'transfer-encoding: chunked')}0\r\n\r\n`,
      [400],
    ],
    ['with a length that is no number', () => head(address, 'content-length: 0x10'), [400]],
    ['with chunks of no size', () => `${head(address, 'transfer-encoding: chunked')}zz\r\n`, [400]],
    ['with a bare line feed inside a value', () => head('/healthz', 'x-a: 1\rx-b: 2'), [400]],
    ['with a zero byte', () => head('/healthz', 'x-a: \0'), [400]],
    ['without a host', () => 'GET /healthz HTTP/1.1\r\n\r\n', [400]],
    ['of another protocol', () => 'SSH-2.0-OpenSSH_9.2\r\n\r\n', [400]],
    ['of HTTP/2 in the clear', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', [400]],
  ])('%s are refused, in our terms where there is an answer, without an echo', async (_, bytes, statuses) => {
    const received = await sendRaw(port, bytes())
    expect(statusesOf(received)).toEqual(statuses)
    expect(received).not.toMatch(/aaaa|0x10|x-b/)
    if (bodyOf(received).startsWith('{')) expect(JSON.parse(bodyOf(received)).error.code).toMatch(/^(invalid-input|payload-too-large)$/)
  })

  test.each([
    ['authorization', 'Bearer '.repeat(2_000)],
    ['authorization', `Bearer ${'e'.repeat(5_000)}.${'e'.repeat(5_000)}.${'e'.repeat(2_000)}`],
    [
      'authorization',
      `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"product":"coocook","sub":"u"}').toString('base64url')}.x`,
    ],
    ['x-inkling-consent', 'none\u00e9'],
    ['x-forwarded-for', '127.0.0.1'],
    ['x-request-id', '"><script>'],
    ['accept-encoding', '*'.repeat(4_000)],
    ['if-none-match', '"'.repeat(4_000)],
    ['x-http-method-override', 'DELETE'],
    ['expect', '100-continue'],
  ])('%s of a strange kind harms nobody and comes back nowhere', async (name, value) => {
    for (const path of [address, '/healthz', '/api/docs', '/embed/v1/inkling.js', '/trpc/suggest.coocook.chefRecommendation']) {
      const received = await sendRaw(port, whole(path, '{}').replace(/\r\n\r\n/, `\r\n${name}: ${value}\r\n\r\n`))
      for (const status of statusesOf(received)) expect(status).toBeLessThan(500)
      expect(received).not.toContain('<script>')
    }
  })

  test.each([
    '/../../etc/passwd',
    '/docs/..%2f..%2f..%2fetc%2fpasswd',
    '/embed/v1/..%5c..%5cpackage.json',
    '/%00',
    '/%c0%ae%c0%ae/',
    '/assets/%2e%2e/%2e%2e/package.json',
  ])('the address %s leads nowhere', async (path) => {
    const received = await sendRaw(port, `GET ${path} HTTP/1.1\r\nhost: inkling\r\nconnection: close\r\n\r\n`)
    expect(statusesOf(received)[0]).toBeGreaterThanOrEqual(400)
    expect(statusesOf(received)[0]).toBeLessThan(500)
    expect(received).not.toMatch(/root:|"private"/)
  })
})

function chunks(kilobytes: number): string {
  return `${`400\r\n${' '.repeat(1024)}\r\n`.repeat(kilobytes)}0\r\n\r\n`
}
