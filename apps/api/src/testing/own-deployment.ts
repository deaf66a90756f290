import { hasRedisServer, type OwnRedis, startOwnRedis } from '@inkling/cache/testing'
import { type Latency, type Simulator, startSimulator } from '@inkling/claude-simulator'
import { hasPostgresPrograms, type OwnPostgres, startOwnPostgres } from '@inkling/database/testing'
import { registry } from '@inkling/prompts'
import { askAsWidget, type WidgetAnswer } from '@inkling/widget-kit/testing/ask-as-widget'
import { type ReplicaOptions, type Replicas, runReplicas } from './run-replicas.ts'

/** Replicas with servers of their own under them, each of which a test may stop, freeze and kill. */
export interface OwnDeployment {
  postgres: OwnPostgres
  redis: OwnRedis
  simulator: Simulator
  replicas: Replicas
  /** Asks one replica for a menu, as a widget does. There are 5,000 questions, the same for everybody: no experiment runs on menus. */
  ask(url: string, question: number, options?: AskOptions): Promise<WidgetAnswer>
  /** Calls that Claude's stand-in has seen since `forgetCalls`, at most 1,000. */
  calls(): Promise<number>
  fail(rules: readonly object[]): Promise<void>
  dispose(): Promise<void>
}

interface AskOptions {
  userId?: string
  onEvent?: Parameters<typeof askAsWidget>[3] extends { onEvent?: infer Listener } | undefined ? Listener : never
}

export const mayOwnServers = hasPostgresPrograms && hasRedisServer

const { example } = registry.coocook.menuCuration
// The stand-in's own limits are not what these tests are about.
const unlimited = { requestsPerMinute: 1e6, inputTokensPerMinute: 1e10, outputTokensPerMinute: 1e10 }

export async function startOwnDeployment({
  latency = 'none',
  ...options
}: Partial<ReplicaOptions> & { latency?: Latency } = {}): Promise<OwnDeployment> {
  const [postgres, redis, simulator] = await Promise.all([
    startOwnPostgres(),
    startOwnRedis(),
    startSimulator({ port: 0, latency, rateLimits: unlimited }),
  ])
  const endServers = () => Promise.all([postgres.dispose(), redis.close(), simulator.close()])
  const addresses = { databaseUrl: postgres.url, redisUrl: redis.url, simulatorUrl: simulator.url }
  const replicas = await runReplicas({ ...addresses, ...options }).catch(async (error) => {
    await endServers()
    throw error
  })
  return {
    ...{ postgres, redis, simulator, replicas },
    async ask(url, question, { userId = 'u1', onEvent } = {}) {
      const token = (await replicas.authorization({ userId })).replace('Bearer ', '')
      const context = { ...example, guests: 1 + (question % 500), hours: 3 + (Math.floor(question / 500) % 10) }
      return askAsWidget(url, token, { product: 'coocook', suggestion: 'menuCuration', context }, onEvent ? { onEvent } : {})
    },
    async calls() {
      const { requests } = (await (await fetch(`${simulator.url}/_sim/requests`)).json()) as { requests: unknown[] }
      return requests.length
    },
    async fail(rules) {
      const all = { method: rules.length > 0 ? 'PUT' : 'DELETE', ...(rules.length > 0 && { body: JSON.stringify({ rules }) }) }
      await fetch(`${simulator.url}/_sim/faults`, all)
    },
    async dispose() {
      await replicas.dispose()
      await endServers()
    },
  }
}
