import type { FlightEvent } from '@inkling/suggestions/ports'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connectRedis, type RedisConnection } from './redis-connection.ts'
import { createRedisFlights, type RedisFlights } from './redis-flights.ts'
import { answered, collect, failed, follow, lead, takeLead } from './testing/flight-participants.ts'
import { type OwnRedis, startOwnRedis } from './testing/own-redis.ts'
import { realClock } from './testing/real-clock.ts'
import { mayStartRedis, testRedisUrl } from './testing/redis-server.ts'
import { seal } from './testing/test-seal.ts'

const never = new Promise<never>(() => {})

const leaseMs = 900

interface Replica {
  flights: RedisFlights
  commands: RedisConnection
  prefix: string
  /** Cuts it off from Redis for good, as its death would. */
  die(): Promise<void>
}

async function startReplica(url: string, prefix: string): Promise<Replica> {
  const [commands, messages] = [connectRedis(url), connectRedis(url)]
  await expect.poll(async () => (await commands.probe()).reachable && (await messages.probe()).reachable).toBe(true)
  const flights = createRedisFlights({
    seal,
    client: commands.client,
    subscriber: messages.client,
    clock: realClock,
    prefix,
    leaseMs,
    // A machine that is busy with other tests may be slower than 50 ms.
    timeoutMs: 2_000,
  })
  return {
    flights,
    commands,
    prefix,
    async die() {
      commands.client.disconnect()
      messages.client.disconnect()
    },
  }
}

describe.runIf(testRedisUrl)('three processes on one Redis', () => {
  let replicas: Replica[] = []
  const [first, second, third] = [0, 1, 2].map((index) => () => replicas[index]!.flights) as [
    () => RedisFlights,
    () => RedisFlights,
    () => RedisFlights,
  ]

  beforeEach(async () => {
    const prefix = `flights-${crypto.randomUUID()}`
    replicas = await Promise.all([0, 1, 2].map(() => startReplica(testRedisUrl!, prefix)))
  })

  afterEach(async () => {
    await Promise.all(replicas.map((replica) => replica.die()))
  })

  test('150 askers have one leader, and everybody gets every item and the end', async () => {
    const joined = await Promise.all(Array.from({ length: 150 }, (_, index) => replicas[index % 3]!.flights.join('k', { maySpend: true })))
    const leaders = joined.flatMap((each) => (each.role === 'leader' ? [each.leader] : []))
    expect(leaders).toHaveLength(1)
    const followers = joined.flatMap((each) => (each.role === 'follower' ? [collect(each.events)] : []))
    leaders[0]?.publish(0, { dish: 'ravioli', note: '한국어 🍝' })
    leaders[0]?.publish(1, { dish: 'panna cotta' })
    leaders[0]?.finish(answered)
    for (const events of await Promise.all(followers)) {
      expect(events).toEqual([
        { type: 'item', index: 0, item: { dish: 'ravioli', note: '한국어 🍝' } },
        { type: 'item', index: 1, item: { dish: 'panna cotta' } },
        { type: 'end', end: answered },
      ])
    }
    expect(replicas.map(({ flights }) => flights.size)).toEqual([0, 0, 0])
  })

  test('a process that joins late gets what was published before, as it comes', async () => {
    const leader = await lead(first())
    leader.publish(0, 'first')
    const late = await follow(second())
    expect((await late.next()).value).toMatchObject({ index: 0, item: 'first' })
    const next = late.next()
    leader.publish(1, 'second')
    expect((await next).value).toMatchObject({ index: 1, item: 'second' })
    leader.finish(answered)
    expect((await late.next()).value).toEqual({ type: 'end', end: answered })
  })

  test('a finished flight is followed by a new one, wherever it was led', async () => {
    ;(await lead(first())).finish(answered)
    await expect.poll(async () => (await second().join('k', { maySpend: true })).role).toBe('leader')
  })

  test('keys do not know each other', async () => {
    await lead(first(), 'one')
    await lead(second(), 'two')
  })

  test('when the leading process dies one other leads, once, and what it adds comes after the items already shown', async () => {
    const leader = await lead(first())
    leader.publish(0, 'first')
    const [mine, other] = [await follow(second()), await follow(third())]
    for (const follower of [mine, other]) expect((await follower.next()).value).toMatchObject({ item: 'first' })
    const next = [mine.next(), other.next()] as const
    await replicas[0]!.die()
    const winner = await Promise.race(next.map(async (event, index) => ((await event).value?.type === 'lead' ? index : never)))
    const heir = (await next[winner as 0 | 1]).value as Extract<FlightEvent, { type: 'lead' }>
    heir.leader.publish(1, 'second')
    heir.leader.finish(answered)
    expect((await next[winner === 0 ? 1 : 0]).value).toEqual({ type: 'item', index: 1, item: 'second' })
    expect((await (winner === 0 ? other : mine).next()).value).toEqual({ type: 'end', end: answered })
  })

  test('who joins after the lead has changed gets the items of both leaders', async () => {
    const leader = await lead(first())
    leader.publish(0, 'first')
    const heir = await follow(second())
    await heir.next()
    await replicas[0]!.die()
    const next = await takeLead(heir)
    next.publish(1, 'second')
    const late = await follow(third())
    expect((await late.next()).value).toMatchObject({ index: 0, item: 'first' })
    expect((await late.next()).value).toMatchObject({ index: 1, item: 'second' })
    next.finish(answered)
    expect((await late.next()).value).toEqual({ type: 'end', end: answered })
  })

  test('a leader that may not spend gives the lead to a follower of another process', async () => {
    const leader = await lead(first())
    const follower = await follow(second())
    expect(leader.handOver({ outcome: 'failed', reason: 'budget-exhausted' })).toBe(false)
    const next = await takeLead(follower)
    next.finish(failed)
    expect(second().size).toBe(0)
  })

  test('a flight that lives longer than a lease keeps its leader', async () => {
    const leader = await lead(first())
    const follower = await follow(second())
    const next = follower.next()
    const leaseEnd = async () => Number(await replicas[0]!.commands.client.call('PEXPIRETIME', `${replicas[0]!.prefix}:{flight:k}:lock`))
    const firstEnd = await leaseEnd()
    await expect.poll(leaseEnd, { timeout: 10_000 }).toBeGreaterThan(firstEnd + leaseMs)
    leader.publish(0, 'late')
    expect((await next).value).toMatchObject({ item: 'late' })
    leader.finish(answered)
  })
})

describe.runIf(mayStartRedis)('with a Redis of its own', () => {
  let redis: OwnRedis
  let replicas: Replica[]

  beforeEach(async () => {
    redis = await startOwnRedis()
    replicas = await Promise.all([0, 1].map(() => startReplica(redis.url, 'own')))
  })

  afterEach(async () => {
    await Promise.all(replicas.map((replica) => replica.die()))
    await redis.close()
  })

  test('without Redis each process leads for itself, and a waiting follower leads at once', async () => {
    await lead(replicas[0]!.flights)
    const follower = await follow(replicas[1]!.flights)
    const next = takeLead(follower)
    await redis.kill()
    ;(await next).finish(answered)
    await lead(replicas[1]!.flights, 'another')
    await lead(replicas[0]!.flights, 'another')
  })

  test('after FLUSHALL a flight under way ends for everybody, with one more leader at most', async () => {
    const leader = await lead(replicas[0]!.flights)
    leader.publish(0, 'first')
    const follower = await follow(replicas[1]!.flights)
    await follower.next()
    const other = connectRedis(redis.url)
    await expect.poll(async () => (await other.probe()).reachable).toBe(true)
    await other.client.flushall()
    await other.close()
    const next = await takeLead(follower)
    leader.publish(1, 'of the first leader')
    leader.finish(answered)
    next.finish(answered)
    expect(replicas.map(({ flights }) => flights.size)).toEqual([0, 0])
  })

  test('a process holds two connections, however many flights it follows', async () => {
    const keys = Array.from({ length: 40 }, (_, index) => `k${index}`)
    await Promise.all(keys.map((key) => lead(replicas[0]!.flights, key)))
    await Promise.all(keys.map((key) => follow(replicas[1]!.flights, true, key)))
    const other = connectRedis(redis.url)
    await expect.poll(async () => (await other.probe()).reachable).toBe(true)
    const clients = String(await other.client.call('CLIENT', 'LIST'))
      .trim()
      .split('\n')
    await other.close()
    expect(clients.length - 1).toBe(4)
  })
})
