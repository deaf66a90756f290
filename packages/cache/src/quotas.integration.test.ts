import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { createMemoryQuotas } from './memory-quotas.ts'
import { connectRedis, type RedisConnection } from './redis-connection.ts'
import { createRedisQuotas } from './redis-quotas.ts'
import { createRedisSuggestionCache } from './redis-suggestion-cache.ts'
import { describeQuotas } from './testing/quotas-contract.ts'
import { testRedisUrl } from './testing/redis-server.ts'
import { seal } from './testing/test-seal.ts'

describeQuotas('quotas of one process', async (settings, now) => createMemoryQuotas({ settings, now }))

describe.runIf(testRedisUrl)('with a real Redis', () => {
  const connections: RedisConnection[] = []
  afterAll(() => Promise.all(connections.map((each) => each.close())))

  async function connected() {
    const connection = connectRedis(testRedisUrl ?? '')
    connections.push(connection)
    await expect.poll(async () => (await connection.probe()).reachable, { timeout: 10_000, interval: 20 }).toBe(true)
    return connection.client
  }

  describeQuotas('quotas over all replicas', async (settings, now) =>
    createRedisQuotas({ client: await connected(), settings, now, prefix: `test-${randomUUID()}`, timeoutMs: 2000 }),
  )

  test('a hundred requests at once on three replicas get exactly what the quota says, and what counts expires with its user', async () => {
    const prefix = `test-${randomUUID()}`
    const settings = { user: [{ limit: 17, windowMs: 60_000 }], product: [] }
    const at = Date.now()
    const clients = await Promise.all([connected(), connected(), connected()])
    const replicas = clients.map((client) => createRedisQuotas({ client, settings, prefix, now: () => at, timeoutMs: 5000 }))
    const subject = { product: 'coocook', userKey: 'ann', kind: 'suggestion' } as const
    const taken = await Promise.all(Array.from({ length: 100 }, (_, index) => replicas[index % 3]!.take(subject)))
    expect(taken.filter(({ allowed }) => allowed)).toHaveLength(17)
    const client = clients[0]!
    const key = `${prefix}:{user:coocook:ann}:quota`
    expect(await client.pttl(key)).toBeGreaterThan(50_000)
    expect(await client.pttl(key)).toBeLessThanOrEqual(60_000)
    await createRedisSuggestionCache({ client, seal, prefix }).invalidateUser('coocook', 'ann')
    expect(await client.exists(key)).toBe(0)
  })
})
