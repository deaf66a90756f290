import type { OperationName } from '@inkling/contracts'
import { type Database, openDatabase } from '@inkling/database'
import { defaultPayload } from '@inkling/experiments'
import { startGrowthBookHost } from '@inkling/experiments/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operationPath } from '../doors/operation-path.ts'
import type { ReadinessReport } from '../readiness.ts'
import { mayOwnServers, type OwnDeployment, startOwnDeployment } from '../testing/own-deployment.ts'
import { runCommand, until } from '../testing/run-server.ts'

// What was granted before a switch must be out within this; more only where the machine itself was slower before.
const grantedIsOutMilliseconds = 100
// Within this every replica shows it; a machine that is busy with other work answers the question itself late.
const shownMilliseconds = 2_000
const takenDownMilliseconds = 10_000

describe.runIf(mayOwnServers)('operators of three replicas', () => {
  let growthbook: Awaited<ReturnType<typeof startGrowthBookHost>>
  let deployment: OwnDeployment
  let database: Database
  let question = 1

  beforeAll(async () => {
    growthbook = await startGrowthBookHost({ kind: 'payload', payload: defaultPayload({ products: ['coocook'], experiments: [] }) })
    deployment = await startOwnDeployment({
      environment: {
        ...{ GROWTHBOOK_API_HOST: growthbook.apiHost, GROWTHBOOK_CLIENT_KEY: 'sdk-test' },
        ...{ CLAUDE_RATE_LIMIT_RPM: '20000', CLAUDE_DAILY_BUDGET_USD: '100', CLAUDE_MONTHLY_BUDGET_USD: '100' },
      },
    })
    database = await openDatabase({ kind: 'postgres', url: deployment.postgres.url })
  })
  afterAll(async () => {
    await database?.close()
    await deployment?.dispose()
    await growthbook?.close().catch(() => {})
  })

  const urls = () => deployment.replicas.urls

  async function operate(name: OperationName, body: object): Promise<Record<string, unknown>> {
    const isRead = name === 'incidents' || name === 'status'
    const response = await fetch(`${urls()[0]}${operationPath(name)}`, {
      method: isRead ? 'GET' : 'POST',
      headers: { authorization: await deployment.replicas.operatorAuthorization(), 'content-type': 'application/json' },
      ...(isRead ? {} : { body: JSON.stringify(body) }),
    })
    return (await response.json()) as Record<string, unknown>
  }

  const dependencies = async (url: string) => ((await (await fetch(`${url}/readyz`)).json()) as ReadinessReport).dependencies

  const inkling = (...args: string[]) => runCommand(args, deployment.replicas.environment)

  /** Nine users who go on asking new questions, three at each replica, until `end`. */
  function askOn(): { end(): Promise<void> } {
    let ended = false
    const users = urls().flatMap((url) =>
      [0, 1, 2].map(async () => {
        while (!ended) await deployment.ask(url, question++)
      }),
    )
    return {
      async end() {
        ended = true
        await Promise.all(users)
      },
    }
  }

  const databaseTime = async () => (await database.statement<{ now: Date }>('select clock_timestamp() as now', [], 5_000))[0]!.now

  async function grantedAfter(moment: Date): Promise<number> {
    const rows = await database.statement<{ count: bigint }>(
      'select count(*) as count from attempts where reserved_at > $1',
      [moment],
      5_000,
    )
    return Number(rows[0]?.count)
  }

  /** When calls reached Claude's stand-in, and the longest that one took from its grant to there. */
  async function arrivals(): Promise<{ times: number[]; longest: number }> {
    const response = await fetch(`${deployment.simulator.url}/_sim/requests`)
    const { requests } = (await response.json()) as { requests: { requestId: string; receivedAt: number }[] }
    const rows = await database.statement<{ provider_request_id: string; reserved_at: Date }>(
      'select provider_request_id, reserved_at from attempts where provider_request_id is not null',
      [],
      5_000,
    )
    const grantedAt = new Map(rows.map((row) => [row.provider_request_id, row.reserved_at.getTime()]))
    const delays = requests.map(({ requestId, receivedAt }) => receivedAt - (grantedAt.get(requestId) ?? receivedAt))
    return { times: requests.map(({ receivedAt }) => receivedAt), longest: Math.max(0, ...delays) }
  }

  /** How long it takes until each replica shows a question as the condition says, the longest of all. */
  async function shownEverywhere(asked: number, isShown: (meta: { source: string; createdAt: string }) => boolean): Promise<number> {
    const startedAt = performance.now()
    await Promise.all(
      urls().map((url) =>
        until(async () => {
          const { meta } = await deployment.ask(url, asked)
          return meta !== undefined && isShown(meta)
        }),
      ),
    )
    return performance.now() - startedAt
  }

  async function timeOfAnswer(): Promise<number> {
    const startedAt = performance.now()
    await Promise.all(urls().map((url) => deployment.ask(url, 0)))
    return performance.now() - startedAt
  }

  test('switch a product off under load: nothing is granted after that, what was granted is out at once, and every replica shows it', async () => {
    const load = askOn()
    await until(async () => (await deployment.calls()) > 60)
    await fetch(`${deployment.simulator.url}/_sim/requests`, { method: 'DELETE' })
    await until(async () => (await deployment.calls()) > 30)
    // From here on it is cached: only the switch takes it away.
    await shownEverywhere(0, ({ source }) => source === 'cache')
    const usual = await timeOfAnswer()
    const { longest } = await arrivals()
    expect(await operate('disable', { product: 'coocook', reason: 'complaints' })).toEqual({ target: 'coocook' })
    const returned = [Date.now(), await databaseTime()] as const
    const shownAfter = await shownEverywhere(0, ({ source }) => source === 'off')
    await load.end()
    expect(await grantedAfter(returned[1])).toBe(0)
    const late = (await arrivals()).times.map((time) => time - returned[0]).filter((milliseconds) => milliseconds > 0)
    expect(Math.max(0, ...late)).toBeLessThanOrEqual(Math.max(grantedIsOutMilliseconds, longest))
    expect(shownAfter).toBeLessThan(shownMilliseconds + 3 * usual)
    process.stderr.write(
      `off after ${Math.round(shownAfter)} ms; last call ${Math.round(Math.max(0, ...late))} ms after the switch (before: ${Math.round(longest)} ms from grant to call)\n`,
    )

    expect(await operate('enable', { product: 'coocook' })).toMatchObject({ wasDisabled: true })
    await shownEverywhere(question++, ({ source }) => source === 'claude' || source === 'cache')
  })

  test('switch a suggestion off and on from a terminal while neither GrowthBook nor Redis answers', async () => {
    await growthbook.close()
    await deployment.redis.kill()
    const load = askOn()
    const before = await deployment.calls()
    await until(async () => (await deployment.calls()) > before + 20)
    // From here on it is cached: only the switch takes it away.
    await shownEverywhere(0, ({ source }) => source === 'cache')
    const usual = await timeOfAnswer()
    const disabled = await inkling('disable', '--suggestion', 'coocook/menu-curation', '--reason', 'complaints')
    expect(disabled).toMatchObject({ code: 0, stdout: 'coocook.menuCuration is off\n' })
    const returned = await databaseTime()
    const shownAfter = await shownEverywhere(0, ({ source }) => source === 'off')
    await load.end()
    expect(await grantedAfter(returned)).toBe(0)
    expect(shownAfter).toBeLessThan(shownMilliseconds + 3 * usual)
    expect((await inkling('enable', '--suggestion', 'coocook/menu-curation')).stdout).toBe('coocook.menuCuration is on again\n')
    await shownEverywhere(question++, ({ source }) => source === 'claude')
    await deployment.redis.restart()
    await Promise.all(urls().map((url) => until(async () => (await dependencies(url)).redis?.state === 'up')))
  })

  test('take down what a user has reported, by its id, on every replica within seconds', async () => {
    const asked = question++
    // Right after a restart of Redis each replica may buy an answer of its own; it is one and the same as soon as all read it from there.
    let answers: Awaited<ReturnType<typeof deployment.ask>>[] = []
    await until(async () => {
      answers = await Promise.all(urls().map((url) => deployment.ask(url, asked, { userId: 'reporter' })))
      return new Set(answers.map(({ meta }) => meta?.createdAt)).size === 1
    })
    const reported = answers[2]!
    const response = await fetch(`${urls()[1]}/api/v1/feedback`, {
      method: 'POST',
      headers: { authorization: await deployment.replicas.authorization({ userId: 'reporter' }), 'content-type': 'application/json' },
      body: JSON.stringify({ events: [{ id: crypto.randomUUID(), suggestionId: reported.suggestionId, type: 'report' }] }),
    })
    expect(await response.json()).toMatchObject({ rejected: [] })
    let id = ''
    await until(async () => {
      const { incidents } = (await operate('incidents', {})) as { incidents: { kind: string; details: { suggestionId: string } }[] }
      id = incidents.find(({ kind }) => kind === 'report')?.details.suggestionId ?? ''
      return id !== ''
    })
    expect(reported.suggestionId).toContain(id)

    const purgedAt = Date.now()
    // Until the answer's own record has arrived, an operator is told that it is not known.
    await until(async () => {
      const { stdout, stderr } = await inkling('purge', '--answer', id)
      expect(stdout === '1\n' || stderr.includes('recorded within seconds')).toBe(true)
      return stdout === '1\n'
    })
    expect(await shownEverywhere(asked, ({ createdAt }) => Date.parse(createdAt) >= purgedAt)).toBeLessThan(takenDownMilliseconds)
  })

  test('take down what a suggestion, or one version of its prompt, has said; a cache that is away is no success', async () => {
    const asked = question++
    await until(async () => (await deployment.ask(urls()[0]!, asked)).meta?.source === 'cache')
    await Promise.all(urls().map((url) => deployment.ask(url, asked)))
    expect(await operate('purge', { suggestion: 'coocook/menu-curation', promptVersion: 'another' })).toEqual({ removed: 0 })
    const purgedAt = Date.now()
    const { removed } = await operate('purge', { suggestion: 'coocook/menu-curation' })
    expect(removed).toBeGreaterThan(0)
    expect(await shownEverywhere(asked, ({ createdAt }) => Date.parse(createdAt) >= purgedAt)).toBeLessThan(takenDownMilliseconds)
    await deployment.redis.kill()
    expect(await operate('purge', { suggestion: 'coocook/menu-curation' })).toMatchObject({ error: { code: 'unavailable' } })
  })
})
