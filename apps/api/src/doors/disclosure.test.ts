import { registry } from '@inkling/prompts'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createHttpServer } from '../http.ts'
import { type TestServices, testServices } from '../testing/test-services.ts'

const chef = registry.coocook.chefRecommendation
const items = chef.example.chefs.slice(0, 3).map((_, index) => ({
  chefId: `c${index + 1}`,
  reasoning: 'Cooks for parties like this one every week.',
  confidence: 0.9,
}))
const telling = /costUsd|usage|inputTokens|"model"|"variant"|promptVersion|stages|claude-haiku|ranked|0\.00014/

let setUp: TestServices
let server: FastifyInstance

beforeEach(async () => {
  setUp = testServices(items)
  server = await createHttpServer(setUp.services)
})
afterEach(() => server.close())

type Ask = (claims: object) => Promise<string>

const post =
  (url: string, payload: object, more: Record<string, string> = {}) =>
  async (claims: object) => {
    const headers = { authorization: await setUp.authorization(claims), ...more }
    const response = await server.inject({ method: 'POST', url, payload, headers })
    return JSON.stringify(response.headers) + response.body
  }
const jsonLines = { 'trpc-accept': 'application/jsonl' }

const doors: [string, Ask][] = [
  ['plain HTTP', post('/api/v1/suggestions/coocook/chef-recommendation', chef.example)],
  ['tRPC', post('/trpc/suggest.coocook.chefRecommendation', chef.example)],
  [
    'a batch',
    post('/trpc/suggest.coocook.chefRecommendation,suggest.coocook.chefRecommendation?batch=1', { 0: chef.example, 1: chef.example }),
  ],
  ['a streamed batch', post('/trpc/suggest.coocook.chefRecommendation?batch=1', { 0: chef.example }, jsonLines)],
  ['a stream', post('/trpc/suggestStream.coocook.chefRecommendation?batch=1', { 0: chef.example }, jsonLines)],
]

describe.each(doors)('over %s', (_, ask) => {
  test.each([{}, { tier: 'premium' }, { debug: false, server: false }])(
    'a token with %j learns neither cost nor model nor variant, from Claude, the cache or the template',
    async (claims) => {
      const fromClaude = await ask(claims)
      const fromCache = await ask(claims)
      setUp.ports.gate.decide = () => ({ granted: false, reason: 'budget-exhausted' })
      setUp.ports.cache.get = async () => undefined
      const fromTemplate = await ask(claims)
      expect(fromClaude).toContain('"claude"')
      expect(fromCache).toMatch(/"cache"|"claude"/)
      expect(fromTemplate).toContain('"template"')
      for (const answer of [fromClaude, fromCache, fromTemplate]) expect(answer).not.toMatch(telling)
    },
  )

  test.each([{ debug: true }, { server: true }])('a token with %j learns all of it', async (claims) => {
    const answer = await ask(claims)
    for (const part of ['costUsd', 'claude-haiku-5-5', 'ranked', 'promptVersion']) expect(answer).toContain(part)
  })
})
