import { hasRedisServer, type OwnRedis, startOwnRedis } from '@inkling/cache/testing'
import { type Simulator, startSimulator } from '@inkling/claude-simulator'
import { type Database, openDatabase } from '@inkling/database'
import { hasPostgresPrograms, type OwnPostgres, startOwnPostgres } from '@inkling/database/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askAs, type Caller, tally } from './testing/ask-many.ts'
import { busiestMinute, fillRate, readArrivals } from './testing/rate-window.ts'
import { type Replicas, runReplicas } from './testing/run-replicas.ts'
import { until } from './testing/run-server.ts'

const perMinute = 120

describe.runIf(hasPostgresPrograms && hasRedisServer)('the rate over three processes', () => {
  let postgres: OwnPostgres
  let redis: OwnRedis
  let simulator: Simulator
  let replicas: Replicas
  let database: Database

  beforeAll(async () => {
    ;[postgres, redis, simulator] = await Promise.all([startOwnPostgres(), startOwnRedis(), startSimulator({ port: 0, latency: 'none' })])
    const environment = { CLAUDE_RATE_LIMIT_RPM: String(perMinute), CLAUDE_DAILY_BUDGET_USD: '5', CLAUDE_MONTHLY_BUDGET_USD: '50' }
    replicas = await runReplicas({ databaseUrl: postgres.url, redisUrl: redis.url, simulatorUrl: simulator.url, environment })
    database = await openDatabase({ kind: 'postgres', url: postgres.url })
  })
  afterAll(async () => {
    await database?.close()
    await replicas?.dispose()
    await Promise.all([postgres?.dispose(), redis?.close(), simulator?.close()])
  })

  let users = 0
  const ask = (replica: number, product: Caller['product'], signal?: AbortSignal) =>
    askAs(replicas, replicas.urls[replica]!, { product, userId: `u${users++}`, tier: 'standard' }, signal)

  /** The database's time at which requests of two products stand in line. */
  async function whenBothWait(): Promise<Date> {
    let at: Date | undefined
    await until(async () => {
      const statement = 'select clock_timestamp() as at from rate_lines where until > clock_timestamp() having count(distinct product) = 2'
      ;[{ at } = { at: undefined }] = await database.statement<{ at: Date | undefined }>(statement, [], 5_000)
      return at !== undefined
    })
    return at!
  }

  test('two products that wait share it evenly, the provider sees no minute above it, and nobody who left keeps a place', async () => {
    await ask(0, 'coocook')
    await fetch(`${simulator.url}/_sim/requests`, { method: 'DELETE' })
    // A minute in which the rate was used up: its places come free one by one from now on.
    const earlier = await fillRate(database, perMinute, 60)
    const leaving = new AbortController()
    const signalOf = (index: number) => (index % 10 < 3 ? leaving.signal : undefined)
    // The crowd asks from every process, the others from one.
    const crowd = [0, 1, 2].flatMap((replica) => Array.from({ length: 50 }, (_, index) => ask(replica, 'coocook', signalOf(index))))
    const others = Array.from({ length: 80 }, (_, index) => ask(2, 'review', signalOf(index)))
    const bothWaitAt = await whenBothWait()
    await until(async () => (await readArrivals(simulator.url)).length > 20)
    leaving.abort()
    await redis.flush()
    const kinds = tally(await Promise.all([...crowd, ...others]))
    expect(Object.keys(kinds).filter((kind) => kind.startsWith('http 5'))).toEqual([])

    const arrivals = await readArrivals(simulator.url)
    expect(busiestMinute([...earlier, ...arrivals])).toBeLessThanOrEqual(perMinute)
    const rows = await database.kysely
      .selectFrom('attempts')
      .select('product')
      .where('state', '<>', 'released')
      .where('reserved_at', '>', bothWaitAt)
      .orderBy('reserved_at')
      .execute()
    const grants = rows.slice(0, 80).map(({ product }) => product)
    expect(grants).toHaveLength(80)
    for (const product of ['coocook', 'review']) expect(grants.filter((each) => each === product).length).toBeGreaterThanOrEqual(32)

    await until(async () => {
      const [row] = await database.statement<{ held: bigint }>(
        `select (select count(*) from attempts where state = 'reserved') + (select count(*) from rate_lines where until > clock_timestamp()) as held`,
        [],
        5_000,
      )
      return row?.held === 0n
    })
  }, 60_000)

  test('one 429 with retry-after holds back every process for as long as it says', async () => {
    await fillRate(database, 0, 0)
    await fetch(`${simulator.url}/_sim/faults`, {
      method: 'PUT',
      body: JSON.stringify({ rules: [{ kind: 'status', status: 429, retryAfter: 2, times: 1 }] }),
    })
    await fetch(`${simulator.url}/_sim/requests`, { method: 'DELETE' })
    const first = ask(0, 'snsAuto')
    await until(async () => {
      const [state] = await database.kysely.selectFrom('gate_state').select('paused_until').execute()
      return (state?.paused_until?.getTime() ?? 0) > Date.now()
    })
    const answers = await Promise.all([first, ask(1, 'coocook'), ask(2, 'review'), ask(0, 'coocook')])
    expect(answers.map(({ source }) => source)).toEqual(['claude', 'claude', 'claude', 'claude'])
    const [refused = 0, ...later] = await readArrivals(simulator.url)
    expect(later).toHaveLength(4)
    for (const at of later) expect(at - refused).toBeGreaterThanOrEqual(2_000)
  }, 60_000)
})
