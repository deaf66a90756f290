import { randomUUID } from 'node:crypto'
import { type Simulator, startSimulator } from '@inkling/claude-simulator'
import type { Answer } from '@inkling/contracts'
import { formatUsd } from '@inkling/cost'
import { ledger, openDatabase } from '@inkling/database'
import { registry } from '@inkling/prompts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReadinessReport } from './readiness.ts'
import { freePort, runCommand, runServer, type ServerProcess, temporaryFolder, until } from './testing/run-server.ts'
import { TcpRelay } from './testing/tcp-relay.ts'

const { TEST_DATABASE_URL, TEST_REDIS_URL } = process.env
const { example } = registry.coocook.chefRecommendation
const folder = temporaryFolder()
const name = `inkling_api_${randomUUID().replaceAll('-', '').slice(0, 12)}`

function relayTo(address: string, port: number, fallbackPort: number): { relay: TcpRelay; url: string } {
  const url = new URL(address)
  const relay = new TcpRelay(port, { host: url.hostname, port: Number(url.port || fallbackPort) })
  url.host = `127.0.0.1:${port}`
  return { relay, url: url.href }
}

describe.skipIf(!TEST_DATABASE_URL || !TEST_REDIS_URL)('on real Postgres and Redis', () => {
  let simulator: Simulator
  let server: ServerProcess
  let environment: Record<string, string>
  let postgres: TcpRelay
  let redis: TcpRelay
  let databaseUrl: string
  let partySize = 1

  async function inServer(statement: string): Promise<void> {
    const database = await openDatabase({ kind: 'postgres', url: TEST_DATABASE_URL! })
    await database.statement(statement, [], 10_000).finally(() => database.close())
  }

  beforeAll(async () => {
    await inServer(`create database ${name}`)
    const own = new URL(TEST_DATABASE_URL!)
    own.pathname = `/${name}`
    databaseUrl = own.href
    simulator = await startSimulator({ port: 0, latency: 'none' })
    const nearPostgres = relayTo(databaseUrl, await freePort(), 5432)
    const nearRedis = relayTo(TEST_REDIS_URL!, await freePort(), 6379)
    postgres = nearPostgres.relay
    redis = nearRedis.relay
    environment = {
      DATABASE_URL: nearPostgres.url,
      REDIS_URL: nearRedis.url,
      ANTHROPIC_API_KEY: 'any',
      ANTHROPIC_BASE_URL: simulator.url,
      INKLING_EMBEDDED: '1',
      INKLING_DATA_DIR: folder.path,
    }
    // Neither service answers yet: the server starts all the same.
    server = await runServer(environment)
  })

  afterAll(async () => {
    await server?.stop()
    await Promise.all([postgres?.close(), redis?.close(), simulator?.close()])
    await inServer(`drop database if exists ${name} with (force)`)
    folder.remove()
  })

  async function ask(context: object): Promise<Answer> {
    const minted = await runCommand(['token', '--product', 'coocook', '--user', 'u1', '--debug'], environment)
    const response = await fetch(`${server.url}/api/v1/suggestions/coocook/chef-recommendation`, {
      method: 'POST',
      headers: { authorization: `Bearer ${minted.stdout.trim()}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ...example, ...context }),
    })
    expect(response.status).toBe(200)
    return (await response.json()) as Answer
  }

  const dependencies = async () => ((await (await fetch(`${server.url}/readyz`)).json()) as ReadinessReport).dependencies
  const fresh = () => ({ partySize: partySize++ })

  test('a start without them is degraded, says so, answers from the template, and recovers by itself', async () => {
    expect(await dependencies()).toMatchObject({ postgres: { state: 'down' }, redis: { state: 'down' } })
    const before = await ask(fresh())
    expect(before.meta).toMatchObject({ source: 'template', reason: 'accounting-unavailable' })
    await Promise.all([postgres.open(), redis.open()])
    await until(async () => Object.values(await dependencies()).every(({ state }) => state !== 'down'))
    // The gate looks again by itself, not at the moment in which readiness does.
    await until(async () => (await ask(fresh())).meta.source === 'claude')
  })

  test('an answer is paid once, cached in Redis, and known to the ledger to the last unit', async () => {
    const context = fresh()
    const first = await ask(context)
    const second = await ask(context)
    expect([first.meta.source, second.meta.source]).toEqual(['claude', 'cache'])
    const database = await openDatabase({ kind: 'postgres', url: databaseUrl })
    try {
      const [row] = await ledger.attemptsOf(database, first.suggestionId.split('.')[0] ?? '')
      expect(row).toMatchObject({ state: 'settled', estimated: false })
      expect(formatUsd(row?.charged_pico ?? 0n)).toBe(first.meta.costUsd)
    } finally {
      await database.close()
    }
  })

  test('when Postgres goes away there is no new spending, cached answers go on, and it comes back by itself', async () => {
    const context = fresh()
    await ask(context)
    await postgres.close()
    expect((await ask(context)).meta.source).toBe('cache')
    expect((await ask(fresh())).meta).toMatchObject({ source: 'template', reason: 'accounting-unavailable' })
    await postgres.open()
    await until(async () => (await ask(fresh())).meta.source === 'claude')
  })
})
