import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { connectRedis, type RedisConnection } from './redis-connection.ts'
import { createRedisFlights, type RedisFlights } from './redis-flights.ts'
import { createRedisSuggestionCache } from './redis-suggestion-cache.ts'
import { answered, collect } from './testing/flight-participants.ts'
import { type OwnRedis, startOwnRedis } from './testing/own-redis.ts'
import { realClock } from './testing/real-clock.ts'
import { mayStartRedis } from './testing/redis-server.ts'
import { cachedAnswer, createTestClock, sharedKey } from './testing/suggestion-cache-contract.ts'
import { seal } from './testing/test-seal.ts'

const patience = { timeout: 25_000, interval: 50 }
// Enough that every primary of three holds some.
const names = Array.from({ length: 24 }, (_, index) => index.toString(16).padStart(2, '0'))

async function untilReachable(target: RedisConnection): Promise<void> {
  await vi.waitFor(async () => expect(await target.probe()).toMatchObject({ reachable: true }), patience)
}

async function commandOn(node: OwnRedis, ...command: [string, ...string[]]): Promise<string> {
  const link = connectRedis(node.url)
  await untilReachable(link)
  return String(await link.client.call(...command).finally(() => link.close()))
}

async function untilSays(node: OwnRedis, command: [string, ...string[]], text: string): Promise<void> {
  await vi.waitFor(async () => expect(await commandOn(node, ...command)).toContain(text), patience)
}

/** What one of our processes has of Redis: two connections. */
interface Process {
  flights: RedisFlights
  cache: ReturnType<typeof createRedisSuggestionCache>
  close(): Promise<void>
}

const stored = createTestClock()

async function openProcess(address: string): Promise<Process> {
  const [commands, messages] = [connectRedis(address), connectRedis(address)]
  await Promise.all([commands, messages].map(untilReachable))
  const { client } = commands
  return {
    // A machine that is busy with other tests may be slower than 50 ms.
    flights: createRedisFlights({ client, subscriber: messages.client, seal, clock: realClock, leaseMs: 900, timeoutMs: 2_000 }),
    cache: createRedisSuggestionCache({ client, seal, now: stored.now, timeoutMs: 2_000 }),
    close: async () => void (await Promise.all([commands.close(), messages.close()])),
  }
}

/** Every flight has one leader over both processes, and both see its item and its end. */
async function flyTogether([first, second]: [Process, Process], round: string): Promise<void> {
  for (const name of names) {
    const key = `${round}-${name}`
    const led = await first.flights.join(key, { maySpend: true })
    const followed = await second.flights.join(key, { maySpend: true })
    expect([led.role, followed.role]).toEqual(['leader', 'follower'])
    if (led.role !== 'leader' || followed.role !== 'follower') return
    const events = collect(followed.events)
    led.leader.publish(0, { dish: name })
    led.leader.finish(answered)
    expect(await events).toEqual([
      { type: 'item', index: 0, item: { dish: name } },
      { type: 'end', end: answered },
    ])
  }
}

/** Starts flights, lets `disturb` happen in their middle, and ends them: whatever became of Redis, everybody hears an end, with one more leader at most. */
async function flyThrough([first, second]: [Process, Process], disturb: () => Promise<void>): Promise<void> {
  const flights = await Promise.all(
    names.map(async (name) => {
      const led = await first.flights.join(`through-${name}`, { maySpend: true })
      const followed = await second.flights.join(`through-${name}`, { maySpend: true })
      if (led.role !== 'leader' || followed.role !== 'follower') throw new Error('not one leader and one follower')
      led.leader.publish(0, 'first')
      const events = followed.events[Symbol.asyncIterator]()
      expect((await events.next()).value).toMatchObject({ item: 'first' })
      return { leader: led.leader, events }
    }),
  )
  await disturb()
  for (const { leader } of flights) {
    leader.publish(1, 'second')
    leader.finish(answered)
  }
  for (const { events } of flights) {
    const { value } = await events.next()
    if (value?.type === 'lead') value.leader.finish(answered)
    else expect(value).toMatchObject({ type: 'item', index: 1 })
    if (value?.type === 'item') expect((await events.next()).value).toEqual({ type: 'end', end: answered })
  }
  expect([first.flights.size, second.flights.size]).toEqual([0, 0])
}

const fill = ({ cache }: Process) => Promise.all(names.map((name) => cache.set(sharedKey(name), cachedAnswer(name, stored), 60)))
const found = async ({ cache }: Process) =>
  (await Promise.all(names.map((name) => cache.get(sharedKey(name))))).map((answer) => answer?.answerId)

describe.runIf(mayStartRedis)('in a cluster of three primaries with a replica each', () => {
  let nodes: OwnRedis[] = []
  let processes: [Process, Process]

  beforeAll(async () => {
    nodes = await Promise.all(Array.from({ length: 6 }, () => startOwnRedis({ cluster: true })))
    const [first, ...others] = nodes as [OwnRedis, ...OwnRedis[]]
    for (const [index, slots] of [
      [0, 5460],
      [5461, 10922],
      [10923, 16383],
    ].entries())
      await commandOn(nodes[index]!, 'CLUSTER', 'ADDSLOTSRANGE', ...slots.map(String))
    for (const node of others) await commandOn(first, 'CLUSTER', 'MEET', '127.0.0.1', String(node.port), String(node.busPort))
    for (const node of nodes) await untilSays(node, ['CLUSTER', 'INFO'], 'cluster_known_nodes:6')
    for (const [index, node] of nodes.slice(3).entries())
      await commandOn(node, 'CLUSTER', 'REPLICATE', await commandOn(nodes[index]!, 'CLUSTER', 'MYID'))
    for (const node of nodes.slice(3)) await untilSays(node, ['INFO', 'replication'], 'master_link_status:up')
    for (const node of nodes) await untilSays(node, ['CLUSTER', 'INFO'], 'cluster_state:ok')
    const address = nodes.map(({ url }) => url).join(',')
    processes = [await openProcess(address), await openProcess(address)]
  })
  afterAll(async () => {
    await Promise.all([...(processes ?? []).map((each) => each.close()), ...nodes.map((node) => node.close())])
  })

  test('a primary that is killed takes no answer and no flight with it, and its replica goes on in its place', async () => {
    await flyTogether(processes, 'before')
    await fill(processes[0])
    expect(await found(processes[1])).toEqual(names)
    for (const primary of nodes.slice(0, 3)) await commandOn(primary, 'WAIT', '1', '1000')
    await flyThrough(processes, () => nodes[0]!.kill())
    await expect.poll(() => found(processes[1]), patience).toEqual(names)
    await vi.waitFor(() => fill(processes[0]), patience)
    let round = 0
    await vi.waitFor(() => flyTogether(processes, `after-${round++}`), patience)
    expect(await commandOn(nodes[3]!, 'ROLE')).toContain('master')
    expect(await processes[0].cache.purge({ suggestion: 'coocook.menuCuration' })).toBe(names.length)
  })
})

describe.runIf(mayStartRedis)('behind a sentinel', () => {
  const nodes: OwnRedis[] = []
  let processes: [Process, Process]

  beforeAll(async () => {
    const primary = await startOwnRedis()
    nodes.push(primary, await startOwnRedis({ replicaOf: primary }))
    await untilSays(nodes[1]!, ['INFO', 'replication'], 'master_link_status:up')
    const sentinel = await startOwnRedis({ sentinelOf: primary })
    nodes.push(sentinel)
    await untilSays(sentinel, ['SENTINEL', 'REPLICAS', 'main'], String(nodes[1]!.port))
    const address = `redis+sentinel://127.0.0.1:${sentinel.port}/main`
    processes = [await openProcess(address), await openProcess(address)]
  })
  afterAll(async () => {
    await Promise.all([...(processes ?? []).map((each) => each.close()), ...nodes.map((node) => node.close())])
  })

  test('a primary that is killed takes no answer and no flight with it, and the replica that is promoted is found', async () => {
    await flyTogether(processes, 'before')
    await fill(processes[0])
    await commandOn(nodes[0]!, 'WAIT', '1', '1000')
    await flyThrough(processes, () => nodes[0]!.kill())
    await expect.poll(() => found(processes[1]), patience).toEqual(names)
    expect(await commandOn(nodes[1]!, 'ROLE')).toContain('master')
    let round = 0
    await vi.waitFor(() => flyTogether(processes, `after-${round++}`), patience)
  })
})
