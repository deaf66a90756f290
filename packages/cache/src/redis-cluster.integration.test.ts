import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { connectRedis, type RedisConnection } from './redis-connection.ts'
import { createRedisSuggestionCache } from './redis-suggestion-cache.ts'
import { type OwnRedis, startOwnRedis } from './testing/own-redis.ts'
import { mayStartRedis } from './testing/redis-server.ts'
import { cachedAnswer, createTestClock, describeSuggestionCache, sharedKey } from './testing/suggestion-cache-contract.ts'
import { seal } from './testing/test-seal.ts'

const patience = { timeout: 20_000, interval: 50 }

async function untilReachable(target: RedisConnection): Promise<void> {
  await vi.waitFor(async () => expect(await target.probe()).toMatchObject({ reachable: true }), patience)
}

describe.runIf(mayStartRedis)('in a cluster of two', () => {
  const nodes: OwnRedis[] = []
  let connection: RedisConnection | undefined

  beforeAll(async () => {
    const [first, second] = [await startOwnRedis({ cluster: true }), await startOwnRedis({ cluster: true })]
    nodes.push(first, second)
    const links = nodes.map(({ url }) => connectRedis(url))
    const [left, right] = links
    for (const link of links) await untilReachable(link)
    await left?.client.call('CLUSTER', 'ADDSLOTSRANGE', '0', '8191')
    await right?.client.call('CLUSTER', 'ADDSLOTSRANGE', '8192', '16383')
    await left?.client.call('CLUSTER', 'MEET', '127.0.0.1', String(second.port), String(second.busPort))
    for (const link of links) {
      await vi.waitFor(async () => expect(await link.client.call('CLUSTER', 'INFO')).toContain('cluster_state:ok'), patience)
    }
    await Promise.all(links.map((link) => link.close()))
    connection = connectRedis(nodes.map(({ url }) => url).join(','))
    await untilReachable(connection)
  })

  afterAll(async () => {
    await connection?.close()
    await Promise.all(nodes.map((node) => node.close()))
  })

  const client = () => {
    if (!connection) throw new Error('not connected')
    return connection.client
  }

  describeSuggestionCache('the cache in Redis', async ({ now }) => {
    const cache = createRedisSuggestionCache({ seal, client: client(), prefix: crypto.randomUUID(), now, timeoutMs: 2000 })
    return { cache, cleanUp: async () => {} }
  })

  test('many answers at once spread over both nodes and are all found again', async () => {
    const clock = createTestClock()
    const cache = createRedisSuggestionCache({ seal, client: client(), prefix: crypto.randomUUID(), now: clock.now, timeoutMs: 2000 })
    const hashes = Array.from({ length: 100 }, (_, index) => index.toString(16).padStart(2, '0'))
    await Promise.all(hashes.map((hash) => cache.set(sharedKey(hash), cachedAnswer(hash, clock), 60)))
    const found = await Promise.all(hashes.map((hash) => cache.get(sharedKey(hash))))
    expect(found.map((answer) => answer?.answerId)).toEqual(hashes)
    expect(await cache.purge({ suggestion: 'coocook.menuCuration' })).toBe(100)
  })

  test('a node that was killed and comes back is used again', async () => {
    const clock = createTestClock()
    const cache = createRedisSuggestionCache({ seal, client: client(), prefix: crypto.randomUUID(), now: clock.now })
    const hashes = ['00', '11', '22', '33', '44', '55', '66', '77']
    const roundTrip = async () => {
      await Promise.all(hashes.map((hash) => cache.set(sharedKey(hash), cachedAnswer(hash, clock), 60)))
      return (await Promise.all(hashes.map((hash) => cache.get(sharedKey(hash))))).filter(Boolean).length
    }
    await expect.poll(roundTrip, patience).toBe(8)
    await nodes[0]?.kill()
    expect(await roundTrip()).toBeLessThan(8)
    await nodes[0]?.restart()
    await expect.poll(roundTrip, patience).toBe(8)
  })
})
