import { randomUUID } from 'node:crypto'
import { type Simulator, startSimulator } from '@inkling/claude-simulator'
import { openDatabase } from '@inkling/database'
import { findSuggestionByPath } from '@inkling/prompts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Composition, compose } from './compose.ts'
import { readEnvironment } from './env.ts'
import { countWrites } from './testing/count-writes.ts'
import { freePort, temporaryFolder, until } from './testing/run-server.ts'
import { TcpRelay } from './testing/tcp-relay.ts'

const { TEST_DATABASE_URL, TEST_REDIS_URL } = process.env
const folder = temporaryFolder()
const name = `inkling_cached_${randomUUID().replaceAll('-', '').slice(0, 12)}`
const asks = 40

describe.skipIf(!TEST_DATABASE_URL || !TEST_REDIS_URL)('a cached answer', () => {
  let simulator: Simulator
  let composition: Composition
  let relays: TcpRelay[]
  let ports: { postgres: number; redis: number }

  async function inServer(statement: string): Promise<void> {
    const database = await openDatabase({ kind: 'postgres', url: TEST_DATABASE_URL! })
    await database.statement(statement, [], 10_000).finally(() => database.close())
  }

  beforeAll(async () => {
    await inServer(`create database ${name}`)
    simulator = await startSimulator({ port: 0, latency: 'none' })
    // Ports of our own: what goes to them is this server's alone.
    ports = { postgres: await freePort(), redis: await freePort() }
    const [postgres, redis] = [new URL(TEST_DATABASE_URL!), new URL(TEST_REDIS_URL!)]
    relays = [
      new TcpRelay(ports.postgres, { host: postgres.hostname, port: Number(postgres.port || 5432) }),
      new TcpRelay(ports.redis, { host: redis.hostname, port: Number(redis.port || 6379) }),
    ]
    for (const relay of relays) await relay.open()
    Object.assign(postgres, { host: `127.0.0.1:${ports.postgres}`, pathname: `/${name}` })
    redis.host = `127.0.0.1:${ports.redis}`
    const read = readEnvironment({
      ...{ DATABASE_URL: postgres.href, REDIS_URL: redis.href, ANTHROPIC_API_KEY: 'any', ANTHROPIC_BASE_URL: simulator.url },
      ...{ INKLING_EMBEDDED: '1', INKLING_DATA_DIR: folder.path, INKLING_LOG_LEVEL: 'silent' },
      ...{ CLAUDE_DAILY_BUDGET_USD: '100', CLAUDE_MONTHLY_BUDGET_USD: '100' },
    })
    if (!('environment' in read)) throw new Error(JSON.stringify(read.problems))
    composition = await compose(read.environment, () => {})
    // A connection takes its time; without it the cache does without Redis.
    await until(async () =>
      Object.values((await composition.services.readiness.report()).dependencies).every(({ state }) => state !== 'down'),
    )
  })

  afterAll(async () => {
    await composition?.close()
    await Promise.all([...(relays ?? []).map((relay) => relay.close()), simulator?.close()])
    await inServer(`drop database if exists ${name} with (force)`)
    folder.remove()
  })

  async function ask(path: [string, string]) {
    const suggestion = findSuggestionByPath(...path)!
    const { services } = composition
    const caller = {
      product: suggestion.product,
      userKey: services.userKey(suggestion.product, 'u1'),
      tier: 'standard',
      locale: 'en',
      sees: 'answer',
    } as const
    const { result, writes } = await countWrites(() =>
      services.pipeline.answer({ suggestion, context: suggestion.example, caller, requestId: services.newRequestId() }),
    )
    return { source: result.meta.source, postgres: writes.get(ports.postgres) ?? 0, redis: writes.get(ports.redis) ?? 0 }
  }

  test('that everybody shares asks Postgres nothing and Redis at most once, a live one asks both', async () => {
    const first = await ask(['coocook', 'menu-curation'])
    expect(first.source).toBe('claude')
    expect(first.postgres).toBeGreaterThanOrEqual(1)
    expect(first.redis).toBeGreaterThanOrEqual(1)
    for (let index = 0; index < asks; index++) {
      const { source, postgres, redis } = await ask(['coocook', 'menu-curation'])
      expect({ source, postgres }).toEqual({ source: 'cache', postgres: 0 })
      expect(redis).toBeLessThanOrEqual(1)
    }
  })

  test("that is one user's alone asks Postgres nothing and Redis once at most", async () => {
    expect((await ask(['coocook', 'review-template'])).source).toBe('claude')
    let roundTrips = 0
    for (let index = 0; index < asks; index++) {
      const { source, postgres, redis } = await ask(['coocook', 'review-template'])
      expect({ source, postgres }).toEqual({ source: 'cache', postgres: 0 })
      expect(redis).toBeLessThanOrEqual(1)
      roundTrips += redis
    }
    // A look-up may travel with a command that was under way; nearly all go alone, and then they are counted here.
    expect(roundTrips).toBeGreaterThan(asks / 2)
  })
})
