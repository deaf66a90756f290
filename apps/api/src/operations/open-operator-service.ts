import type { OperatorService } from '@inkling/router'
import { deriveKeys, systemClock, systemRandomness } from '@inkling/suggestions'
import { composeAccounting } from '../compose-accounting.ts'
import { type Cache, composeCache } from '../compose-cache.ts'
import type { Environment } from '../env.ts'
import { modelsOf } from '../model-choice.ts'
import type { Secrets } from '../secrets.ts'
import { createOperatorService } from './operator-service.ts'

/** The operators' acts without a server: on the database and the cache themselves. Rejects with one sentence where the database is away. */
export async function openOperatorService(
  environment: Environment,
  secrets: Secrets,
): Promise<{ service: OperatorService; close(): Promise<void> }> {
  const keys = deriveKeys(secrets.deployment)
  const accounting = await composeAccounting(environment, modelsOf(environment), keys.audit, () => {})
  const cache = composeCache(environment, keys, () => {})
  const close = async () => {
    await accounting.close()
    await cache.close()
  }
  if (!(await accounting.isReady())) {
    await close()
    throw new Error('The database does not answer. Check DATABASE_URL and whether it runs; nothing was changed.')
  }
  await untilReachable(cache)
  const service = createOperatorService({
    ...{ ...accounting, cache: cache.cache, clock: systemClock, randomness: systemRandomness, userKey: keys.userKey },
    retentionDays: environment.INKLING_RETENTION_DAYS,
    priceMaxAgeDays: environment.INKLING_PRICE_MAX_AGE_DAYS,
  })
  return { service, close }
}

// A connection that has just been opened; without Redis the acts that need it say so.
const connectMilliseconds = 2_000
const lookEveryMilliseconds = 20

async function untilReachable(cache: Pick<Cache, 'isReachable'>): Promise<void> {
  const until = systemClock.now() + connectMilliseconds
  while (!(await cache.isReachable()) && systemClock.now() < until) await systemClock.wait(lookEveryMilliseconds)
}
