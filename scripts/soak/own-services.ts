import { type Simulator, startSimulator } from '../../apps/claude-simulator/src/start-simulator.ts'
import { type OwnRedis, startOwnRedis } from '../../packages/cache/src/testing/own-redis.ts'
import { type OwnPostgres, startOwnPostgres } from '../../packages/database/src/testing/own-postgres.ts'

export interface OwnServices {
  postgres: OwnPostgres
  redis: OwnRedis
  simulator: Simulator
  addresses: { databaseUrl: string; redisUrl: string; simulatorUrl: string }
  close(): Promise<void>
}

// The deployment's own limits are what is looked at; the provider's would only hide them.
const unlimited = { requestsPerMinute: 1e9, inputTokensPerMinute: 1e12, outputTokensPerMinute: 1e12 }

/** A Postgres, a Redis and a Claude simulator that a scenario may stop, empty and kill. */
export async function startServices(seed = 'soak', latency: number | 'none' = 'none'): Promise<OwnServices> {
  const [postgres, redis, simulator] = await Promise.all([
    startOwnPostgres(),
    startOwnRedis(),
    startSimulator({ port: 0, latency, seed, rateLimits: unlimited }),
  ])
  return {
    ...{ postgres, redis, simulator },
    addresses: { databaseUrl: postgres.url, redisUrl: redis.url, simulatorUrl: simulator.url },
    close: async () => {
      await Promise.all([postgres.dispose(), redis.close(), simulator.close()])
    },
  }
}
