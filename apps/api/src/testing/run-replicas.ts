import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { mintWidgetToken, type WidgetTokenOptions } from '@inkling/client'
import { type OperatorRole, products } from '@inkling/contracts'
import { mintOperatorToken } from '../mint-operator-token.ts'
import { freePort, runServer, type ServerProcess, temporaryFolder } from './run-server.ts'

export interface ReplicaOptions {
  databaseUrl: string
  redisUrl: string
  /** Address of the Claude simulator that all replicas call. */
  simulatorUrl: string
  /** Three unless given. */
  count?: number
  /** Further variables for every replica. */
  environment?: Record<string, string>
  /** A program in place of `inkling serve`, with its arguments: a server with a deliberate fault. */
  program?: readonly string[]
}

/** One `inkling serve` process. Its address, data folder and secrets survive its restarts. */
export interface Replica {
  readonly url: string
  /** Where it keeps secrets, embedded data and its spool. */
  readonly dataFolder: string
  readonly pid: number | undefined
  /** It answers, and nobody has told it to end. */
  readonly isRunning: boolean
  /** What its current process has written to standard error. */
  output(): string
  /** SIGKILL: nothing is settled, flushed or said. */
  kill(): Promise<void>
  /** SIGSTOP: connections stay open, nothing answers. */
  freeze(): void
  /** SIGCONT. */
  thaw(): void
  /** SIGTERM: a graceful stop; resolves with the exit code. */
  stop(): Promise<number | null>
  /** Starts it again at the same address. */
  start(): Promise<void>
}

export interface Replicas {
  readonly all: readonly Replica[]
  readonly urls: readonly string[]
  /** The variables that they share: for `runCommand`. */
  readonly environment: Record<string, string>
  /** Value of the `authorization` header of a product's user; valid in every replica. */
  authorization(options?: Partial<WidgetTokenOptions>): Promise<string>
  operatorAuthorization(role?: OperatorRole): Promise<string>
  /** Ends every process, frozen ones included, and removes the data folders. */
  dispose(): Promise<void>
}

/** Several servers on one Postgres, one Redis and one simulator, as a deployment runs them; ready to answer when this resolves. */
export async function runReplicas(options: ReplicaOptions): Promise<Replicas> {
  const folder = temporaryFolder()
  const secret = randomBytes(32).toString('hex')
  const owners = [...products, 'operators']
  const environment: Record<string, string> = {
    DATABASE_URL: options.databaseUrl,
    REDIS_URL: options.redisUrl,
    ANTHROPIC_API_KEY: 'simulator',
    ANTHROPIC_BASE_URL: options.simulatorUrl,
    INKLING_EMBEDDED: '1',
    INKLING_SECRET: randomBytes(32).toString('hex'),
    INKLING_TOKEN_SECRETS: JSON.stringify(Object.fromEntries(owners.map((owner) => [owner, [secret]]))),
    INKLING_DATA_DIR: join(folder.path, 'command-line'),
    ...options.environment,
  }
  const ports = await Promise.all(Array.from({ length: options.count ?? 3 }, freePort))
  const all = ports.map((port, index) =>
    replicaOn({ ...environment, PORT: String(port), INKLING_DATA_DIR: join(folder.path, `replica-${index}`) }, options.program),
  )
  const dispose = async () => {
    await Promise.all(all.map((replica) => replica.kill()))
    rmSync(folder.path, { recursive: true, force: true, maxRetries: 3 })
  }
  try {
    await Promise.all(all.map((replica) => replica.start()))
  } catch (error) {
    await dispose()
    throw error
  }
  return {
    all,
    urls: all.map(({ url }) => url),
    environment,
    authorization: async (claims = {}) => `Bearer ${await mintWidgetToken(secret, { product: 'coocook', userId: 'u1', ...claims })}`,
    operatorAuthorization: async (role = 'operator') => `Bearer ${await mintOperatorToken(secret, { role, name: 'ann' })}`,
    dispose,
  }
}

function replicaOn(environment: Record<'PORT' | 'INKLING_DATA_DIR', string>, program: readonly string[] | undefined): Replica {
  let server: ServerProcess | undefined
  // From the moment at which it answers until the signal that ends it is sent: its last breaks of connections come before its exit.
  let serves = false
  const isAlive = () => server !== undefined && server.process.exitCode === null && server.process.signalCode === null
  const isRunning = () => serves && isAlive()
  const end = async (signal: NodeJS.Signals) => {
    serves = false
    return isAlive() ? ((await server?.stop(signal)) ?? null) : null
  }
  return {
    url: `http://127.0.0.1:${environment.PORT}`,
    dataFolder: environment.INKLING_DATA_DIR,
    get pid() {
      return isAlive() ? server?.process.pid : undefined
    },
    get isRunning() {
      return isRunning()
    },
    output: () => server?.output() ?? '',
    kill: async () => void (await end('SIGKILL')),
    freeze: () => void server?.process.kill('SIGSTOP'),
    thaw: () => void server?.process.kill('SIGCONT'),
    stop: () => end('SIGTERM'),
    start: async () => {
      if (isAlive()) throw new Error('This replica runs already.')
      server = await runServer(environment, program)
      serves = true
    },
  }
}
