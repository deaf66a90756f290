import type { ServerResponse } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { createAnthropicLanguageModel } from './anthropic-language-model.ts'
import { listen } from './testing/model-request.ts'
import { type ScriptedServer, startScriptedServer } from './testing/scripted-server.ts'

let server: ScriptedServer | undefined

afterEach(async () => {
  await server?.close()
  server = undefined
})

async function modelOver(script: (response: ServerResponse) => void) {
  server = await startScriptedServer(script)
  return createAnthropicLanguageModel({ apiKey: 'sk-test', baseURL: server.url, simulated: true, now: () => Date.UTC(2026, 10, 22) })
}

describe('a status', () => {
  const body = (error: object) => JSON.stringify({ type: 'error', error, request_id: 'req_011body' })
  const spendLimit = { type: 'rate_limit_error', message: 'Spend limit', details: { error_code: 'enforced_spend_limit_reached' } }
  const cases: [string, number, Record<string, string>, object, object][] = [
    ['400', 400, {}, { message: 'max_tokens: too large' }, { kind: 'rejected', cause: 'bad-request', status: 400 }],
    [
      "400, the workspace's own limit",
      400,
      {},
      { message: 'You have reached your workspace API usage limits.' },
      { kind: 'rejected', cause: 'spend-cap', status: 400 },
    ],
    ['401', 401, {}, {}, { kind: 'rejected', cause: 'authentication', status: 401 }],
    ['402', 402, {}, {}, { kind: 'rejected', cause: 'billing', status: 402 }],
    ['403', 403, {}, {}, { kind: 'rejected', cause: 'bad-request', status: 403 }],
    ['404', 404, {}, {}, { kind: 'rejected', cause: 'bad-request', status: 404 }],
    ['408', 408, {}, {}, { kind: 'rejected', cause: 'overloaded', status: 408 }],
    ['409', 409, { 'retry-after': '2' }, {}, { kind: 'rejected', cause: 'overloaded', status: 409, retryAfterMs: 2000 }],
    ['413', 413, {}, {}, { kind: 'rejected', cause: 'bad-request', status: 413 }],
    [
      '429',
      429,
      { 'retry-after': '7' },
      { type: 'rate_limit_error' },
      { kind: 'rejected', cause: 'rate-limited', status: 429, retryAfterMs: 7000 },
    ],
    [
      '429 with a date',
      429,
      { 'retry-after': 'Sun, 22 Nov 2026 00:00:30 GMT' },
      {},
      { kind: 'rejected', cause: 'rate-limited', status: 429, retryAfterMs: 30_000 },
    ],
    [
      '429 that asks for a day',
      429,
      { 'retry-after': '86400' },
      {},
      { kind: 'rejected', cause: 'rate-limited', status: 429, retryAfterMs: 900_000 },
    ],
    ['429 without a time', 429, {}, {}, { kind: 'rejected', cause: 'rate-limited', status: 429 }],
    ['429, spend limit', 429, {}, spendLimit, { kind: 'rejected', cause: 'spend-cap', status: 429 }],
    [
      '429, spend limit that passes',
      429,
      { 'retry-after': '60' },
      spendLimit,
      { kind: 'rejected', cause: 'rate-limited', status: 429, retryAfterMs: 60_000 },
    ],
    [
      '529',
      529,
      { 'retry-after': '1.5' },
      { type: 'overloaded_error' },
      { kind: 'rejected', cause: 'overloaded', status: 529, retryAfterMs: 1500 },
    ],
    ['500', 500, {}, {}, { kind: 'unknown', cause: 'server-error', status: 500 }],
    ['503', 503, {}, {}, { kind: 'unknown', cause: 'server-error', status: 503 }],
    ['504', 504, {}, {}, { kind: 'unknown', cause: 'server-error', status: 504 }],
    ['a redirect', 307, { location: 'http://127.0.0.1:9/' }, {}, { kind: 'rejected', cause: 'bad-request', status: 307 }],
  ]
  test.each(cases)('%s is charged as it should be, after one attempt', async (_, status, headers, error, expected) => {
    const model = await modelOver((response) =>
      response.writeHead(status, { ...headers, 'request-id': 'req_011status', 'x-should-retry': 'true' }).end(body(error)),
    )
    const heard = await listen(model)
    expect(heard.outcome).toEqual(expected)
    expect(heard.providerRequestId).toBe('req_011status')
    expect(server?.requests).toHaveLength(1)
  })

  test('counts even if its body is no JSON, or never ends', async () => {
    const model = await modelOver((response) => response.writeHead(529).end('<html>'))
    expect((await listen(model)).outcome).toEqual({ kind: 'rejected', cause: 'overloaded', status: 529 })
    await server?.close()
    const abort = new AbortController()
    const stalling = await modelOver((response) => {
      response.writeHead(500, { 'content-type': 'application/json' }).write('{"type":', () => setTimeout(() => abort.abort(), 20))
    })
    expect((await listen(stalling, { signal: abort.signal })).outcome).toEqual({ kind: 'unknown', cause: 'server-error', status: 500 })
  })
})

describe('a connection', () => {
  test('that is refused costs nothing', async () => {
    const model = await modelOver((response) => response.end())
    await server?.close()
    expect((await listen(model)).outcome).toEqual({ kind: 'rejected', cause: 'connection-refused' })
  })

  test('that is reset after the request had arrived may be billed', async () => {
    const model = await modelOver((response) => response.socket?.resetAndDestroy())
    expect((await listen(model)).outcome).toEqual({ kind: 'unknown', cause: 'connection-reset' })
  })

  test('that never came about within the time of the transport costs nothing', async () => {
    const failing = async () => {
      throw new TypeError('fetch failed', { cause: Object.assign(new Error('Connect Timeout Error'), { code: 'UND_ERR_CONNECT_TIMEOUT' }) })
    }
    const model = createAnthropicLanguageModel({ apiKey: 'k', baseURL: 'http://127.0.0.1:9', simulated: true, fetch: failing })
    expect((await listen(model)).outcome).toEqual({ kind: 'rejected', cause: 'connection-refused' })
  })

  test('whose headers never came within the time of the transport may be billed', async () => {
    const failing = async () => {
      throw new TypeError('fetch failed', { cause: Object.assign(new Error('Headers Timeout Error'), { code: 'UND_ERR_HEADERS_TIMEOUT' }) })
    }
    const model = createAnthropicLanguageModel({ apiKey: 'k', baseURL: 'http://127.0.0.1:9', simulated: true, fetch: failing })
    expect((await listen(model)).outcome).toEqual({ kind: 'unknown', cause: 'timeout' })
  })
})
