import type { KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import { type AuditEntry, type AuditValue, auditCode, auditSeal } from './audit-code.ts'
import type { Database } from './database.ts'

export type AuditVerification =
  /** `sequence`, `code`: the last row; who keeps them elsewhere can tell later whether that row is still there. */
  { intact: true; rows: bigint; sequence: bigint; code: string } | { intact: false; sequence: bigint; problem: string }

const batch = 1_000

/** The operators' acts, in a chain that only this deployment's key can continue. */
export class AuditLog {
  readonly #key: KeyObject

  constructor(key: KeyObject) {
    this.#key = key
  }

  /** Within the transaction of the act itself. */
  async append({ kysely }: Database, entry: AuditEntry): Promise<void> {
    // The head's row is the lock: two acts at once take turns.
    const head = await kysely.selectFrom('audit_head').selectAll().where('id', '=', 1).forUpdate().executeTakeFirstOrThrow()
    const sequence = head.sequence + 1n
    const code = auditCode(this.#key, head.code, sequence, entry)
    const { at, before, after, ...rest } = entry
    await kysely
      .insertInto('audit_log')
      .values({ ...rest, sequence, code, at: new Date(at), before: json(before), after: json(after) })
      .execute()
    await kysely
      .updateTable('audit_head')
      .set({ sequence, code, seal: auditSeal(this.#key, sequence, code) })
      .where('id', '=', 1)
      .execute()
  }

  /** Goes through every row; the first one that was changed, moved or taken away. Memory does not grow with the rows. */
  async verify({ kysely }: Database): Promise<AuditVerification> {
    let last = { sequence: 0n, code: '' }
    for (;;) {
      const rows = await kysely
        .selectFrom('audit_log')
        .selectAll()
        .where('sequence', '>', last.sequence)
        .orderBy('sequence')
        .limit(batch)
        .execute()
      for (const row of rows) {
        const sequence = last.sequence + 1n
        if (row.sequence !== sequence) return { intact: false, sequence, problem: `row ${sequence} is missing` }
        const entry = { ...row, at: row.at.getTime(), before: row.before as AuditValue, after: row.after as AuditValue }
        if (auditCode(this.#key, last.code, sequence, entry) !== row.code) {
          return { intact: false, sequence, problem: `row ${sequence} was changed after it was written` }
        }
        last = { sequence, code: row.code }
      }
      if (rows.length < batch) break
    }
    const head = await kysely.selectFrom('audit_head').selectAll().where('id', '=', 1).executeTakeFirst()
    const { sequence, code } = last
    if (head === undefined) return { intact: false, sequence, problem: 'the head of the log is missing' }
    if (head.sequence === 0n && sequence === 0n) return { intact: true, rows: 0n, sequence, code }
    if (head.seal !== auditSeal(this.#key, head.sequence, head.code)) {
      return { intact: false, sequence: head.sequence, problem: 'the head of the log was changed after it was written' }
    }
    if (head.sequence !== sequence || head.code !== code) {
      return { intact: false, sequence: sequence + 1n, problem: `row ${sequence + 1n} is missing` }
    }
    return { intact: true, rows: sequence, sequence, code }
  }
}

/** Not a plain parameter: a string, too, shall be JSON. */
function json(value: AuditValue) {
  return sql<unknown>`${JSON.stringify(value)}::jsonb`
}
