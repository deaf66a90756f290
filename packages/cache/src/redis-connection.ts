import { Cluster, Redis, type RedisOptions } from 'ioredis'
import { parseRedisAddress, type RedisAddress } from './redis-address.ts'
import { createRedisGuard, type RedisGuard } from './redis-guard.ts'

export type RedisProbe = { reachable: true; milliseconds: number } | { reachable: false; milliseconds: number; problem: string }

export interface RedisConnection {
  readonly client: Redis | Cluster
  /** Of all that callers wait for on this connection: whoever meets a Redis that is away first, waits for it; the others do not. */
  readonly guard: RedisGuard
  /** For readiness. Never rejects; answers within 100 ms. */
  probe(): Promise<RedisProbe>
  /** Lets commands under way finish for 100 ms at most, then closes. Never rejects; a second call does nothing. */
  close(): Promise<void>
}

// A Redis that does not answer may add 50 ms to somebody's answer; timers are a little late.
const callerTimeoutMs = 45
const probeTimeoutMs = 100
const closeTimeoutMs = 100
// A socket that owes an answer for so long is dead (a lost route sends no reset): it is closed and opened anew.
const socketTimeoutMs = 2000
const connectTimeoutMs = 2000
// A restarted Redis is found within a second; a missing one costs little more than one attempt a second.
const maxReconnectDelayMs = 1000

/**
 * Opens a connection that reconnects by itself for ever. Commands fail at once while it is down: nothing queues up, nothing is
 * repeated. Errors of the connection go to `onError` (an unhandled one would end the process). Throws only for an address that
 * cannot be read.
 */
export function connectRedis(address: string, { onError = () => {} }: { onError?: (error: Error) => void } = {}): RedisConnection {
  const client = createClient(parseRedisAddress(address))
  const guard = createRedisGuard({ probe: (key) => client.exists(key), timeoutMs: callerTimeoutMs })
  client.on('error', onError)
  let closing: Promise<void> | undefined

  return {
    ...{ client, guard },
    async probe() {
      const startedAt = performance.now()
      const problem = await Promise.race([
        client.ping().then(
          () => undefined,
          (error: unknown) => (error instanceof Error ? error.message : String(error)),
        ),
        after(probeTimeoutMs, `no answer within ${probeTimeoutMs} ms`),
      ])
      const milliseconds = Math.round(performance.now() - startedAt)
      return problem === undefined ? { reachable: true, milliseconds } : { reachable: false, milliseconds, problem }
    },
    close() {
      closing ??= close(client)
      return closing
    },
  }
}

async function close(client: Redis | Cluster): Promise<void> {
  if (client.status === 'ready') await Promise.race([client.quit().catch(() => {}), after(closeTimeoutMs, undefined)])
  client.disconnect()
}

function after<Value>(milliseconds: number, value: Value): Promise<Value> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds, value).unref()
  })
}

function createClient(address: RedisAddress): Redis | Cluster {
  const { username, password, tls } = address
  const common = {
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    ...(tls && { tls: {} }),
    enableAutoPipelining: true,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    connectTimeout: connectTimeoutMs,
    socketTimeout: socketTimeoutMs,
  } satisfies RedisOptions
  if (address.kind === 'cluster') {
    return new Cluster(address.nodes, {
      enableOfflineQueue: false,
      enableAutoPipelining: true,
      // A command is moved to another node as often as a slot can move at once, and not repeated in hope.
      maxRedirections: 3,
      clusterRetryStrategy: reconnectDelay,
      redisOptions: common,
    })
  }
  const options = { ...common, enableOfflineQueue: false, retryStrategy: reconnectDelay, db: address.database } satisfies RedisOptions
  if (address.kind === 'single') return new Redis({ ...options, ...address.node })
  return new Redis({ ...options, sentinels: address.sentinels, name: address.name, sentinelRetryStrategy: reconnectDelay })
}

function reconnectDelay(attempts: number): number {
  return Math.min(50 * 2 ** Math.min(attempts, 10), maxReconnectDelayMs)
}
