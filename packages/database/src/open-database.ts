import type { Database } from './database.ts'
import { openPglite } from './open-pglite.ts'
import { openPostgres } from './open-postgres.ts'

export type DatabaseLocation =
  /** Embedded, in this process: in a folder (created where missing) or in memory alone. */
  | { kind: 'pglite'; folder: string }
  | { kind: 'pglite'; memory: true }
  | {
      kind: 'postgres'
      url: string
      /**
       * Connections of the gate, 2 unless given: more of them only queue for the same rows (measured: 2 a process give 1,137 reservations
       * with their settlements a second, large pools fewer). Two further connections serve everything else.
       */
      poolSize?: number
      /** Tables live in this schema instead of `public`; it is created by the migrations. */
      schema?: string
      /** Called when a connection breaks; the pool replaces it by itself. */
      onConnectionLost?: (error: Error) => void
    }

/**
 * Opens the database. A Postgres that is away is not an error here: statements fail until it is back.
 * Rejects with `FolderInUse` when another process owns the PGlite folder.
 */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  return location.kind === 'postgres' ? openPostgres(location) : openPglite('folder' in location ? location.folder : undefined)
}
