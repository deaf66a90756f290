import { Agent } from 'node:http'
import { hasRedisServer, type OwnRedis, startOwnRedis } from '@inkling/cache/testing'
import { type Simulator, startSimulator } from '@inkling/claude-simulator'
import { products } from '@inkling/contracts'
import { hasPostgresPrograms, type OwnPostgres, startOwnPostgres } from '@inkling/database/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Replicas, runReplicas } from '../testing/run-replicas.ts'
import { doors } from './testing/corpus.ts'
import { type Authorizations, type FuzzRequest, mutationsOf } from './testing/mutate-request.ts'
import { sendRequest } from './testing/send-request.ts'

// INKLING_FUZZ=100000 npm test -- apps/api/src/fuzz: as many requests for each door.
const requestsPerDoor = Number(process.env.INKLING_FUZZ ?? 600)
const seed = Number(process.env.INKLING_FUZZ_SEED ?? 20_261_125)
const batch = 500
const atOnce = 12
const hourMs = 3_600_000
// What caches and pools take when they fill; a leak of one body of the corpus a request is more from 30,000 requests on.
const settledGrowthBytes = 32 * 1024 * 1024

describe.runIf(hasPostgresPrograms && hasRedisServer)('whatever is sent to a door', { timeout: hourMs }, () => {
  let postgres: OwnPostgres
  let redis: OwnRedis
  let simulator: Simulator
  let replicas: Replicas
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })

  beforeAll(async () => {
    ;[postgres, redis, simulator] = await Promise.all([startOwnPostgres(), startOwnRedis(), startSimulator({ port: 0, latency: 'none' })])
    // With little room the heap is collected often, and what is held shows between collections.
    const environment = { CLAUDE_RATE_LIMIT_RPM: '20000', NODE_OPTIONS: '--max-old-space-size=128' }
    replicas = await runReplicas({
      ...{ databaseUrl: postgres.url, redisUrl: redis.url, simulatorUrl: simulator.url, count: 1, environment },
    })
  })

  afterAll(async () => {
    agent.destroy()
    await replicas?.dispose()
    await Promise.all([postgres?.dispose(), redis?.close(), simulator?.close()])
  })

  async function authorize(): Promise<Authorizations> {
    const tokens = products.map(async (product) => [product, await replicas.authorization({ product, debug: true })])
    return { ...Object.fromEntries(await Promise.all(tokens)), operator: await replicas.operatorAuthorization() }
  }

  let statuses: Map<number | undefined, number>

  /** Sends them all and returns those that were answered with a server's error. */
  async function sendAll(requests: readonly FuzzRequest[]): Promise<string[]> {
    const queue = [...requests]
    const failed: string[] = []
    const work = async () => {
      for (let next = queue.pop(); next; next = queue.pop()) {
        const status = await sendRequest(replicas.urls[0]!, next, agent)
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
        if (status !== undefined && status >= 500)
          failed.push(`${status} ${next.method} ${next.path} ${JSON.stringify(next.headers)} ${next.body?.toString().slice(0, 300)}`)
      }
    }
    await Promise.all(Array.from({ length: atOnce }, work))
    return failed
  }

  async function usedHeapBytes(): Promise<number> {
    const text = await (await fetch(`${replicas.urls[0]}/metrics`)).text()
    return Number(/^nodejs_heap_size_used_bytes (\S+)$/m.exec(text)?.[1])
  }

  test.each(Object.keys(doors))('%s: it answers, and never with an error of its own', async (door) => {
    const failed: string[] = []
    statuses = new Map()
    // Garbage lies in every reading; the least of several is near what is held.
    const heaps: number[] = []
    for (let sent = 0; sent < requestsPerDoor; sent += batch) {
      const numRuns = Math.min(batch, requestsPerDoor - sent)
      // Tokens end after a quarter of an hour; a door may take longer.
      const authorizations = await authorize()
      const requests = fc.constantFrom(...doors[door]!).chain((known) => mutationsOf(known, authorizations))
      failed.push(...(await sendAll(fc.sample(requests, { seed: seed + sent, numRuns }))))
      heaps.push(await usedHeapBytes())
    }
    expect(failed.slice(0, 5)).toEqual([])
    // Mutations that were all refused at once, or all taken, would have tried little.
    const taken = [...statuses].reduce((sum, [status = 0, count]) => sum + (status >= 200 && status < 300 ? count : 0), 0)
    expect(taken).toBeGreaterThan(requestsPerDoor / 20)
    expect(requestsPerDoor - taken).toBeGreaterThan(requestsPerDoor / 5)
    expect(replicas.all[0]!.isRunning).toBe(true)
    expect(replicas.all[0]!.output()).not.toMatch(/failed through a defect|unhandled|uncaught/i)
    const half = Math.ceil(heaps.length / 2)
    expect(Math.min(...heaps.slice(-half)) - Math.min(...heaps.slice(0, half))).toBeLessThan(settledGrowthBytes)
    expect((await fetch(`${replicas.urls[0]}/healthz`)).status).toBe(200)
  })
})
