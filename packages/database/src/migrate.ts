import { sql } from 'kysely'
import { type Migration, type MigrationResultSet, Migrator } from 'kysely/migration'
import type { Database } from './database.ts'
import { history } from './migrations/001-history.sql.ts'
import { gate } from './migrations/002-gate.sql.ts'
import { operators } from './migrations/003-operators.sql.ts'
import { incidentDelivery } from './migrations/004-incident-delivery.sql.ts'
import { forecasts } from './migrations/005-forecasts.sql.ts'
import { fairRate } from './migrations/006-fair-rate.sql.ts'
import { personalRecords } from './migrations/007-personal-records.sql.ts'

/** In order; a name is never changed, a migration that has left this machine is never edited. */
const migrations: Record<string, Migration> = {
  '001-history': statements(history),
  '002-gate': statements(gate),
  '003-operators': statements(operators),
  '004-incident-delivery': statements(incidentDelivery),
  '005-forecasts': statements(forecasts),
  '006-fair-rate': statements(fairRate),
  '007-personal-records': statements(personalRecords),
}

export interface MigrationStatus {
  name: string
  /** `undefined`: not yet. */
  executedAt: Date | undefined
}

/** Brings the schema up to date; the names of what was done. Any number of replicas may call it at once: they take turns. */
export async function migrate(database: Database): Promise<string[]> {
  return names(await migratorOf(database).migrateToLatest())
}

/** Takes the newest migration back, with the rows of its tables; its name, or nothing if there was none. */
export async function migrateDown(database: Database): Promise<string[]> {
  return names(await migratorOf(database).migrateDown())
}

export async function migrationStatus(database: Database): Promise<MigrationStatus[]> {
  const found = await migratorOf(database).getMigrations()
  return found.map(({ name, executedAt }) => ({ name, executedAt }))
}

function migratorOf(database: Database): Migrator {
  return new Migrator({
    db: database.kysely,
    provider: { getMigrations: async () => migrations },
    // Without it, another schema's tables on the same server would pass for ours.
    migrationTableSchema: database.schema,
  })
}

function names({ error, results }: MigrationResultSet): string[] {
  if (error !== undefined) throw error
  return (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName)
}

/** Statement by statement, since PGlite takes one at a time. */
function statements(texts: { up: string[]; down: string[] }): Migration {
  const run =
    (list: string[]): Migration['up'] =>
    async (kysely) => {
      for (const text of list) await sql.raw(text).execute(kysely)
    }
  return { up: run(texts.up), down: run(texts.down) }
}
