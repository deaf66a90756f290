import { fileURLToPath } from 'node:url'
import { hasRedisServer, type OwnRedis, startOwnRedis } from '@inkling/cache/testing'
import { type Simulator, startSimulator } from '@inkling/claude-simulator'
import { parseUsd } from '@inkling/cost'
import { hasPostgresPrograms, type OwnPostgres, startOwnPostgres } from '@inkling/database/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BudgetLoad, loadBudget, tightLimits } from './testing/load-budget.ts'

const checkThenAdd = fileURLToPath(new URL('testing/serve-check-then-add.ts', import.meta.url))
const limit = parseUsd(tightLimits.day)!

// `npm run soak` does the same with a thousand callers at each process.
const callers = 200

describe.runIf(hasPostgresPrograms && hasRedisServer)('three processes on limits that allow a few dozen calls', () => {
  let redis: OwnRedis
  let simulator: Simulator
  let postgres: OwnPostgres
  beforeAll(async () => {
    ;[redis, simulator] = await Promise.all([startOwnRedis(), startSimulator({ port: 0, latency: 'none' })])
  })
  afterAll(async () => {
    await Promise.all([redis?.close(), simulator?.close()])
  })
  beforeEach(async () => {
    postgres = await startOwnPostgres()
    await fetch(`${simulator.url}/_sim/bill`, { method: 'DELETE' })
    return () => postgres.dispose()
  })

  const load = (options: Pick<BudgetLoad, 'tierOf' | 'program'>) =>
    loadBudget({ databaseUrl: postgres.url, redisUrl: redis.url, simulatorUrl: simulator.url, callers, ...options })

  test('callers at once never take settled and reserved money past a limit, nor the bill', async () => {
    const { kinds, watched, replayed, bill } = await load({ tierOf: () => 'standard' })
    expect(Object.keys(kinds).filter((kind) => kind.startsWith('http'))).toEqual([])
    expect(kinds.claude).toBeGreaterThan(20)
    expect(watched.samples).toBeGreaterThan(20)
    expect([watched.overruns, replayed.overruns]).toEqual([[], []])
    expect(bill).toBeLessThanOrEqual(limit)
  }, 120_000)

  test('with premium callers among them nothing passes the ceiling, and no standard grant the limit', async () => {
    const { replayed, watched, bill } = await load({ tierOf: (index) => (index % 2 === 0 ? 'premium' : 'standard') })
    expect(replayed.grants).toBeGreaterThan(20)
    expect([watched.overruns, replayed.overruns]).toEqual([[], []])
    expect(bill).toBeLessThanOrEqual((limit * 3n) / 2n)
  }, 120_000)

  test('a gate that checks and then adds is found out by the same measures', async () => {
    const { watched, replayed } = await load({ tierOf: () => 'standard', program: [checkThenAdd] })
    expect(replayed.overruns).not.toEqual([])
    expect(watched.overruns).not.toEqual([])
  }, 120_000)
})
