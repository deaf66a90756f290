import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { connectRedis } from '@inkling/cache'
import { openDatabase } from '@inkling/database'
import type { Replica } from '../../testing/run-replicas.ts'
import { until } from '../../testing/run-server.ts'

export interface SinkAddresses {
  replica: Replica
  databaseUrl: string
  redisUrl: string
  /** Where the replica keeps its spool. */
  dataFolder: string
}

/** Everything that a server has written anywhere, as text, by the name of the place. */
export async function readSinks({ replica, databaseUrl, redisUrl, dataFolder }: SinkAddresses): Promise<Map<string, string>> {
  const metrics = await fetch(`${replica.url}/metrics`)
  return new Map([
    ['log', replica.output()],
    ['metrics', await metrics.text()],
    ['spool', readFolder(dataFolder)],
    ...(await readTables(databaseUrl)),
    ['redis', await readRedis(redisUrl)],
  ])
}

export function readFolder(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.map(({ parentPath, name }) => `${name}\n${readFileSync(join(parentPath, name), 'utf8')}`).join('\n')
}

async function readTables(url: string): Promise<[string, string][]> {
  const database = await openDatabase({ kind: 'postgres', url })
  try {
    const tables = await database.statement<{ name: string }>(
      `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
      [],
      10_000,
    )
    const read = async (name: string): Promise<[string, string]> => {
      const rows = await database.statement<{ row: string }>(`select row_to_json(t)::text as row from ${name} t`, [], 30_000)
      return [`table ${name}`, rows.map(({ row }) => row).join('\n')]
    }
    const texts: [string, string][] = []
    // One after the other: a table may be large, and the connections are few.
    for (const { name } of tables) texts.push(await read(name))
    return texts
  } finally {
    await database.close()
  }
}

async function readRedis(url: string): Promise<string> {
  const connection = connectRedis(url)
  const { client } = connection
  await until(async () => (await connection.probe()).reachable)
  const call = (...command: [string, ...string[]]) => client.call(...command)
  const lines: string[] = []
  let cursor = '0'
  do {
    const [next, keys] = (await call('SCAN', cursor, 'COUNT', '1000')) as [string, string[]]
    for (const key of keys) lines.push(key, JSON.stringify(await readValue(key, call)))
    cursor = next
  } while (cursor !== '0')
  await connection.close()
  return lines.join('\n')
}

/** Any of Redis' types that could hold a text. */
async function readValue(key: string, call: (...command: [string, ...string[]]) => Promise<unknown>): Promise<unknown> {
  switch (await call('TYPE', key)) {
    case 'string':
      return call('GET', key)
    case 'list':
      return call('LRANGE', key, '0', '-1')
    case 'set':
      return call('SMEMBERS', key)
    case 'zset':
      return call('ZRANGE', key, '0', '-1')
    case 'hash':
      return call('HGETALL', key)
    case 'stream':
      return call('XRANGE', key, '-', '+')
    default:
      return null
  }
}
