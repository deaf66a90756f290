import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { migrate } from '../migrate.ts'
import { openDatabase } from '../open-database.ts'

export type Engine = 'pglite' | 'postgres'

/** Every engine that this machine offers: PGlite in memory always, Postgres where `TEST_DATABASE_URL` names one. */
export const engines: readonly Engine[] = process.env.TEST_DATABASE_URL === undefined ? ['pglite'] : ['pglite', 'postgres']

export interface TestDatabase {
  database: Database
  /** A further handle on the same tables with connections of its own; Postgres only. */
  open(poolSize?: number): Promise<Database>
  dispose(): Promise<void>
}

/** An empty, migrated database; on Postgres a schema of its own, dropped at the end, so that test runs share one server. */
export async function openTestDatabase(engine: Engine, options: { migrated?: boolean } = {}): Promise<TestDatabase> {
  const schema = `test_${randomBytes(6).toString('hex')}`
  const opened: Database[] = []
  const open = async (poolSize = 4) => {
    const database = await (engine === 'pglite'
      ? openDatabase({ kind: 'pglite', memory: true })
      : openDatabase({ kind: 'postgres', url: process.env.TEST_DATABASE_URL ?? '', poolSize, schema }))
    opened.push(database)
    return database
  }
  const database = await open()
  if (options.migrated !== false) await migrate(database)
  return {
    database,
    open,
    dispose: async () => {
      if (engine === 'postgres') await sql`drop schema if exists ${sql.id(schema)} cascade`.execute(database.kysely)
      await Promise.all(opened.map((each) => each.close()))
    },
  }
}
