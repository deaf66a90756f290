import { registry } from '@inkling/prompts'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createHttpServer } from './http.ts'
import { type TestServices, testServices } from './testing/test-services.ts'

const chef = registry.coocook.chefRecommendation
const items = chef.example.chefs.slice(0, 3).map((_, index) => ({
  chefId: `c${index + 1}`,
  reasoning: 'Cooks for parties like this one every week.',
  confidence: 0.9,
}))
const address = '/api/v1/suggestions/coocook/chef-recommendation'

let setUp: TestServices
let server: FastifyInstance

beforeEach(async () => {
  setUp = testServices(items)
  server = await createHttpServer(setUp.services)
})
afterEach(() => server.close())

async function post(url: string, payload: InjectOptions['payload'], headers: Record<string, string> = {}) {
  const authorization = headers.authorization ?? (await setUp.authorization())
  return server.inject({
    method: 'POST',
    url,
    payload: payload ?? '',
    headers: { 'content-type': 'application/json', authorization, ...headers },
  })
}

function nothingHappened(): void {
  const { gate, model, records } = setUp.ports
  expect([gate.reservations, model.requests, records.answers, records.exposures, records.feedbackRecords]).toEqual([[], [], [], [], []])
}

describe('the plain door', () => {
  test('answers a context with items and meta, and says nothing that only servers may know', async () => {
    const response = await post(address, chef.example)
    expect(response.statusCode).toBe(200)
    expect(response.json()).toMatchObject({
      suggestionId: expect.any(String),
      items: [{}, {}, {}],
      meta: { source: 'claude', requestId: response.headers['x-request-id'] },
    })
    expect(Object.keys(response.json().meta).sort()).toEqual(['createdAt', 'requestId', 'source'])
  })

  test('tells a server token cost, usage, model and variant', async () => {
    const response = await post(address, chef.example, { authorization: await setUp.authorization({ server: true }) })
    expect(response.json().meta).toMatchObject({
      costUsd: '0.00014',
      model: 'claude-haiku-5-5',
      variant: 'ranked',
      usage: { inputTokens: 400 },
    })
  })

  const invalidUtf8 = Buffer.concat([Buffer.from('{"cuisine":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')])
  test.each<[string, InjectOptions['payload'], Record<string, string>, number, string]>([
    ['a missing field', { ...chef.example, partySize: undefined }, {}, 400, 'invalid-input'],
    ['an unknown field', { ...chef.example, buget: 4 }, {}, 400, 'invalid-input'],
    ['invalid JSON', '{"budgetUsd": 4', {}, 400, 'invalid-json'],
    ['no body', '', {}, 400, 'invalid-json'],
    ['invalid UTF-8', invalidUtf8, {}, 400, 'invalid-json'],
    ['a body of one megabyte', JSON.stringify({ text: 'x'.repeat(1024 * 1024) }), {}, 413, 'payload-too-large'],
    ['a form', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'unsupported-media-type'],
    [
      'a forged token',
      chef.example,
      { authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJwcm9kdWN0IjoiY29vY29vayJ9.AAAA' },
      401,
      'invalid-token',
    ],
  ])('refuses %s with a code, a sentence and the request id; nothing is charged or stored', async (_, payload, headers, status, code) => {
    const response = await post(address, payload, headers)
    expect(response.statusCode).toBe(status)
    expect(response.json()).toEqual({
      error: expect.objectContaining({ code, message: expect.stringMatching(/\.$/), requestId: response.headers['x-request-id'] }),
    })
    nothingHappened()
  })

  test('refuses a request without a token, and one with the token of another product', async () => {
    const without = await server.inject({ method: 'POST', url: address, payload: chef.example })
    expect([without.statusCode, without.json().error.code]).toEqual([401, 'missing-token'])
    const foreign = await post(address, chef.example, { authorization: await setUp.authorization({ product: 'review' }) })
    expect([foreign.statusCode, foreign.json().error.code]).toEqual([403, 'wrong-product'])
    nothingHappened()
  })

  test.each([
    '/api/v1/suggestions/shop/chef-recommendation',
    '/api/v1/suggestions/coocook/unknown',
    '/api/v1/suggestions/constructor/prototype',
    '/nowhere',
  ])('knows nothing at %s', async (url) => {
    const response = await post(url, chef.example)
    expect([response.statusCode, response.json().error.code]).toEqual([404, 'not-found'])
  })

  test('never quotes what was sent in an error', async () => {
    const canary = 'canary-5f2a'
    const bodies = [`{"${canary}`, { ...chef.example, cuisine: canary }, { ...chef.example, partySize: canary }]
    for (const body of bodies) expect((await post(address, body)).body).not.toContain(canary)
  })

  test('answers a defect with a code and no detail', async () => {
    setUp.ports.gate.decide = () => {
      throw new Error('canary-of-the-inside')
    }
    const response = await post(address, chef.example)
    expect([response.statusCode, response.json().error.code]).toEqual([500, 'internal'])
    expect(response.body).not.toContain('canary')
    expect(setUp.defects).toHaveLength(1)
  })
})

describe('feedback', () => {
  test('is accepted for a suggestion of the same user and kept once it is safe', async () => {
    const { suggestionId } = (await post(address, chef.example)).json()
    const event = { id: setUp.ports.randomness.uuid(), suggestionId, type: 'rate', value: 4 }
    const response = await post('/api/v1/feedback', { events: [event] })
    expect(response.json()).toEqual({ accepted: [event.id], rejected: [] })
    expect(setUp.ports.records.feedbackRecords).toMatchObject([{ id: event.id, type: 'rate', value: 4 }])
  })

  test.each([{}, { events: [] }, { events: 'all' }, { events: Array(101).fill({}) }, { events: [{}], more: 1 }])(
    '%j is no feedback',
    async (body) => {
      const response = await post('/api/v1/feedback', body)
      expect([response.statusCode, response.json().error.code]).toEqual([400, 'invalid-input'])
    },
  )
})

describe('a person who has not agreed to experiments', () => {
  const assignment = { experimentId: 'coocook-chef-prompt-202611', variationId: '1' }
  const variant = chef.control === 'ranked' ? 'concierge' : 'ranked'
  beforeEach(() => {
    setUp.ports.flags = { forUser: () => ({ admission: () => 'admitted', prompt: () => ({ value: { variant }, assignment }) }) }
  })

  const askPlain = async (headers: Record<string, string>) =>
    (await post(address, chef.example, { authorization: await setUp.authorization({ debug: true }), ...headers })).json()
  const askTrpc = async (headers: Record<string, string>) => {
    const authorization = await setUp.authorization({ debug: true })
    const response = await post('/trpc/suggest.coocook.chefRecommendation?batch=1', { 0: chef.example }, { authorization, ...headers })
    const [{ result, error }] = response.json()
    return result?.data ?? { error: error.data.inkling }
  }

  describe.each([
    ['over plain HTTP', askPlain],
    ['over tRPC', askTrpc],
  ])('%s', (_, ask) => {
    test('gets the answer of the control prompt and leaves no exposure', async () => {
      expect(await ask({ 'x-inkling-consent': 'none' })).toMatchObject({ items: [{}, {}, {}], meta: { variant: chef.control } })
      expect(setUp.ports.records.exposures).toEqual([])
    })

    test.each([{}, { 'x-inkling-consent': 'granted' }])('differs from one who has: %j', async (headers) => {
      expect(await ask(headers)).toMatchObject({ meta: { variant } })
      expect(setUp.ports.records.exposures).toMatchObject([assignment])
    })

    test('is not taken to have agreed because of a slip', async () => {
      expect(await ask({ 'x-inkling-consent': 'no' })).toMatchObject({ error: { code: 'invalid-input', field: 'x-inkling-consent' } })
      nothingHappened()
    })
  })
})

describe('pages of other origins', () => {
  test.each([address, '/api/v1/feedback', '/trpc/suggest.coocook.chefRecommendation'])(
    'may call %s, with a token and without cookies',
    async (url) => {
      const origin = 'https://shop.example'
      const preflight = await server.inject({ method: 'OPTIONS', url, headers: { origin, 'access-control-request-method': 'POST' } })
      expect(preflight.statusCode).toBe(204)
      expect(preflight.headers).toMatchObject({ 'access-control-allow-origin': '*', 'access-control-allow-methods': 'POST' })
      for (const header of ['authorization', 'content-type', 'trpc-accept', 'x-inkling-consent'])
        expect(preflight.headers['access-control-allow-headers']).toContain(header)
      expect(preflight.headers['access-control-allow-credentials']).toBeUndefined()
      const response = await post(url, chef.example, { origin })
      expect(response.headers['access-control-allow-origin']).toBe('*')
    },
  )

  test.each(['/metrics', '/readyz', '/playground/token'])('may not read %s', async (url) => {
    const response = await server.inject({ url, headers: { origin: 'https://shop.example' } })
    expect(response.headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('pages and health', () => {
  test.each(['/healthz', '/readyz', '/metrics', '/api/docs', '/api/openapi.json'])('%s answers with safe headers', async (url) => {
    const response = await server.inject({ url })
    expect(response.statusCode).toBe(200)
    expect(response.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
  })

  test('what is spent is told to whoever comes directly, and to nobody through a proxy', async () => {
    expect((await server.inject({ url: '/metrics' })).statusCode).toBe(200)
    for (const name of ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via']) {
      const response = await server.inject({ url: '/metrics', headers: { [name]: '203.0.113.7' } })
      expect(response.json()).toMatchObject({ error: { code: 'not-found' } })
    }
  })

  test('where metrics have a token, it alone opens them, also through a proxy', async () => {
    setUp.services.metricsToken = 'a token of at least 24 characters'
    const read = async (headers: Record<string, string>) => (await server.inject({ url: '/metrics', headers })).statusCode
    expect(await read({})).toBe(401)
    expect(await read({ authorization: 'Bearer a token of at least 24 characterz' })).toBe(401)
    expect(await read({ authorization: 'Bearer a token of at least 24 characters', 'x-forwarded-for': '203.0.113.7' })).toBe(200)
  })

  test('the playground gets a token in the embedded mode alone', async () => {
    const minted = await post('/playground/token', { product: 'coocook', userId: 'u1' })
    expect(minted.json().token).toMatch(/^ey/)
    setUp.services.embedded = false
    expect((await post('/playground/token', { product: 'coocook', userId: 'u1' })).statusCode).toBe(404)
  })
})
