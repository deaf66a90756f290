import { type Database, openDatabase } from '@inkling/database'
import { defaultPayload } from '@inkling/experiments'
import { startGrowthBookHost } from '@inkling/experiments/testing'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { operationPath } from '../doors/operation-path.ts'
import type { ReadinessReport } from '../readiness.ts'
import { mayOwnServers, type OwnDeployment, startOwnDeployment, withRedis } from '../testing/own-deployment.ts'
import { until } from '../testing/run-server.ts'
import { runSimulator, type SimulatorProcess } from '../testing/run-simulator.ts'
import { knownQuestion, quantile, type Seen, type SteadyLoad, startSteadyLoad } from '../testing/steady-load.ts'

const enough = 40
// What detecting an absent Redis may add to one answer.
const detectionMilliseconds = 50
// Of a template while everything is down but the process.
const templateMilliseconds = 100
const everythingOn = defaultPayload({ products: ['coocook'], experiments: [] })

/** Distinct values of what was seen, for a readable difference. */
const sourcesOf = (answers: readonly Seen[], kind: Seen['kind']) =>
  [...new Set(answers.filter((answer) => answer.kind === kind).map(({ source }) => source))].sort()
const reasonsOf = (answers: readonly Seen[]) => [...new Set(answers.filter(({ kind }) => kind === 'new').map(({ reason }) => reason))]
const ofKind = (answers: readonly Seen[], kind: Seen['kind']) => answers.filter((answer) => answer.kind === kind)

// Each test is a row of docs/operations/failure-contract.md.
describe.runIf(mayOwnServers)('under load, while three replicas do without', () => {
  let growthbook: Awaited<ReturnType<typeof startGrowthBookHost>>
  let claude: SimulatorProcess
  let deployment: OwnDeployment
  let database: Database
  let load: SteadyLoad
  let firstQuestion = 1
  let knownKey: string
  let isBroken = false

  beforeAll(async () => {
    ;[growthbook, claude] = await Promise.all([startGrowthBookHost({ kind: 'payload', payload: everythingOn }), runSimulator()])
    deployment = await startOwnDeployment({
      environment: {
        ...{ GROWTHBOOK_API_HOST: growthbook.apiHost, GROWTHBOOK_CLIENT_KEY: 'sdk-test', ANTHROPIC_BASE_URL: claude.url },
        ...{ CLAUDE_RATE_LIMIT_RPM: '20000', CLAUDE_DAILY_BUDGET_USD: '100', CLAUDE_MONTHLY_BUDGET_USD: '100', CLAUDE_TIMEOUT_MS: '800' },
      },
    })
    database = await openDatabase({ kind: 'postgres', url: deployment.postgres.url })
    await deployment.ask(deployment.replicas.urls[0]!, knownQuestion)
    knownKey = (await withRedis(deployment.redis.url, (redis) => redis.keys('inkling:{coocook:*')))[0]!
  })
  afterAll(async () => {
    await database?.close()
    await deployment?.dispose()
    await claude?.kill()
    await growthbook?.close().catch(() => {})
  })

  beforeEach(async () => {
    if (isBroken) throw new Error('a test that failed has left something down')
    load = startSteadyLoad(deployment, firstQuestion)
    await until(async () => (await deployment.ask(deployment.replicas.urls[0]!, knownQuestion)).meta?.source === 'cache')
    // Not only in the memory of the one that was asked.
    await withRedis(deployment.redis.url, (redis) => until(async () => (await redis.exists(knownKey)) === 1))
  })
  afterEach(async ({ task }) => {
    isBroken ||= task.result?.state === 'fail'
    await load.end()
    firstQuestion += load.seen.length
  })

  const dependencies = async (url: string) => ((await (await fetch(`${url}/readyz`)).json()) as ReadinessReport).dependencies
  const untilUp = (name: string) =>
    Promise.all(deployment.replicas.urls.map((url) => until(async () => (await dependencies(url))[name]?.state === 'up')))

  /** `/readyz` calls these down, and no others; a machine that is busy may make it err for a moment. */
  const untilDown = (...names: string[]) =>
    Promise.all(
      deployment.replicas.urls.map((url) =>
        until(async () => {
          const report = await dependencies(url)
          return (
            Object.keys(report)
              .filter((name) => report[name]?.state === 'down')
              .join() === names.join()
          )
        }),
      ),
    )

  const calls = async () => ((await (await fetch(`${claude.url}/_sim/requests`)).json()) as { requests: unknown[] }).requests.length

  async function operate(name: 'resume'): Promise<void> {
    const headers = { authorization: await deployment.replicas.operatorAuthorization(), 'content-type': 'application/json' }
    const response = await fetch(`${deployment.replicas.urls[0]}${operationPath(name)}`, { method: 'POST', headers, body: '{}' })
    expect(response.status).toBe(200)
  }

  /**
   * Waits for a run of answers that are all as they should be. On a machine that is busy with other work Redis, too, is late now and then,
   * and then there is no earlier answer at hand.
   */
  async function observeAll(known: string, asked: string): Promise<Seen[]> {
    for (;;) {
      const answers = await load.observe(enough)
      if (sourcesOf(answers, 'known').join() === known && sourcesOf(answers, 'new').join() === asked) return answers
    }
  }

  const failures = () => load.seen.filter(({ failure }) => failure !== undefined)

  test('Redis: new answers go on and cost no more time, frozen or killed; restarted, it is used again', async () => {
    const healthy = await load.observe(enough)
    for (const act of ['freeze', 'kill'] as const) {
      await deployment.redis[act]()
      await untilDown('redis')
      const without = await load.observe(enough)
      expect(sourcesOf(without, 'new')).toEqual(['claude'])
      expect(sourcesOf(without, 'known').every((source) => source === 'cache' || source === 'claude')).toBe(true)
      const usual = quantile(ofKind(healthy, 'new'), 0.5)
      expect(quantile(ofKind(without, 'new'), 0.5)).toBeLessThan(2 * usual + detectionMilliseconds)
      if (act === 'freeze') deployment.redis.thaw()
      else await deployment.redis.restart()
      await untilUp('redis')
    }
    await load.observe(enough)
    expect(failures()).toEqual([])
  })

  test('Postgres: no new spending, known answers and templates go on, and no event is lost, frozen or killed', async () => {
    const { urls } = deployment.replicas
    let sent = 0
    const report = async () => {
      const { suggestionId } = await deployment.ask(urls[0]!, knownQuestion)
      const response = await fetch(`${urls[0]}/api/v1/feedback`, {
        method: 'POST',
        headers: { authorization: await deployment.replicas.authorization(), 'content-type': 'application/json' },
        body: JSON.stringify({ events: [{ id: crypto.randomUUID(), suggestionId, type: 'accept' }] }),
      })
      expect([response.status, await response.json()]).toMatchObject([200, { rejected: [] }])
      sent += 1
    }
    for (const fault of ['SIGSTOP', 'SIGKILL'] as const) {
      await report()
      await deployment.postgres.signal(fault)
      await untilDown('postgres')
      // What was granted before has been answered by now.
      await load.observe(enough)
      const before = await calls()
      await report()
      const without = await load.observe(enough)
      expect(await calls()).toBe(before)
      expect([sourcesOf(without, 'new'), reasonsOf(without)]).toEqual([['template'], ['accounting-unavailable']])
      expect(sourcesOf(without, 'known')).toEqual(['cache'])
      if (fault === 'SIGSTOP') await deployment.postgres.signal('SIGCONT')
      else await deployment.postgres.start()
      await untilUp('postgres')
    }
    await until(async () => sourcesOf(await load.observe(enough), 'new').includes('claude'))
    const count = async (statement: string) =>
      Number((await database.statement<{ count: bigint }>(statement, [], 5_000).catch(() => []))[0]?.count)
    await until(async () => (await count(`select count(*) as count from events where type = 'accept'`)) === sent)
    await load.end()
    await until(async () => (await count(`select count(*) as count from attempts where state = 'reserved'`)) === 0)
    expect(failures()).toEqual([])
  })

  test('GrowthBook: the last known flags hold, silent or gone, also after a restart of ours; back, its flags count at once', async () => {
    growthbook.behave({ kind: 'silent' })
    await untilDown('growthbook')
    const silent = await load.observe(enough)
    expect(sourcesOf(silent, 'new')).toEqual(['claude'])
    const { port } = growthbook
    await growthbook.close()
    const [first] = deployment.replicas.all
    await load.end()
    await first!.stop()
    await first!.start()
    expect((await deployment.ask(first!.url, knownQuestion)).meta?.source).toMatch(/^(cache|claude)$/)
    expect((await dependencies(first!.url)).growthbook).toMatchObject({ state: 'down' })
    growthbook = await startGrowthBookHost({ kind: 'payload', payload: defaultPayload({ products: [], experiments: [] }) }, port)
    await untilUp('growthbook')
    expect((await deployment.ask(first!.url, knownQuestion)).meta).toMatchObject({ source: 'off', reason: 'disabled' })
    growthbook.behave({ kind: 'payload', payload: everythingOn })
    await until(async () => (await deployment.ask(first!.url, knownQuestion)).meta?.source !== 'off')
    expect(failures()).toEqual([])
  }, 60_000)

  test('Claude: earlier answers, labelled, else templates, frozen or killed; back, it is asked again', async () => {
    claude.freeze()
    await untilDown('claude')
    // Only now: Claude would have renewed them meanwhile.
    await deployment.ageAnswers(24 * 60 * 60_000)
    const frozen = await observeAll('stale', 'template')
    for (const reason of reasonsOf(frozen)) expect(['timeout', 'upstream-error', 'breaker-open']).toContain(reason)
    await claude.kill()
    await untilDown('claude')
    await observeAll('stale', 'template')
    await claude.start()
    await untilUp('claude')
    // The breaker would ask by itself within half a minute; an operator need not wait.
    await operate('resume')
    await until(async () => sourcesOf(await load.observe(enough), 'new').includes('claude'))
    expect(failures()).toEqual([])
  }, 60_000)

  test('everything but the process: templates, as quickly as ever', async () => {
    const healthy = await load.observe(enough)
    await Promise.all([deployment.redis.kill(), growthbook.close(), deployment.postgres.signal('SIGSTOP')])
    claude.freeze()
    await untilDown('postgres', 'redis', 'growthbook', 'claude')
    // What process memory still has, it has for seconds.
    await until(async () => sourcesOf(await load.observe(enough), 'known').join() === 'template')
    const without = await load.observe(5 * enough)
    expect([sourcesOf(without, 'new'), reasonsOf(without)]).toEqual([['template'], ['accounting-unavailable']])
    const [p50, p99] = [quantile(without, 0.5), quantile(without, 0.99)]
    const [usual50, usual99] = [quantile(healthy, 0.5), quantile(healthy, 0.99)]
    process.stderr.write(
      `everything down: template p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms (healthy ${usual50.toFixed(1)}, ${usual99.toFixed(1)} ms)\n`,
    )
    // A machine that is busy with other work is slow when all is well, too.
    expect(p99).toBeLessThan(Math.max(templateMilliseconds, 2 * usual99))
    expect(p50).toBeLessThan(Math.max(templateMilliseconds, 2 * usual50))
    expect((await fetch(`${deployment.replicas.urls[0]}/readyz`)).status).toBe(200)
    expect(failures()).toEqual([])
  })
})
