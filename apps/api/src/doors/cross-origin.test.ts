import { registry } from '@inkling/prompts'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createHttpServer } from '../http.ts'
import { type TestServices, testServices } from '../testing/test-services.ts'

const { example } = registry.coocook.chefRecommendation
const shop = 'https://www.coocook.example'
const reviews = 'https://reviews.example'
const foreign = 'https://evil.example'

let setUp: TestServices
let server: FastifyInstance

beforeEach(async () => {
  setUp = testServices()
  setUp.services.allowedOrigins = { coocook: [shop], review: [reviews], snsAuto: ['*'] }
  server = await createHttpServer(setUp.services)
})
afterEach(() => server.close())

const preflight = (url: string, origin: string) =>
  server.inject({ method: 'OPTIONS', url, headers: { origin, 'access-control-request-method': 'POST' } })
const allowedTo = async (url: string, origin: string) => (await preflight(url, origin)).headers['access-control-allow-origin']

async function post(url: string, origin: string | undefined, payload: object = example, more: Record<string, string> = {}) {
  const authorization = await setUp.authorization()
  return server.inject({ method: 'POST', url, payload, headers: { authorization, ...more, ...(origin === undefined ? {} : { origin }) } })
}

describe('with a list of origins for each product', () => {
  test('a preflight names the page that may call, and no other', async () => {
    const address = '/api/v1/suggestions/coocook/chef-recommendation'
    expect([await allowedTo(address, shop), await allowedTo(address, reviews), await allowedTo(address, foreign)]).toEqual([
      shop,
      undefined,
      undefined,
    ])
    expect((await preflight(address, foreign)).headers).toMatchObject({ vary: 'origin' })
    expect(await allowedTo('/api/v1/suggestions/sns-auto/captions', foreign)).toBe(foreign)
  })

  test.each(['/trpc/suggest.coocook.chefRecommendation', '/api/v1/feedback'])(
    '%s, which names no product, passes those of any',
    async (url) => {
      setUp.services.allowedOrigins = { coocook: [shop], review: [reviews] }
      await server.close()
      server = await createHttpServer(setUp.services)
      expect([await allowedTo(url, shop), await allowedTo(url, reviews), await allowedTo(url, foreign)]).toEqual([shop, reviews, undefined])
    },
  )

  test.each([
    ['/api/v1/suggestions/coocook/chef-recommendation', example],
    ['/trpc/suggest.coocook.chefRecommendation', example],
    ['/api/v1/feedback', { events: [{}] }],
    ['/trpc/feedback.record', { events: [{}] }],
  ])('%s is refused to a page of another product, even with a token, before anything happens', async (url, payload) => {
    expect((await post(url, shop, payload)).statusCode).toBe(200)
    const done = [setUp.ports.records.answers.length, setUp.ports.gate.reservations.length]
    for (const origin of [reviews, foreign, 'null', `${shop}.evil.example`, 'http://www.coocook.example']) {
      const response = await post(url, origin, payload)
      expect([origin, response.statusCode]).toEqual([origin, 403])
      expect(response.body).toContain('"forbidden"')
    }
    expect([setUp.ports.records.answers.length, setUp.ports.gate.reservations.length]).toEqual(done)
  })

  test('programs, which send no origin, and pages of this server go on', async () => {
    const url = '/api/v1/suggestions/coocook/chef-recommendation'
    expect((await post(url, undefined)).statusCode).toBe(200)
    const host = 'inkling.example:8787'
    expect((await post(url, `http://${host}`, example, { host })).statusCode).toBe(200)
    expect((await post(url, 'http://inkling.example', example, { host })).statusCode).toBe(403)
  })

  test('a stream is refused, too', async () => {
    const stream = async (origin: string) =>
      (await post('/trpc/suggestStream.coocook.chefRecommendation?batch=1', origin, { 0: example }, { 'trpc-accept': 'application/jsonl' }))
        .body
    expect(await stream(shop)).toContain('answer-end')
    const refused = await stream(reviews)
    expect(refused).toContain('"forbidden"')
    expect(refused).not.toContain('answer-start')
  })
})
