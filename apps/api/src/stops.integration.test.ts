import { hasRedisServer, type OwnRedis, startOwnRedis } from '@inkling/cache/testing'
import { type Simulator, startSimulator } from '@inkling/claude-simulator'
import type { OperationOutput } from '@inkling/contracts'
import { hasPostgresPrograms, type OwnPostgres, startOwnPostgres } from '@inkling/database/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReadinessReport } from './readiness.ts'
import { askAs } from './testing/ask-many.ts'
import { type Replicas, runReplicas } from './testing/run-replicas.ts'
import { runCommand, until } from './testing/run-server.ts'

describe.runIf(hasPostgresPrograms && hasRedisServer)('spending that stops, over three processes', () => {
  let postgres: OwnPostgres
  let redis: OwnRedis
  let simulator: Simulator
  let replicas: Replicas

  beforeAll(async () => {
    ;[postgres, redis, simulator] = await Promise.all([startOwnPostgres(), startOwnRedis(), startSimulator({ port: 0, latency: 'none' })])
    const environment = {
      ...{ CLAUDE_DAILY_BUDGET_USD: '5', CLAUDE_MONTHLY_BUDGET_USD: '50', CLAUDE_RATE_LIMIT_RPM: '1000' },
      // The table is some days old whenever this runs.
      INKLING_PRICE_MAX_AGE_DAYS: '1',
    }
    replicas = await runReplicas({ databaseUrl: postgres.url, redisUrl: redis.url, simulatorUrl: simulator.url, environment })
  })
  afterAll(async () => {
    await replicas?.dispose()
    await Promise.all([postgres?.dispose(), redis?.close(), simulator?.close()])
  })

  let users = 0
  const ask = (replica: number) => askAs(replicas, replicas.urls[replica]!, { product: 'review', userId: `u${users++}`, tier: 'standard' })
  const askAll = () => Promise.all(replicas.urls.map((_, replica) => ask(replica)))
  const setFault = (rule?: object) =>
    fetch(`${simulator.url}/_sim/faults`, { method: 'PUT', body: JSON.stringify({ rules: rule === undefined ? [] : [rule] }) })
  const calls = async () => ((await (await fetch(`${simulator.url}/_sim/requests`)).json()) as { requests: unknown[] }).requests.length
  const inkling = async (...args: string[]) => {
    const { code, stdout, stderr } = await runCommand(args, { ...replicas.environment, PORT: new URL(replicas.urls[2]!).port })
    expect([code, code === 0 ? '' : stderr]).toEqual([0, ''])
    return stdout
  }
  const status = async () => JSON.parse(await inkling('status')) as OperationOutput<'status'>
  const metric = async (replica: number, by: string) => {
    const text = await (await fetch(`${replicas.urls[replica]}/metrics`)).text()
    return Number(new RegExp(`^inkling_spending_stopped_since_seconds\\{by="${by}"\\} (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN)
  }
  const incidents = async (kind: string) => {
    const incidents = JSON.parse(await inkling('incidents')) as OperationOutput<'incidents'>['incidents']
    return incidents.filter((incident) => incident.kind === kind)
  }

  const refused = { status: 200, source: 'template', reason: 'breaker-open' }

  /** Nobody calls, in any process, until an operator lets it go on. */
  async function expectStopped(): Promise<void> {
    const before = await calls()
    expect(await askAll()).toMatchObject([refused, refused, refused])
    expect(await calls()).toBe(before)
  }

  async function expectResumed(): Promise<void> {
    await inkling('resume')
    expect(await askAll()).toMatchObject([{ source: 'claude' }, { source: 'claude' }, { source: 'claude' }])
    expect(await metric(1, 'breaker')).toBe(0)
  }

  test('failures in one process open the breaker in all of them; why, since when and until when is visible everywhere', async () => {
    await setFault({ kind: 'status', status: 529 })
    // Each asks up to three times.
    await ask(0)
    await ask(0)
    await setFault()
    await expectStopped()
    const { breaker } = await status()
    expect(breaker).toMatchObject({ state: 'open', reason: '6 of 6 calls failed within 5 minutes', probing: false })
    const since = Date.parse(breaker.since!)
    expect(Date.parse(breaker.nextProbeAt!) - since).toBe(30_000)
    for (const replica of [0, 1, 2]) expect(await metric(replica, 'breaker')).toBeCloseTo(since / 1000, 2)
    await expectResumed()
    expect((await status()).breaker).toEqual({ state: 'closed' })
  })

  test.each([
    ['401', { status: 401 }, 'authentication'],
    ['402', { status: 402 }, 'billing'],
    ['a spend cap (429 without retry-after)', { status: 429 }, 'spend-cap'],
  ])('%s stops every process until an operator acts', async (_, fault, cause) => {
    await setFault({ kind: 'status', ...fault, times: 1 })
    await ask(1)
    await expectStopped()
    const { held, breaker } = await status()
    expect(held).toMatchObject({ reason: 'provider-refuses', by: 'gate', cause })
    expect(breaker.state).toBe('closed')
    expect(await metric(0, 'provider-refuses')).toBeCloseTo(Date.parse(held!.since) / 1000, 2)
    await expectResumed()
    expect((await status()).held).toBeUndefined()
  })

  test('a usage above its bound is booked as it is, and spending stops with an incident', async () => {
    await setFault({ kind: 'excess-usage', times: 1 })
    expect(await ask(2)).toMatchObject({ source: 'claude' })
    await expectStopped()
    expect((await status()).held).toMatchObject({ reason: 'charge-above-reservation', by: 'gate' })
    const [incident] = await incidents('charge-above-reservation')
    expect(incident).toMatchObject({ severity: 'critical', scope: 'review' })
    const { chargePico, reservedPico } = incident!.details as { chargePico: string; reservedPico: string }
    expect(BigInt(chargePico)).toBeGreaterThan(BigInt(reservedPico))
    // What is booked is what is billed.
    expect(await inkling('reconcile', '--bill', `${simulator.url}/_sim/bill`)).toContain('No difference.')
    await expectResumed()
  })

  test('a price table that is too old is said in status, readiness, and one incident over all processes; spending goes on', async () => {
    const { prices } = await status()
    expect(prices).toMatchObject({ compiledOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), old: true })
    const ready = (await (await fetch(`${replicas.urls[0]}/readyz`)).json()) as ReadinessReport
    expect(ready).toMatchObject({ ready: true, degraded: true, dependencies: { prices: { state: 'down' } } })
    expect(ready.dependencies.prices?.consequence).toContain('INKLING_PRICE_MAX_AGE_DAYS')
    await until(async () => (await incidents('price-table-old')).length > 0)
    expect(await incidents('price-table-old')).toHaveLength(1)
    expect(replicas.all.some((replica) => replica.output().includes('price-table-old'))).toBe(true)
    expect(await ask(0)).toMatchObject({ source: 'claude' })
  })

  test('a retired model cannot be started with', async () => {
    const { code, stderr } = await runCommand(['serve'], { ...replicas.environment, CLAUDE_MODEL: 'claude-3-5-sonnet-20241022' })
    expect(code).toBe(1)
    expect(stderr).toMatch(/CLAUDE_MODEL cannot be used: .*no price on/)
  })
})
