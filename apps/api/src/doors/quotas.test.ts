import { createMemoryQuotas } from '@inkling/cache'
import { registry } from '@inkling/prompts'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createHttpServer } from '../http.ts'
import { type TestServices, testServices } from '../testing/test-services.ts'

const { example } = registry.coocook.chefRecommendation
const feedback = { events: [{ id: '01990a2b-7c3d-7e4f-8a5b-6c7d8e9f0a1d', suggestionId: 'x', type: 'copy' }] }

let setUp: TestServices
let server: FastifyInstance

beforeEach(async () => {
  setUp = testServices()
  const settings = { user: [{ limit: 2, windowMs: 60_000 }], product: [{ limit: 3, windowMs: 60_000 }] }
  setUp.services.quotas = createMemoryQuotas({ settings, now: () => 1_000 })
  server = await createHttpServer(setUp.services)
})
afterEach(() => server.close())

async function post(url: string, payload: object, user: string) {
  const headers = { authorization: await setUp.authorization({ userId: user }) }
  const response = await server.inject({ method: 'POST', url, payload, headers })
  const [body] = [response.json()].flat()
  return { status: response.statusCode, retryAfter: response.headers['retry-after'], error: body.error?.data?.inkling ?? body.error }
}

describe.each([
  ['a suggestion over plain HTTP', '/api/v1/suggestions/coocook/chef-recommendation', example],
  ['a suggestion over tRPC', '/trpc/suggest.coocook.chefRecommendation', example],
  ['feedback over plain HTTP', '/api/v1/feedback', feedback],
  ['feedback over tRPC', '/trpc/feedback.record', feedback],
])('%s', (_, url, payload) => {
  test('is refused to a user over the own quota, with the time to wait; the others of the product have theirs', async () => {
    expect([await post(url, payload, 'ann'), await post(url, payload, 'ann')].map(({ status }) => status)).toEqual([200, 200])
    const answered = setUp.ports.records.answers.length
    expect(await post(url, payload, 'ann')).toEqual({
      status: 429,
      retryAfter: '30',
      error: {
        code: 'quota-exceeded',
        message: 'This user has sent more requests than the quota allows. Try again in 30 seconds.',
        requestId: expect.any(String),
      },
    })
    expect(setUp.ports.records.answers).toHaveLength(answered)
    expect((await post(url, payload, 'bob')).status).toBe(200)
    expect((await post(url, payload, 'eve')).error).toMatchObject({
      code: 'quota-exceeded',
      message: expect.stringContaining('All users of coocook'),
    })
  })
})

test('a stream is refused in the same words', async () => {
  const stream = async () => {
    const headers = { authorization: await setUp.authorization(), 'trpc-accept': 'application/jsonl' }
    const url = '/trpc/suggestStream.coocook.chefRecommendation?batch=1'
    return (await server.inject({ method: 'POST', url, payload: { 0: example }, headers })).body
  }
  for (let time = 0; time < 2; time += 1) expect(await stream()).toContain('answer-end')
  expect(await stream()).toMatch(/quota-exceeded.*Try again in 30 seconds/)
})

test('each call of a batch counts', async () => {
  const names = Array(3).fill('suggest.coocook.chefRecommendation').join(',')
  const headers = { authorization: await setUp.authorization() }
  const response = await server.inject({
    method: 'POST',
    url: `/trpc/${names}?batch=1`,
    payload: { 0: example, 1: example, 2: example },
    headers,
  })
  const codes = response.json().map((each: { error?: { data: { inkling: { code: string } } } }) => each.error?.data.inkling.code)
  expect(codes.filter((code: string | undefined) => code === 'quota-exceeded')).toHaveLength(1)
})
