import type { Database } from '../database.ts'

export interface FragileDatabase extends Database {
  /** What happens to the next statements: they run, fail before they reach the server, or run while their answer is lost. */
  mode: 'well' | 'away' | 'reply-lost'
  /** Statements that were asked for. */
  asked: number
}

/** A database whose connection can be broken at will. */
export function fragile(database: Database): FragileDatabase {
  const broken = () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
  const wrapped: FragileDatabase = {
    kind: database.kind,
    kysely: database.kysely,
    schema: database.schema,
    mode: 'well',
    asked: 0,
    statement: async <Row>(text: string, values: readonly unknown[], timeoutMs: number) => {
      wrapped.asked += 1
      if (wrapped.mode === 'away') throw broken()
      const rows = await database.statement<Row>(text, values, timeoutMs)
      if (wrapped.mode === 'reply-lost') throw broken()
      return rows
    },
    close: () => database.close(),
  }
  return wrapped
}
