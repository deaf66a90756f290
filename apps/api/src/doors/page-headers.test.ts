import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHttpServer } from '../http.ts'
import { temporaryFolder } from '../testing/run-server.ts'
import { operatorAuthorization, type TestServices, testServices } from '../testing/test-services.ts'
import { docsDoor } from './docs.ts'

const folder = temporaryFolder()
let setUp: TestServices
let server: FastifyInstance

beforeAll(async () => {
  setUp = testServices()
  server = await createHttpServer(setUp.services)
})
afterAll(async () => {
  await server.close()
  folder.remove()
})

/** What every browser must be told, whatever it asked for and however that ended. */
const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': expect.stringContaining('camera=()'),
  'content-security-policy': expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
}

describe('every response tells browsers what it may not do', () => {
  test.each([
    ['GET', '/'],
    ['GET', '/coocook/'],
    ['GET', '/docs/'],
    ['GET', '/api/docs'],
    ['GET', '/api/docs/style.css'],
    ['GET', '/api/openapi.json'],
    ['GET', '/embed/v1/inkling.js'],
    ['GET', '/embed/v1/manifest.json'],
    ['GET', '/healthz'],
    ['GET', '/readyz'],
    ['GET', '/metrics'],
    ['GET', '/api/v1/ops/status'],
    ['POST', '/api/v1/privacy/erase'],
    ['POST', '/api/v1/suggestions/coocook/chef-recommendation'],
    ['POST', '/trpc/ops.status'],
    ['POST', '/playground/token'],
    ['OPTIONS', '/api/v1/feedback'],
    ['GET', '/nowhere'],
    ['POST', '/api/v1/feedback'],
  ] as const)('%s %s', async (method, url) => {
    const response = await server.inject({ method, url })
    expect(response.headers).toMatchObject(always)
    expect(response.headers).not.toHaveProperty('server')
    expect(response.headers).not.toHaveProperty('x-powered-by')
  })

  test('operators are answered so, too', async () => {
    const headers = { authorization: await operatorAuthorization('viewer') }
    const response = await server.inject({ url: '/api/v1/ops/status', headers })
    expect([response.statusCode, response.headers]).toMatchObject([200, { ...always, 'cache-control': 'no-store' }])
  })
})

test('what is for one person is kept by no cache on its way', async () => {
  for (const url of ['/api/v1/suggestions/coocook/chef-recommendation', '/trpc/suggest.coocook.chefRecommendation', '/playground/token']) {
    const response = await server.inject({ method: 'POST', url, payload: {}, headers: { authorization: await setUp.authorization() } })
    expect([url, response.headers['cache-control']]).toEqual([url, 'no-store'])
  }
})

test('pages run their own scripts alone: nothing inline, nothing of another origin', async () => {
  mkdirSync(folder.path, { recursive: true })
  writeFileSync(join(folder.path, 'index.html'), '<!doctype html><title>t</title>')
  const docs = Fastify()
  await docs.register(async (scope) => docsDoor(scope, folder.path))
  const pages = [await server.inject('/api/docs'), await docs.inject('/docs/')]
  await docs.close()
  for (const { statusCode, headers } of pages) {
    expect(statusCode).toBe(200)
    const policy = String(headers['content-security-policy'])
    expect(policy).toMatch(/default-src 'none'; script-src 'self'; style-src 'self'/)
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
  }
})
