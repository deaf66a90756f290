import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** A handle on one database, whichever engine is behind it. */
export interface Database {
  readonly kind: 'pglite' | 'postgres'
  /** Queries of the console, the ledger and migrations. On Postgres these have connections of their own, so that they cannot delay the gate. */
  readonly kysely: Kysely<Tables>
  /** The Postgres schema that holds the tables; `public` unless one was given. */
  readonly schema: string
  /**
   * One statement, one round trip, done or given up within `timeoutMs` (waiting for a connection included).
   * Rejects with `StatementTimeout`, or with the driver's error. After a time-out it is unknown whether the statement ran.
   */
  statement<Row>(text: string, values: readonly unknown[], timeoutMs: number): Promise<Row[]>
  close(): Promise<void>
}

class StatementTimeout extends Error {
  override readonly name = 'StatementTimeout'

  constructor(milliseconds: number) {
    super(`the database did not answer within ${milliseconds} ms`)
  }
}

/** Whether the server itself refused the statement, which means that nothing of it was kept. Class 08 and 57P are lost connections. */
export function wasRolledBack(error: unknown): boolean {
  const code = sqlState(error)
  return code !== undefined && !code.startsWith('08') && !code.startsWith('57P')
}

/** The five-character SQLSTATE, if the server sent one. All of them hold a digit; the system's own codes (`EPIPE`) do not. */
export function sqlState(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' && /^(?=.*\d)[0-9A-Z]{5}$/.test(code) ? code : undefined
}

// Short against the gate's 400 ms, long enough that few statements need a second timer.
const sliceMs = 40

/**
 * Rejects after that many milliseconds of real time; `onTimeout` runs before that. The time is counted in slices, between which answers are
 * read: when this process stalls, as it does in a burst, that is one slice, and not a database that is away.
 */
export async function within<Result>(work: Promise<Result>, timeoutMs: number, onTimeout?: () => void): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<never>((_, reject) => {
    const waitFor = (left: number) => {
      timer = setTimeout(
        () => {
          if (left > sliceMs) return waitFor(left - sliceMs)
          onTimeout?.()
          reject(new StatementTimeout(timeoutMs))
        },
        Math.min(left, sliceMs),
      )
    }
    waitFor(timeoutMs)
  })
  try {
    return await Promise.race([work, timeout])
  } finally {
    clearTimeout(timer)
  }
}
