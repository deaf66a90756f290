import { CompiledQuery } from 'kysely'
import type { Database } from './database.ts'

/** Everything done with the given database is kept together or not at all. The work must not use the outer one. */
export async function withinTransaction<Result>(database: Database, work: (inner: Database) => Promise<Result>): Promise<Result> {
  return database.kysely.transaction().execute((kysely) =>
    work({
      kind: database.kind,
      schema: database.schema,
      kysely,
      // The transaction as a whole is bounded by the connection's own limit.
      statement: async <Row>(text: string, values: readonly unknown[]) =>
        (await kysely.executeQuery<Row>(CompiledQuery.raw(text, [...values]))).rows,
      close: async () => {},
    }),
  )
}
