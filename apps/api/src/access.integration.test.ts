import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Simulator, startSimulator } from '@inkling/claude-simulator'
import { mintWidgetToken } from '@inkling/client'
import { registry } from '@inkling/prompts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mintOperatorToken } from './mint-operator-token.ts'
import { freePort, runServer, type ServerProcess, temporaryFolder, until } from './testing/run-server.ts'

const { example } = registry.coocook.chefRecommendation
const address = '/api/v1/suggestions/coocook/chef-recommendation'
const folder = temporaryFolder()
const secretsFile = join(folder.path, 'token-secrets.json')
const connectionsFile = join(folder.path, 'connections.log')
const recorder = fileURLToPath(new URL('./testing/record-connections.mjs', import.meta.url))
const canary = (what: string) => `canary-${what}-${randomUUID()}`
const secrets = {
  deployment: canary('deployment'),
  first: canary('first'),
  second: canary('second'),
  third: canary('third'),
  operators: canary('operators'),
  apiKey: canary('claude'),
  webhook: canary('webhook'),
  databasePassword: canary('database'),
  redisPassword: canary('redis'),
  clientKey: canary('growthbook'),
}

let simulator: Simulator
let server: ServerProcess
let deadPort: number

function writeSecrets(coocook: string[]): void {
  writeFileSync(secretsFile, JSON.stringify({ coocook, operators: [secrets.operators] }))
}

beforeAll(async () => {
  writeSecrets([secrets.first])
  simulator = await startSimulator({ port: 0, latency: 'none' })
  deadPort = await freePort()
  // Postgres, Redis, GrowthBook and the webhook are away: what is said about that must not name a secret either.
  server = await runServer({
    DATABASE_URL: `postgres://inkling:${secrets.databasePassword}@127.0.0.1:${deadPort}/inkling`,
    REDIS_URL: `redis://inkling:${secrets.redisPassword}@127.0.0.1:${deadPort}`,
    GROWTHBOOK_API_HOST: `http://127.0.0.1:${deadPort}`,
    GROWTHBOOK_CLIENT_KEY: secrets.clientKey,
    ANTHROPIC_API_KEY: secrets.apiKey,
    ANTHROPIC_BASE_URL: simulator.url,
    INKLING_SECRET: secrets.deployment,
    INKLING_TOKEN_SECRETS: secretsFile,
    INKLING_WEBHOOK_URL: `http://127.0.0.1:${deadPort}/hook`,
    INKLING_WEBHOOK_SECRET: secrets.webhook,
    INKLING_DATA_DIR: folder.path,
    INKLING_USER_QUOTA: '60/minute,100/day',
    INKLING_ALLOWED_ORIGINS: '{"coocook":["https://www.coocook.example"]}',
    INKLING_LOG_LEVEL: 'debug',
    NODE_OPTIONS: `--import=${recorder}`,
    RECORD_CONNECTIONS: connectionsFile,
  })
})
afterAll(async () => {
  await server?.stop()
  await simulator?.close()
  folder.remove()
})

const tokenOf = (secret: string, claims: object = {}) => mintWidgetToken(secret, { product: 'coocook', userId: 'u1', ...claims })

async function ask(token: string, path = address, body: unknown = example) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const response = await fetch(`${server.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: response.status, text: await response.text() }
}

test('the secrets of a product are rotated in the running server: two are valid, then the old one is refused, and a broken file changes nothing', async () => {
  const rotate = async (coocook: string[] | 'broken') => {
    if (coocook === 'broken') writeFileSync(secretsFile, '{"coocook":["too short"]}')
    else writeSecrets(coocook)
    const told = server.output().length
    server.process.kill('SIGHUP')
    await until(() => /read again|stay in use/.test(server.output().slice(told)))
  }
  const [before, after] = [await tokenOf(secrets.first), await tokenOf(secrets.second)]
  const statuses = async () => [(await ask(before)).status, (await ask(after)).status]
  expect(await statuses()).toEqual([200, 401])
  await rotate([secrets.second, secrets.first])
  expect(await statuses()).toEqual([200, 200])
  await rotate('broken')
  expect(server.output()).toContain('The former secrets stay in use.')
  expect(await statuses()).toEqual([200, 200])
  await rotate([secrets.third, secrets.second])
  expect(await statuses()).toEqual([401, 200])
})

test('a user over the quota is told when to come back, and the next one is served, though Redis is away', async () => {
  const greedy = await tokenOf(secrets.second, { userId: 'greedy' })
  const statuses: number[] = []
  // In turn: at once, what flows into the bucket meanwhile would count.
  for (let time = 0; time < 75 && statuses.at(-1) !== 429; time += 1) statuses.push((await ask(greedy)).status)
  expect(statuses.slice(0, 60)).toEqual(Array(60).fill(200))
  expect(statuses.at(-1)).toBe(429)
  const headers = { authorization: `Bearer ${greedy}`, 'content-type': 'application/json' }
  const response = await fetch(`${server.url}/api/v1/feedback`, { method: 'POST', headers, body: '{"events":[{}]}' })
  expect(response.status).toBe(200)
  expect((await ask(await tokenOf(secrets.second, { userId: 'modest' }))).status).toBe(200)
})

test('a page of a listed origin is let in, one of another is not, and programs are not concerned', async () => {
  const token = await tokenOf(secrets.second, { userId: 'page' })
  const from = async (origin?: string) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...(origin === undefined ? {} : { origin }) }
    const response = await fetch(`${server.url}${address}`, { method: 'POST', headers, body: JSON.stringify(example) })
    return [response.status, response.headers.get('access-control-allow-origin')]
  }
  expect(await from('https://www.coocook.example')).toEqual([200, 'https://www.coocook.example'])
  expect(await from('https://evil.example')).toEqual([403, null])
  expect(await from()).toEqual([200, null])
})

describe('after hours of trouble in one minute', () => {
  const responses: string[] = []

  beforeAll(async () => {
    const token = await tokenOf(secrets.second, { server: true, debug: true })
    const operator = await mintOperatorToken(secrets.operators, { role: 'admin', name: 'ann' })
    for (const [path, body] of [
      [address, example],
      [address, { ...example, partySize: 'x' }],
      ['/trpc/suggest.coocook.chefRecommendation', example],
      ['/trpc/suggest.coocook.chefRecommendation', '{'],
      ['/trpc/nothing', {}],
      ['/api/v1/feedback', { events: [{}] }],
    ] as const) {
      for (const bearer of [token, operator, 'x.y.z', await tokenOf(canary('foreign'))])
        responses.push((await ask(bearer, path, body)).text)
    }
    for (const path of ['status', 'limits', 'verify-audit', 'forecast']) {
      const response = await fetch(`${server.url}/api/v1/ops/${path}`, { headers: { authorization: `Bearer ${operator}` } })
      responses.push(await response.text())
    }
    for (const path of ['/readyz', '/healthz', '/metrics', '/api/openapi.json', '/api/docs', '/', '/nowhere?x=1']) {
      const response = await fetch(`${server.url}${path}`)
      responses.push(JSON.stringify([...response.headers]) + (await response.text()))
    }
    await until(() => /ECONNREFUSED|Connection is closed|failed/i.test(server.output()))
  })

  test('no secret stands in an answer, a metric, a line of the log, or a file', () => {
    const files = (readdirSync(folder.path, { recursive: true }) as string[]).map((name) => join(folder.path, name))
    const kept = files.filter((path) => statSync(path).isFile() && path !== secretsFile).map((path) => readFileSync(path, 'latin1'))
    expect(responses.length).toBeGreaterThan(30)
    expect(server.output().length).toBeGreaterThan(500)
    for (const [name, secret] of Object.entries(secrets)) {
      const places = { responses, log: [server.output()], files: kept }
      for (const [place, texts] of Object.entries(places)) {
        expect([name, place, texts.some((text) => text.includes(secret) || text.includes(encodeURIComponent(secret)))]).toEqual([
          name,
          place,
          false,
        ])
      }
    }
  })

  test('the process has spoken with nobody but the hosts that it was told', () => {
    const destinations = new Set(readFileSync(connectionsFile, 'utf8').trim().split('\n'))
    // Its own: at the start it looks whether somebody listens there.
    const ports = [String(deadPort), new URL(simulator.url).port, new URL(server.url).port]
    expect([...destinations].sort()).toEqual(ports.map((port) => `127.0.0.1:${port}`).sort())
  })
})

test('Claude is told neither who asks nor any secret but its own key', async () => {
  const bill = await fetch(`${simulator.url}/_sim/bill`)
  expect(JSON.stringify(await bill.json())).not.toMatch(/canary|"u1"/)
})
