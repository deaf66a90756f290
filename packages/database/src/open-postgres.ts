import { Kysely, PostgresDialect } from 'kysely'
import { Pool, types } from 'pg'
import { type Database, within } from './database.ts'
import type { Tables } from './tables.ts'
import { valueParsers } from './value-parsers.ts'

interface PostgresLocation {
  url: string
  poolSize?: number
  schema?: string
  onConnectionLost?: (error: Error) => void
}

// Long enough for the console's heaviest ledger query, short enough that a forgotten one does not hold its connection for ever.
const longestStatementMs = 30_000
// A connection attempt to a frozen server must not outlive the readiness probe by much.
const connectTimeoutMs = 1_000
const generalConnections = 2

export function openPostgres(location: PostgresLocation): Database {
  const schema = location.schema ?? 'public'
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema)) throw new Error(`"${schema}" is not a usable schema name`)
  const poolFor = (max: number) => {
    const pool = new Pool({
      connectionString: location.url,
      application_name: 'inkling',
      max,
      connectionTimeoutMillis: connectTimeoutMs,
      keepAlive: true,
      statement_timeout: longestStatementMs,
      // A proxy such as PgBouncer refuses this option, so it is sent only where it is needed.
      ...(location.schema === undefined ? {} : { options: `-c search_path=${schema}` }),
      types: { getTypeParser: (oid: number, format?: 'text' | 'binary') => valueParsers[oid] ?? types.getTypeParser(oid, format) },
    })
    // A connection can break at any moment, also while it is lent out, and an error event that nobody hears ends the process.
    pool.on('connect', (client) => client.on('error', (error) => location.onConnectionLost?.(error)))
    pool.on('error', () => {})
    return pool
  }
  const gatePool = poolFor(location.poolSize ?? 2)
  const generalPool = poolFor(generalConnections)
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: generalPool }) })

  return {
    kind: 'postgres',
    kysely,
    schema,
    statement: (text, values, timeoutMs) => statement(gatePool, text, values, timeoutMs),
    close: async () => {
      await Promise.all([gatePool.end(), kysely.destroy()])
      if (!generalPool.ended && !generalPool.ending) await generalPool.end()
    },
  }
}

async function statement<Row>(pool: Pool, text: string, values: readonly unknown[], timeoutMs: number): Promise<Row[]> {
  let timedOut = false
  let discard: (() => void) | undefined
  const run = async () => {
    const client = await pool.connect()
    if (timedOut) {
      client.release()
      return []
    }
    let released = false
    const release = (broken: boolean) => {
      if (!released) client.release(broken)
      released = true
    }
    // The connection may be frozen in the middle of a reply, so it is thrown away rather than given to the next statement.
    discard = () => release(true)
    try {
      const result = await client.query(text, [...values])
      release(false)
      return result.rows
    } catch (error) {
      release(!(error instanceof Error && 'severity' in error && error.severity === 'ERROR'))
      throw error
    }
  }
  return within(run(), timeoutMs, () => {
    timedOut = true
    discard?.()
  })
}
