import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { createLayeredSuggestionCache } from './layered-suggestion-cache.ts'
import { createMemorySuggestionCache } from './memory-suggestion-cache.ts'
import { connectRedis, type RedisConnection } from './redis-connection.ts'
import { createRedisKeys, suggestionIndexPart } from './redis-keys.ts'
import { createRedisSuggestionCache } from './redis-suggestion-cache.ts'
import { type OwnRedis, startOwnRedis } from './testing/own-redis.ts'
import { mayStartRedis, testRedisUrl } from './testing/redis-server.ts'
import { cachedAnswer, createTestClock, describeSuggestionCache, sharedKey, userKey } from './testing/suggestion-cache-contract.ts'
import { seal } from './testing/test-seal.ts'

const run = randomUUID()
let connection: RedisConnection | undefined

async function connected(): Promise<RedisConnection> {
  connection ??= connectRedis(testRedisUrl ?? '')
  await untilReachable(connection)
  return connection
}

async function untilReachable(target: RedisConnection): Promise<void> {
  await expect.poll(async () => (await target.probe()).reachable, { timeout: 10_000, interval: 20 }).toBe(true)
}

async function keysUnder(prefix: string): Promise<string[]> {
  const { client } = await connected()
  const found: string[] = []
  let cursor = '0'
  do {
    const [next, keys] = (await client.call('SCAN', cursor, 'MATCH', `${prefix}:*`, 'COUNT', '1000')) as [string, string[]]
    found.push(...keys)
    cursor = next
  } while (cursor !== '0')
  return found
}

async function removeKeysUnder(prefix: string): Promise<void> {
  const { client } = await connected()
  for (const key of await keysUnder(prefix)) await client.unlink(key)
}

afterAll(async () => {
  await connection?.close()
})

/** Two hashes of one part of the index, and one of another. */
function hashesInParts(): [string, string, string] {
  const hashes = Array.from({ length: 100 }, (_, index) => `hash-${index}`)
  const [first = '', ...rest] = hashes
  const isBeside = (hash: string) => suggestionIndexPart({ hash }) === suggestionIndexPart({ hash: first })
  return [first, rest.find(isBeside) ?? '', rest.find((hash) => !isBeside(hash)) ?? '']
}

describe.runIf(testRedisUrl)('with a real Redis', () => {
  let prefix = ''
  const open = async () => {
    prefix = `test-${run}-${randomUUID()}`
    return { client: (await connected()).client, prefix }
  }

  describeSuggestionCache('the cache in Redis', async ({ now }) => {
    const cache = createRedisSuggestionCache({ seal, ...(await open()), now, timeoutMs: 2000 })
    return { cache, cleanUp: () => removeKeysUnder(prefix) }
  })

  describeSuggestionCache('memory in front of Redis', async ({ now }) => {
    const store = createRedisSuggestionCache({ seal, ...(await open()), now, timeoutMs: 2000 })
    const cache = createLayeredSuggestionCache({ memory: createMemorySuggestionCache({ now, maxLifetimeMs: 10_000 }), store })
    return { cache, cleanUp: () => removeKeysUnder(prefix) }
  })

  afterEach(async () => {
    await removeKeysUnder(prefix)
  })

  test('every key it writes expires by itself', async () => {
    const clock = createTestClock()
    const { client } = await open()
    const cache = createRedisSuggestionCache({ seal, client, prefix, now: clock.now, timeoutMs: 2000 })
    await cache.set(sharedKey('aa'), cachedAnswer('a1', clock), 60)
    await cache.set(userKey('bb', 'u1'), cachedAnswer('a2', clock), 60)
    const keys = await keysUnder(prefix)
    expect(keys).toHaveLength(8)
    for (const key of keys) {
      const left = await client.pttl(key)
      expect(left).toBeGreaterThan(100_000)
      expect(left).toBeLessThanOrEqual(120_000)
    }
  })

  test('a value that it did not write is a miss and is deleted', async () => {
    const clock = createTestClock()
    const { client } = await open()
    const cache = createRedisSuggestionCache({ seal, client, prefix, now: clock.now, timeoutMs: 2000 })
    const location = createRedisKeys(prefix).answer(sharedKey('aa'))
    const good = {
      v: 1,
      id: 'a',
      keepUntil: 9e15,
      items: [],
      model: 'm',
      variant: 'v',
      promptVersion: 'p',
      simulated: true,
      createdAt: 1,
      freshUntil: 9e15,
    }
    const sealed = (text: string) => `a ${seal.seal(text, location)}`
    await client.set(location, sealed(JSON.stringify(good)))
    expect(await cache.get(sharedKey('aa'))).toMatchObject({ answerId: 'a' })
    const corrupt = ['{', 'null', '[]', '1', ...Object.keys(good).map((field) => JSON.stringify({ ...good, [field]: null }))]
    const unsealed = [JSON.stringify(good), `a ${seal.seal(JSON.stringify(good), 'elsewhere')}`]
    for (const text of [...corrupt.map(sealed), ...unsealed]) {
      await client.set(location, text)
      expect(await cache.get(sharedKey('aa'))).toBeUndefined()
      expect(await client.exists(location)).toBe(0)
    }
  })

  test('a user who is forgotten stands nowhere any more, neither in a key nor in an index, whatever was replaced before', async () => {
    const clock = createTestClock()
    const cache = createRedisSuggestionCache({ seal, ...(await open()), now: clock.now, timeoutMs: 2000 })
    for (const user of ['forgotten', 'other']) {
      await cache.set(userKey('aa', user), cachedAnswer(`1-${user}`, clock), 60)
      await cache.set(userKey('aa', user), cachedAnswer(`2-${user}`, clock, { promptVersion: 'p2' }), 60)
      await cache.set(userKey('bb', user), cachedAnswer(`3-${user}`, clock), 60)
    }
    const { client } = await connected()
    const everything = async () => {
      const keys = await keysUnder(prefix)
      const members = keys.map(async (key) => ((await client.type(key)) === 'zset' ? client.zrange(key, 0, '-1') : []))
      return [...keys, ...(await Promise.all(members)).flat()]
    }
    const naming = async (user: string) => (await everything()).filter((text) => text.includes(`:${user}}`)).length
    expect(await naming('forgotten')).toBeGreaterThan(8)
    const others = await naming('other')
    expect(await cache.invalidateUser('review', 'forgotten')).toBe(2)
    expect(await naming('forgotten')).toBe(0)
    expect(await naming('other')).toBe(others)
    expect(await cache.purge({ suggestion: 'review.briefGenerator' })).toBe(2)
  })

  test('the bound on a user drops that user’s answer which expires first', async () => {
    const clock = createTestClock()
    const cache = createRedisSuggestionCache({ seal, ...(await open()), now: clock.now, timeoutMs: 2000, maxAnswersPerUser: 2 })
    for (const [hash, seconds] of [
      ['aa', 60],
      ['bb', 30],
      ['cc', 90],
      ['dd', 1],
    ] as const) {
      await cache.set(userKey(hash, 'u1'), cachedAnswer(hash, clock), seconds)
    }
    expect(await cache.get(userKey('aa', 'u1'))).toBeDefined()
    expect(await cache.get(userKey('bb', 'u1'))).toBeUndefined()
    expect(await cache.get(userKey('cc', 'u1'))).toBeDefined()
    expect(await cache.get(userKey('dd', 'u1'))).toBeUndefined()
    expect(await cache.invalidateUser('review', 'u1')).toBe(2)
  })

  test('an answer that no longer fits into the index of its suggestion leaves with its entry', async () => {
    const clock = createTestClock()
    const cache = createRedisSuggestionCache({ seal, ...(await open()), now: clock.now, timeoutMs: 2000, maxAnswersPerSuggestion: 16 })
    const [first, second, other] = hashesInParts()
    await cache.set(sharedKey(first), cachedAnswer('1', clock), 30)
    await cache.set(sharedKey(second), cachedAnswer('2', clock), 60)
    await cache.set(sharedKey(other), cachedAnswer('3', clock), 30)
    expect(await cache.get(sharedKey(first))).toBeUndefined()
    expect(await cache.get(sharedKey(second))).toBeDefined()
    expect(await cache.purge({ suggestion: 'coocook.menuCuration' })).toBe(2)
  })

  test('a purge removes thousands in batches', async () => {
    const clock = createTestClock()
    const cache = createRedisSuggestionCache({ seal, ...(await open()), now: clock.now, timeoutMs: 5000 })
    const hashes = Array.from({ length: 1500 }, (_, index) => index.toString(16).padStart(4, '0'))
    await Promise.all(hashes.map((hash) => cache.set(sharedKey(hash), cachedAnswer(hash, clock), 60)))
    expect(await cache.purge({ suggestion: 'coocook.menuCuration' })).toBe(1500)
  })
})

describe.runIf(mayStartRedis)('with a Redis that fails', () => {
  let own: OwnRedis | undefined
  let link: RedisConnection | undefined

  afterEach(async () => {
    own?.thaw()
    await link?.close()
    await own?.close()
  })

  async function failingSetup() {
    own = await startOwnRedis()
    link = connectRedis(own.url)
    await untilReachable(link)
    const clock = createTestClock()
    const cache = createRedisSuggestionCache({ seal, client: link.client, now: clock.now })
    await cache.set(sharedKey('aa'), cachedAnswer('a1', clock), 60)
    expect(await cache.get(sharedKey('aa'))).toBeDefined()
    return { redis: own, cache, clock, link }
  }

  async function timed(operation: () => Promise<unknown>): Promise<number> {
    const startedAt = performance.now()
    await operation()
    return performance.now() - startedAt
  }

  test('frozen, it costs fifty milliseconds once and then nothing; thawed, it is used again', async () => {
    const { redis, cache, clock, link } = await failingSetup()
    redis.freeze()
    const first = await timed(() => cache.get(sharedKey('aa')))
    expect(first).toBeGreaterThan(45)
    expect(first).toBeLessThan(150)
    const rest = await timed(async () => {
      for (let call = 0; call < 200; call += 1) await cache.get(sharedKey('aa'))
      await cache.set(sharedKey('bb'), cachedAnswer('a2', clock), 60)
    })
    expect(rest).toBeLessThan(50)
    expect(await link.probe()).toMatchObject({ reachable: false, problem: 'no answer within 100 ms' })
    redis.thaw()
    await expect.poll(() => cache.get(sharedKey('aa')), { timeout: 10_000, interval: 20 }).toMatchObject({ answerId: 'a1' })
  })

  test('killed, commands fail at once; restarted, it is found again without help', async () => {
    const { redis, cache, clock, link } = await failingSetup()
    await redis.kill()
    expect(await cache.get(sharedKey('aa'))).toBeUndefined()
    const rest = await timed(async () => {
      for (let call = 0; call < 200; call += 1) await cache.get(sharedKey('aa'))
    })
    expect(rest).toBeLessThan(50)
    // Not zero: whoever takes something down or erases a person must know that something may be left.
    expect(await cache.invalidateUser('review', 'u1')).toBeUndefined()
    expect(await cache.purge({ answerId: 'a1' })).toBeUndefined()
    expect(await cache.purge({ suggestion: 'coocook.menuCuration' })).toBeUndefined()
    expect(await link.probe()).toMatchObject({ reachable: false })
    await redis.restart()
    await expect
      .poll(
        async () => {
          await cache.set(sharedKey('aa'), cachedAnswer('a2', clock), 60)
          return cache.get(sharedKey('aa'))
        },
        { timeout: 15_000, interval: 50 },
      )
      .toMatchObject({ answerId: 'a2' })
  })

  test('behind a sentinel the master is found', async () => {
    own = await startOwnRedis()
    const sentinel = await startOwnRedis({ sentinelOf: own })
    link = connectRedis(`redis+sentinel://127.0.0.1:${sentinel.port}/main`)
    await untilReachable(link)
    await link.client.set('k', 'v')
    const direct = connectRedis(own.url)
    await untilReachable(direct)
    expect(await direct.client.get('k')).toBe('v')
    await Promise.all([direct.close(), sentinel.close()])
  })

  test('a connection to nothing can be opened, probed and closed', async () => {
    own = await startOwnRedis()
    await own.kill()
    const errors: Error[] = []
    link = connectRedis(own.url, { onError: (error) => errors.push(error) })
    expect(await link.probe()).toMatchObject({ reachable: false })
    await expect.poll(() => errors.length).toBeGreaterThan(1)
    await link.close()
    await link.close()
  })
})
