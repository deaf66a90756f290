import { type Selectable, sql } from 'kysely'
import type { Database } from './database.ts'
import type { IncidentTable, Period, Scope } from './tables.ts'

/** Something that people must know. Its `key` is the same whoever found it, and stands in one row. */
export interface Incident {
  key: string
  kind: string
  severity: 'info' | 'warning' | 'critical'
  scope?: Scope
  period?: Period
  /** `YYYY-MM-DD` */
  periodStart?: string
  /** Percent of a budget. */
  threshold?: number
  details: unknown
  /** Milliseconds since 1970. */
  occurredAt: number
}

const firstRetrySeconds = 10
const longestRetrySeconds = 3_600
// A receiver that is away for a day is told by the incidents' list instead.
const mostTries = 32
const batch = 20

/** Hands incidents to one replica at a time. Every operation rejects while Postgres is away; nothing is lost by that. */
export class IncidentOutbox {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Those that no replica has logged and counted yet; each is handed out once. */
  async claimNew(now: number): Promise<Incident[]> {
    const rows = await this.#database.kysely
      .updateTable('incidents')
      .set({ delivered_at: new Date(now) })
      .where('id', 'in', (build) =>
        build.selectFrom('incidents').select('id').where('delivered_at', 'is', null).orderBy('id').limit(batch).forUpdate().skipLocked(),
      )
      .returningAll()
      .execute()
    return inOrder(rows)
  }

  /** Those that the webhook's receiver has not confirmed and that are due; whoever claims one must try it now. The next try is later each time. */
  async claimDue(now: number): Promise<Incident[]> {
    const at = new Date(now)
    const pause = sql<number>`least(${longestRetrySeconds}, ${firstRetrySeconds} * power(2, least(webhook_tries, 20)))`
    const rows = await this.#database.kysely
      .updateTable('incidents')
      .set({
        webhook_tries: sql`webhook_tries + 1`,
        webhook_due_at: sql`${at}::timestamptz + ${pause} * interval '1 second'`,
      })
      .where('id', 'in', (build) =>
        build
          .selectFrom('incidents')
          .select('id')
          .where('webhook_confirmed_at', 'is', null)
          .where('webhook_tries', '<', mostTries)
          .where((where) => where.or([where('webhook_due_at', 'is', null), where('webhook_due_at', '<=', at)]))
          .orderBy('id')
          .limit(batch)
          .forUpdate()
          .skipLocked(),
      )
      .returningAll()
      .execute()
    return inOrder(rows)
  }

  /** The receiver has it. */
  async confirm(key: string, now: number): Promise<void> {
    await this.#database.kysely
      .updateTable('incidents')
      .set({ webhook_confirmed_at: new Date(now) })
      .where('key', '=', key)
      .execute()
  }
}

/** As they happened: an update returns its rows in any order. */
function inOrder(rows: Selectable<IncidentTable>[]): Incident[] {
  return rows.toSorted((left, right) => Number(left.id - right.id)).map(incidentOf)
}

function incidentOf(row: Selectable<IncidentTable>): Incident {
  const { key, kind, severity, scope, period, threshold, details } = row
  return {
    ...{ key, kind, severity, details, occurredAt: row.occurred_at.getTime() },
    ...(scope === null ? {} : { scope }),
    ...(period === null ? {} : { period }),
    ...(row.period_start === null ? {} : { periodStart: row.period_start }),
    ...(threshold === null ? {} : { threshold }),
  }
}
