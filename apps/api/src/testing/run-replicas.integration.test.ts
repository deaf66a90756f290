import { hasRedisServer, type OwnRedis, startOwnRedis } from '@inkling/cache/testing'
import { type Simulator, startSimulator } from '@inkling/claude-simulator'
import { hasPostgresPrograms, type OwnPostgres, startOwnPostgres } from '@inkling/database/testing'
import { registry } from '@inkling/prompts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Replicas, runReplicas } from './run-replicas.ts'
import { until } from './run-server.ts'

describe.runIf(hasPostgresPrograms && hasRedisServer)('three replicas on servers of their own', () => {
  let postgres: OwnPostgres
  let redis: OwnRedis
  let simulator: Simulator
  let replicas: Replicas

  beforeAll(async () => {
    ;[postgres, redis, simulator] = await Promise.all([startOwnPostgres(), startOwnRedis(), startSimulator({ port: 0, latency: 'none' })])
    replicas = await runReplicas({ databaseUrl: postgres.url, redisUrl: redis.url, simulatorUrl: simulator.url })
  })

  afterAll(async () => {
    await replicas?.dispose()
    await Promise.all([postgres?.dispose(), redis?.close(), simulator?.close()])
  })

  const ask = async (url: string, partySize: number) => {
    const response = await fetch(`${url}/api/v1/suggestions/coocook/chef-recommendation`, {
      method: 'POST',
      headers: { authorization: await replicas.authorization(), 'content-type': 'application/json' },
      body: JSON.stringify({ ...registry.coocook.chefRecommendation.example, partySize }),
    })
    return ((await response.json()) as { meta: { source: string } }).meta.source
  }

  test('share tokens and answers; one that was killed comes back at its address, and so does Postgres', async () => {
    const [first, second, third] = replicas.all
    expect(await ask(first!.url, 2)).toBe('claude')
    expect(await Promise.all([second!, third!].map(({ url }) => ask(url, 2)))).toEqual(['cache', 'cache'])
    await first!.kill()
    expect([first!.isRunning, await fetch(first!.url).catch(() => 'gone')]).toEqual([false, 'gone'])
    await first!.start()
    expect(await ask(first!.url, 2)).toBe('cache')
    expect(await second!.stop()).toBe(0)
    await postgres.stop()
    expect(await ask(third!.url, 3)).toBe('template')
    await postgres.start()
    let partySize = 4
    await until(async () => (await ask(third!.url, partySize++)) === 'claude')
  })
})
