import { connectRedis, createSeal } from '@inkling/cache'
import { hasRedisServer, type OwnRedis, startOwnRedis } from '@inkling/cache/testing'
import { type Latency, type Simulator, startSimulator } from '@inkling/claude-simulator'
import { hasPostgresPrograms, type OwnPostgres, startOwnPostgres } from '@inkling/database/testing'
import { registry } from '@inkling/prompts'
import { deriveKeys } from '@inkling/suggestions'
import { askAsWidget, type WidgetAnswer } from '@inkling/widget-kit/testing/ask-as-widget'
import { type ReplicaOptions, type Replicas, runReplicas } from './run-replicas.ts'
import { until } from './run-server.ts'

/** Replicas with servers of their own under them, each of which a test may stop, freeze and kill. */
export interface OwnDeployment {
  postgres: OwnPostgres
  redis: OwnRedis
  simulator: Simulator
  replicas: Replicas
  /** Asks one replica for a menu, as a widget does. There are 5,000 questions, the same for everybody: no experiment runs on menus. */
  ask(url: string, question: number, options?: AskOptions): Promise<WidgetAnswer>
  /** The same over the plain HTTP door, where `failure` is a status that is not 200. */
  post(url: string, question: number, userId?: string): Promise<Pick<WidgetAnswer, 'meta' | 'failure'>>
  /** As if all answers in Redis had been written so long ago. */
  ageAnswers(milliseconds: number): Promise<void>
  /** Calls that Claude's stand-in has seen since `forgetCalls`, at most 1,000. */
  calls(): Promise<number>
  fail(rules: readonly object[]): Promise<void>
  dispose(): Promise<void>
}

interface AskOptions {
  userId?: string
  signal?: AbortSignal
  onEvent?: Parameters<typeof askAsWidget>[3] extends { onEvent?: infer Listener } | undefined ? Listener : never
}

export const mayOwnServers = hasPostgresPrograms && hasRedisServer

const { example } = registry.coocook.menuCuration
const contextOf = (question: number) => ({ ...example, guests: 1 + (question % 500), hours: 3 + (Math.floor(question / 500) % 10) })
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
    async ask(url, question, { userId = 'u1', ...options } = {}) {
      const token = (await replicas.authorization({ userId })).replace('Bearer ', '')
      const request = { product: 'coocook', suggestion: 'menuCuration', context: contextOf(question) }
      return askAsWidget(url, token, request, options)
    },
    async post(url, question, userId = 'u1') {
      const response = await fetch(`${url}/api/v1/suggestions/coocook/menu-curation`, {
        method: 'POST',
        headers: { authorization: await replicas.authorization({ userId }), 'content-type': 'application/json' },
        body: JSON.stringify(contextOf(question)),
      }).catch((error: Error) => error)
      if (response instanceof Error) return { failure: response.message }
      if (response.status !== 200) return { failure: `status ${response.status}: ${await response.text()}` }
      return { meta: ((await response.json()) as { meta: NonNullable<WidgetAnswer['meta']> }).meta }
    },
    async ageAnswers(milliseconds) {
      const seal = createSeal(deriveKeys(replicas.environment.INKLING_SECRET!).stored)
      await withRedis(redis.url, async (client) => {
        for (const key of await client.keys('inkling:{coocook:*')) {
          const [id, sealed] = (await client.get(key))!.split(' ') as [string, string]
          const aged = JSON.stringify({ ...JSON.parse(seal.open(sealed, key)!), freshUntil: Date.now() - milliseconds })
          await client.set(key, `${id} ${seal.seal(aged, key)}`, 'KEEPTTL')
        }
      })
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

/** A connection for one act. */
export async function withRedis<Result>(
  url: string,
  act: (client: ReturnType<typeof connectRedis>['client']) => Promise<Result>,
): Promise<Result> {
  const connection = connectRedis(url)
  await until(async () => (await connection.probe()).reachable)
  return act(connection.client).finally(() => connection.close())
}
