import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { openDatabase } from '@inkling/database'
import { freePort, track } from './processes.ts'

/** Real Postgres and Redis for a measured server, or what is embedded where the machine offers none. */
export interface Stores {
  /** What the server's environment needs. */
  environment: Record<string, string>
  /** For people: where records and answers are kept. */
  description: string
  /** Drops the database; Redis ends with the other processes. */
  close(): Promise<void>
}

const statementMilliseconds = 30_000

/**
 * A database of its own on the Postgres of `TEST_DATABASE_URL`, dropped at the end, and a Redis of its own where `redis-server` is installed:
 * a bench fills them, and others use the given ones.
 */
export async function openStores({ redis: wanted }: { redis: boolean }): Promise<Stores> {
  const [database, redis] = await Promise.all([openOwnDatabase(process.env.TEST_DATABASE_URL), wanted ? startOwnRedis() : undefined])
  return {
    environment: {
      INKLING_EMBEDDED: '1',
      ...(database && { DATABASE_URL: database.url }),
      ...(redis && { REDIS_URL: redis.url }),
    },
    description: `${database ? 'Postgres' : 'the embedded database, in the server’s process'} and ${redis ? 'Redis' : 'answers in process memory alone'}`,
    close: async () => database?.close(),
  }
}

async function openOwnDatabase(given: string | undefined): Promise<{ url: string; close(): Promise<void> } | undefined> {
  if (!given) return undefined
  const name = `inkling_bench_${randomBytes(4).toString('hex')}`
  const run = async (statement: string) => {
    const database = await openDatabase({ kind: 'postgres', url: given })
    await database.statement(statement, [], statementMilliseconds).finally(() => database.close())
  }
  await run(`create database ${name}`)
  const url = new URL(given)
  url.pathname = `/${name}`
  return { url: url.href, close: () => run(`drop database if exists ${name} with (force)`) }
}

async function startOwnRedis(): Promise<{ url: string } | undefined> {
  const port = await freePort()
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  const child = track(spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'ignore'] }))
  if (!(await isListening(child))) return undefined
  return { url: `redis://127.0.0.1:${port}` }
}

async function isListening(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(false))
    child.once('exit', () => resolve(false))
    child.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('Ready to accept connections')) resolve(true)
    })
  })
}
