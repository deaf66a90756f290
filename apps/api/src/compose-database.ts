import { join } from 'node:path'
import type { DatabaseLocation } from '@inkling/database'
import type { Environment } from './env.ts'

export function databaseLocation(environment: Environment): DatabaseLocation {
  if (environment.DATABASE_URL) return { kind: 'postgres', url: environment.DATABASE_URL }
  return { kind: 'pglite', folder: join(environment.INKLING_DATA_DIR, 'database') }
}
