import type { QuotaSettings, Quotas } from '@inkling/suggestions/ports'
import { bucketsOf, createMemoryQuotas } from './memory-quotas.ts'
import { createRedisGuard, type RedisGuard } from './redis-guard.ts'
import { createRedisKeys } from './redis-keys.ts'
import { takeQuota } from './redis-scripts.ts'

interface RedisCommands {
  eval(script: string, numberOfKeys: number, ...keysAndArguments: (string | number)[]): Promise<unknown>
  exists(key: string): Promise<number>
}

/**
 * Quotas over all replicas. While Redis does not answer (50 ms, once) each process counts for itself: nobody is refused because of that, and nobody
 * is let through without any count. `now`: milliseconds since 1970.
 */
export function createRedisQuotas({
  client,
  settings,
  prefix = 'inkling',
  timeoutMs = 50,
  guard = createRedisGuard({ probe: (key) => client.exists(key), timeoutMs }),
  now = Date.now,
}: {
  client: RedisCommands
  settings: QuotaSettings
  prefix?: string
  timeoutMs?: number
  /** Instead of a time-out of its own: that of everything on the same connection. */
  guard?: RedisGuard
  now?: () => number
}): Quotas {
  const keys = createRedisKeys(prefix)
  const fallback = createMemoryQuotas({ settings, now })

  return {
    async take(subject) {
      for (const { whose, quotas } of bucketsOf(settings, subject)) {
        const { product, userKey, kind } = subject
        const key = whose === 'user' ? keys.userQuota(product, userKey) : keys.productQuota(product)
        const limits = quotas.flatMap(({ limit, windowMs }) => [limit, windowMs])
        const wait = await guard.run(key, () => client.eval(takeQuota, 1, key, now(), kind, ...limits))
        if (wait === undefined) return fallback.take(subject)
        if (Number(wait) > 0) return { allowed: false, whose, retryAfterMs: Number(wait) }
      }
      return { allowed: true }
    },
  }
}
