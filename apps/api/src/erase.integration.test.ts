import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { connectRedis, type RedisConnection } from '@inkling/cache'
import { type Simulator, startSimulator } from '@inkling/claude-simulator'
import type { Answer, OperationOutput } from '@inkling/contracts'
import { type Database, openDatabase } from '@inkling/database'
import { registry } from '@inkling/prompts'
import { deriveKeys } from '@inkling/suggestions'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mintOperatorToken } from './mint-operator-token.ts'
import { createOwnDatabase } from './testing/own-database.ts'
import { freePort, runCommand, runServer, type ServerProcess, temporaryFolder, until } from './testing/run-server.ts'

const { TEST_DATABASE_URL, TEST_REDIS_URL } = process.env
const { example } = registry.coocook.reviewTemplate
const secret = randomUUID() + randomUUID()
const operatorSecret = randomUUID() + randomUUID()
const folder = temporaryFolder()
const people = { erased: `ann-${randomUUID()}`, other: `bob-${randomUUID()}` }
const mail = `ann.${randomUUID().slice(0, 8)}@example.com`
const pseudonymOf = (person: keyof typeof people) => deriveKeys(secret).userKey('coocook', people[person])

describe.skipIf(!TEST_DATABASE_URL || !TEST_REDIS_URL)('a person who is erased, on real Postgres and Redis', () => {
  let own: Awaited<ReturnType<typeof createOwnDatabase>>
  let simulator: Simulator
  let server: ServerProcess
  let environment: Record<string, string>
  let database: Database
  let redis: RedisConnection

  beforeAll(async () => {
    own = await createOwnDatabase(TEST_DATABASE_URL!)
    simulator = await startSimulator({ port: 0, latency: 'none' })
    environment = {
      ...{ DATABASE_URL: own.url, REDIS_URL: TEST_REDIS_URL!, ANTHROPIC_API_KEY: 'any', ANTHROPIC_BASE_URL: simulator.url },
      ...{ INKLING_EMBEDDED: '1', INKLING_DATA_DIR: folder.path, INKLING_SECRET: secret, PORT: String(await freePort()) },
      INKLING_TOKEN_SECRETS: JSON.stringify({ coocook: [operatorSecret], operators: [operatorSecret] }),
      INKLING_LOG_LEVEL: 'debug',
    }
    server = await runServer(environment)
    database = await openDatabase({ kind: 'postgres', url: own.url })
    redis = connectRedis(TEST_REDIS_URL!)
  })
  afterAll(async () => {
    await server?.stop()
    await Promise.all([database?.close(), redis?.close(), simulator?.close()])
    await own?.drop()
    folder.remove()
  })

  const inkling = (...args: string[]) => runCommand(args, environment)
  const person = (who: keyof typeof people) => ['--product', 'coocook', '--user', people[who]]

  async function post<Body>(path: string, token: string, body: unknown): Promise<Body> {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    return (await (await fetch(`${server.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json()) as Body
  }

  /** Asks twice, so that the second answer comes from the cache; writes a mail address, and says how it was. */
  async function live(who: keyof typeof people): Promise<void> {
    const token = (await inkling('token', ...person(who))).stdout.trim()
    const ask = () =>
      post<Answer>('/api/v1/suggestions/coocook/review-template', token, { ...example, highlights: `Write to ${mail}, he cooks well.` })
    const first = await ask()
    expect(first.meta).toMatchObject({ source: 'claude', redactions: [{ placeholder: '[EMAIL_1]' }] })
    await until(async () => (await ask()).meta.source === 'cache')
    const event = { id: randomUUID(), suggestionId: first.suggestionId, type: 'rate', value: 5 }
    // A page that lost the answer sends it again.
    for (const events of [[event], [event, event], [event]]) {
      expect(await post('/api/v1/feedback', token, { events })).toEqual({ accepted: events.map(({ id }) => id), rejected: [] })
    }
    await database.statement(
      `insert into exposure_keys (user_key, experiment_id, variation_id) values ($1, 'e', '1') on conflict do nothing`,
      [pseudonymOf(who)],
      5_000,
    )
  }

  async function scanPostgres(text: string): Promise<string[]> {
    const tables = await database.statement<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
      [],
      5_000,
    )
    const found: string[] = []
    for (const { name } of tables) {
      const [row] = await database.statement(`select 1 as hit from "${name}" t where t::text like $1 limit 1`, [`%${text}%`], 5_000)
      if (row) found.push(name.replace(/_\d{8}$/, ''))
    }
    return [...new Set(found)].sort()
  }

  /** Every key of the product in Redis, with what lies under it. */
  async function scanRedis(text: string): Promise<string[]> {
    const found: string[] = []
    let cursor = '0'
    do {
      const [next, keys] = (await redis.client.call('SCAN', cursor, 'MATCH', 'inkling:*', 'COUNT', '1000')) as [string, string[]]
      for (const key of keys) if ((key + (await contentOf(key))).includes(text)) found.push(key)
      cursor = next
    } while (cursor !== '0')
    return found
  }

  async function contentOf(key: string): Promise<string> {
    const { client } = redis
    const type = await client.type(key)
    if (type === 'zset') return (await client.zrange(key, 0, '-1')).join(' ')
    if (type === 'list') return (await client.lrange(key, 0, -1)).join(' ')
    if (type === 'hash') return JSON.stringify(await client.hgetall(key))
    return type === 'string' ? ((await client.get(key)) ?? '') : ''
  }

  function scanFiles(text: string): string[] {
    const names = readdirSync(folder.path, { recursive: true }) as string[]
    return names.filter((name) => {
      const path = join(folder.path, name)
      return statSync(path).isFile() && readFileSync(path).includes(text)
    })
  }

  const sums = () => database.statement('select count(*)::int4 as rows, sum(charged_pico) as total from attempts', [], 5_000)

  test('stands in no table, no key of Redis, no file and no line of the log any more; another one does, and the sums are the same', async () => {
    await live('erased')
    await live('other')
    const { stdout: exported } = await inkling('export', ...person('erased'))
    const before = JSON.parse(exported) as OperationOutput<'export'>
    expect(before).toMatchObject({
      events: [{ type: 'rate', value: 5 }],
      securityEvents: expect.arrayContaining([expect.objectContaining({ kind: 'personal-data', action: 'redacted' })]),
      ledgerRows: [{ product: 'coocook' }],
    })
    const tables = ['attempts', 'events', 'exposure_keys', 'security_events', 'served_answers']
    expect(await scanPostgres(pseudonymOf('erased'))).toEqual(tables)
    expect((await scanRedis(pseudonymOf('erased'))).length).toBeGreaterThan(2)
    const sumsBefore = await sums()

    const { code, stdout } = await inkling('erase', ...person('erased'))
    expect(code).toBe(0)
    const receipt = JSON.parse(stdout) as OperationOutput<'erase'>
    expect(receipt).toMatchObject({ product: 'coocook', person: before.person, ledgerRowsCleared: 1 })
    expect(receipt.removed).toMatchObject({ events: 1, exposureKeys: 1, cachedAnswers: 1, servedAnswers: before.servedAnswers.length })

    expect(await scanPostgres(pseudonymOf('erased'))).toEqual([])
    expect(await scanRedis(pseudonymOf('erased'))).toEqual([])
    expect(await scanPostgres(pseudonymOf('other'))).toEqual(tables)
    expect((await scanRedis(pseudonymOf('other'))).length).toBeGreaterThan(2)
    expect(await sums()).toEqual(sumsBefore)
    // What people are called and what they wrote is nowhere, before and after.
    for (const text of [...Object.values(people), mail]) {
      expect([await scanPostgres(text), await scanRedis(text), scanFiles(text), server.output().includes(text)]).toEqual([
        [],
        [],
        [],
        false,
      ])
    }
    expect(JSON.parse((await inkling('export', ...person('erased'))).stdout)).toMatchObject({
      events: [],
      servedAnswers: [],
      ledgerRows: [],
    })
    expect((await inkling('audit', 'verify')).stdout).toMatch(/^3 rows, intact/)
  })

  test('can be erased over plain HTTP and tRPC, by an operator alone', async () => {
    const input = { product: 'coocook', user: people.other }
    const token = await mintOperatorToken(operatorSecret, { role: 'operator', name: 'ann' })
    expect(await post('/api/v1/privacy/erase', token, input)).toMatchObject({ removed: { events: 1 }, ledgerRowsCleared: 1 })
    expect(await post('/trpc/privacy.export', token, input)).toMatchObject({ result: { data: { product: 'coocook', events: [] } } })
    const viewer = await mintOperatorToken(operatorSecret, { role: 'viewer', name: 'eve' })
    expect(await post('/api/v1/privacy/export', viewer, input)).toMatchObject({ error: { code: 'forbidden' } })
    expect(await scanRedis(pseudonymOf('other'))).toEqual([])
  })
})
