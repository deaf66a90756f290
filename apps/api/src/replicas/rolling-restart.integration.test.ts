import { type Database, openDatabase } from '@inkling/database'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Balancer, startBalancer } from '../testing/balancer.ts'
import { mayOwnServers, type OwnDeployment, startOwnDeployment } from '../testing/own-deployment.ts'
import { until } from '../testing/run-server.ts'
import { knownQuestion, startSteadyLoad } from '../testing/steady-load.ts'

const addresses = 3
const enough = 24

describe.runIf(mayOwnServers)('three replicas behind a load balancer', () => {
  let deployment: OwnDeployment
  let balancer: Balancer
  let database: Database

  beforeAll(async () => {
    // Half a second a call: whenever a replica is told to stop, some are under way.
    deployment = await startOwnDeployment({
      latency: 4,
      environment: {
        ...{ CLAUDE_RATE_LIMIT_RPM: '20000', CLAUDE_DAILY_BUDGET_USD: '100', CLAUDE_MONTHLY_BUDGET_USD: '100' },
        INKLING_STOP_DELAY_MS: '500',
      },
    })
    balancer = await startBalancer(deployment.replicas.urls)
    database = await openDatabase({ kind: 'postgres', url: deployment.postgres.url })
  })
  afterAll(async () => {
    await balancer?.close()
    await database?.close()
    await deployment?.dispose()
  })

  const count = async (what: string) =>
    Number((await database.statement<{ count: bigint }>(`select count(*) as count from ${what}`, [], 5_000))[0]?.count)
  const billed = async () =>
    ((await (await fetch(`${deployment.simulator.url}/_sim/bill`)).json()) as { entries: unknown[] }).entries.length

  test('restart one after the other under load without an error, and lose neither an event nor a unit of money', async () => {
    const load = startSteadyLoad(
      deployment,
      1,
      Array.from({ length: addresses }, () => balancer.url),
    )
    let sent = 0
    const accept = async () => {
      const { suggestionId } = await deployment.ask(balancer.url, knownQuestion)
      const response = await fetch(`${balancer.url}/api/v1/feedback`, {
        method: 'POST',
        headers: { authorization: await deployment.replicas.authorization(), 'content-type': 'application/json' },
        body: JSON.stringify({ events: [{ id: crypto.randomUUID(), suggestionId, type: 'accept' }] }),
      })
      expect(response.status).toBe(200)
      sent += 1
    }
    for (const replica of deployment.replicas.all) {
      await load.observe(enough)
      const stopped = replica.stop()
      await accept()
      expect(await stopped).toBe(0)
      expect(replica.output()).toContain('Nothing was lost.')
      await replica.start()
      await accept()
    }
    await load.observe(enough)
    await load.end()
    expect(load.seen.filter(({ failure }) => failure !== undefined)).toEqual([])
    expect([...new Set(load.seen.map(({ source }) => source))].sort()).toEqual(['cache', 'claude'])
    await until(async () => (await count(`events where type = 'accept'`)) === sent)
    await until(async () => (await count(`served_answers`)) >= load.seen.length)
    expect(await count(`attempts where state <> 'settled' or estimated`)).toBe(0)
    expect(await count('attempts')).toBe(await billed())
  }, 60_000)

  test('a call whose reader has left is settled exactly before its replica ends', async () => {
    const [replica] = deployment.replicas.all
    const before = await count('attempts')
    const reader = new AbortController()
    await deployment.ask(replica!.url, 4_000, { signal: reader.signal, onEvent: ({ type }) => void (type === 'item' && reader.abort()) })
    expect(await replica!.stop()).toBe(0)
    expect(await count('attempts')).toBe(before + 1)
    expect(await count(`attempts where state <> 'settled' or estimated`)).toBe(0)
  })
})
