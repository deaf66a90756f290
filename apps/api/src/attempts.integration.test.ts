import { hasRedisServer, type OwnRedis, startOwnRedis } from '@inkling/cache/testing'
import { type Simulator, startSimulator } from '@inkling/claude-simulator'
import { type Database, openDatabase } from '@inkling/database'
import { hasPostgresPrograms, type OwnPostgres, startOwnPostgres } from '@inkling/database/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askAs, type Caller } from './testing/ask-many.ts'
import { type Replicas, runReplicas } from './testing/run-replicas.ts'
import { runCommand, until } from './testing/run-server.ts'

describe.runIf(hasPostgresPrograms && hasRedisServer)('the ledger against the bill, attempt by attempt', () => {
  let postgres: OwnPostgres
  let redis: OwnRedis
  let simulator: Simulator
  let replicas: Replicas
  let database: Database
  let users = 0

  beforeAll(async () => {
    ;[postgres, redis, simulator] = await Promise.all([startOwnPostgres(), startOwnRedis(), startSimulator({ port: 0, latency: 8 })])
    const environment = { CLAUDE_DAILY_BUDGET_USD: '5', CLAUDE_RATE_LIMIT_RPM: '1000', CLAUDE_TIMEOUT_MS: '4000' }
    replicas = await runReplicas({
      ...{ databaseUrl: postgres.url, redisUrl: redis.url, simulatorUrl: simulator.url, environment },
      count: 1,
    })
    database = await openDatabase({ kind: 'postgres', url: postgres.url })
  })
  afterAll(async () => {
    await database?.close()
    await replicas?.dispose()
    await Promise.all([postgres?.dispose(), redis?.close(), simulator?.close()])
  })

  const newCaller = (): Caller => ({ product: 'review', userId: `u${users++}`, tier: 'standard' })
  const ask = (caller = newCaller(), signal?: AbortSignal) => askAs(replicas, replicas.urls[0]!, caller, signal)
  const setFault = (rule?: object) =>
    fetch(`${simulator.url}/_sim/faults`, {
      method: 'PUT',
      body: JSON.stringify({ rules: rule === undefined ? [] : [{ times: 1, ...rule }] }),
    })
  const calls = async () => ((await (await fetch(`${simulator.url}/_sim/requests`)).json()) as { requests: unknown[] }).requests.length
  const rows = () =>
    database.kysely
      .selectFrom('attempts')
      .select(['id', 'state', 'outcome', 'estimated', 'charged_pico as charged', 'reserved_pico as reserved'])
      .orderBy('reserved_at')
      .execute()
  const isSettled = async () => (await rows()).every(({ state }) => state === 'settled')

  test.each([
    ['a complete answer', undefined, [['complete', false]]],
    [
      'an overloaded provider and its retry',
      { kind: 'status', status: 529 },
      [
        ['rejected', false],
        ['complete', false],
      ],
    ],
    [
      'a broken provider and its retry',
      { kind: 'status', status: 500 },
      [
        ['server-error', true],
        ['complete', false],
      ],
    ],
    [
      'a reset before the headers and its retry',
      { kind: 'reset' },
      [
        ['connection-reset', true],
        ['complete', false],
      ],
    ],
    ['headers that do not come', { kind: 'delay-headers' }, [['timeout', true]]],
    ['a stream that ends too early', { kind: 'cut-stream', afterBytes: 2_500 }, [['cut-stream', true]]],
    ['a refusal without content', { kind: 'refusal' }, [['refused', false]]],
    ['an answer that was cut by its limit', { kind: 'truncated' }, [['truncated', false]]],
    ['an answer that is no JSON', { kind: 'invalid-json' }, [['complete', false]]],
  ] as const)('%s: one row for each attempt', async (_, fault, expected) => {
    const [rowsBefore, callsBefore] = [(await rows()).length, await calls()]
    await setFault(fault)
    expect((await ask()).status).toBe(200)
    await until(isSettled)
    const added = (await rows()).slice(rowsBefore)
    expect(added.slice(0, expected.length).map(({ outcome, estimated }) => [outcome, estimated])).toEqual(expected)
    expect(added).toHaveLength((await calls()) - callsBefore)
  })

  test('a caller who leaves does not stop the call: it is settled exactly, and the next who asks gets its answer', async () => {
    await setFault()
    const [rowsBefore, callsBefore] = [(await rows()).length, await calls()]
    const caller = newCaller()
    const leaving = new AbortController()
    const left = ask(caller, leaving.signal)
    await until(async () => (await calls()) > callsBefore)
    leaving.abort()
    expect(await left).toEqual({ status: 0 })
    await until(async () => (await rows()).length > rowsBefore && (await isSettled()))
    expect((await rows()).slice(rowsBefore)).toMatchObject([{ outcome: 'complete', estimated: false }])
    // From the cache, or from the call's last moments.
    expect((await ask(caller)).status).toBe(200)
    expect(await calls()).toBe(callsBefore + 1)
  })

  test('what a killed process left is settled in full by the next within a minute', async () => {
    await setFault({ kind: 'delay-body', delayMs: 60_000 })
    const [rowsBefore, callsBefore] = [(await rows()).length, await calls()]
    const cut = ask().catch(() => 'cut')
    await until(async () => (await calls()) > callsBefore)
    const killedAt = Date.now()
    await replicas.all[0]!.kill()
    expect(await cut).toBe('cut')
    await replicas.all[0]!.start()
    await until(isSettled)
    expect(Date.now() - killedAt).toBeLessThan(60_000)
    const [abandoned] = (await rows()).slice(rowsBefore)
    expect(abandoned).toMatchObject({ outcome: 'abandoned', estimated: true, charged: abandoned!.reserved })
  }, 90_000)

  test('after all of that `inkling reconcile` finds no difference', async () => {
    const environment = { ...replicas.environment, PORT: new URL(replicas.urls[0]!).port }
    const { stdout } = await runCommand(['reconcile', '--bill', `${simulator.url}/_sim/bill`], environment)
    expect(stdout).toContain('No difference.')
  })
})
