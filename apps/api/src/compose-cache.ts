import {
  connectRedis,
  createLayeredSuggestionCache,
  createMemoryFlights,
  createMemoryQuotas,
  createMemorySuggestionCache,
  createRedisFlights,
  createRedisQuotas,
  createRedisSuggestionCache,
  createSeal,
} from '@inkling/cache'
import { type DerivedKeys, systemClock } from '@inkling/suggestions'
import type { Flights, Quotas, SuggestionCache } from '@inkling/suggestions/ports'
import type { Environment } from './env.ts'

// A purge in Redis must bite in every process within seconds.
const nearLifetimeMilliseconds = 5_000
// Beyond the deadline of its leader a flight is lost; the margin covers what comes after the last item.
const leaseMarginMilliseconds = 2_000

export interface Cache {
  cache: SuggestionCache
  flights: Flights
  quotas: Quotas
  isReachable(): Promise<boolean>
  close(): Promise<void>
}

/** Answers, flights and quotas: process memory in front of Redis, or process memory alone. */
export function composeCache(environment: Environment, keys: DerivedKeys, onProblem: (problem: unknown) => void): Cache {
  const silenceMs = environment.CLAUDE_TIMEOUT_MS + leaseMarginMilliseconds
  const settings = { user: environment.INKLING_USER_QUOTA ?? [], product: environment.INKLING_PRODUCT_QUOTA ?? [] }
  if (!environment.REDIS_URL) {
    const flights = createMemoryFlights({ clock: systemClock, leaseMs: silenceMs })
    const cache = createMemorySuggestionCache()
    return { cache, flights, quotas: createMemoryQuotas({ settings }), isReachable: async () => true, close: () => cache.close() }
  }
  const connection = connectRedis(environment.REDIS_URL, { onError: onProblem })
  // One that subscribes takes no other commands: two connections a process, whatever the load.
  const subscriber = connectRedis(environment.REDIS_URL, { onError: onProblem })
  const { client, guard } = connection
  const seal = createSeal(keys.stored)
  const flights = createRedisFlights({ client, guard, subscriber: subscriber.client, seal, clock: systemClock, silenceMs })
  const store = createRedisSuggestionCache({ client, guard, seal })
  const cache = createLayeredSuggestionCache({ memory: createMemorySuggestionCache({ maxLifetimeMs: nearLifetimeMilliseconds }), store })
  return {
    ...{ cache, flights, quotas: createRedisQuotas({ client, guard, settings }) },
    isReachable: async () => (await connection.probe()).reachable,
    async close() {
      await cache.close()
      await Promise.all([connection.close(), subscriber.close()])
    },
  }
}
