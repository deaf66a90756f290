import type { Database } from './database.ts'
import { checkSettings, type GateSettings, instantOf } from './gate-settings.ts'
import type { Period, Scope } from './tables.ts'

export interface Limit {
  scope: Scope
  period: Period
  /** Pico-dollars; `undefined`: none. */
  pico: bigint | undefined
  origin: 'environment' | 'operator'
  setBy: string
  setAt: Date
}

export interface CeilingLatch {
  scope: Scope
  period: Period
  /** `false`: the limit must be raised first. */
  lifted: boolean
}

export interface GateStatus {
  /** Set while spending is off until an operator resumes. */
  held?: { since: Date; reason: string; by: string; cause?: string }
  breaker: { state: 'closed' } | { state: 'open'; since: Date; reason?: string; nextProbeAt: Date; isProbing: boolean }
  pausedUntil?: Date
  /** Calls that the rate still admits at this moment. */
  rateRemaining: number
  /** Scopes whose ceiling of 150 % was reached: off until an operator resumes. */
  ceilingLatches: { scope: Scope; period: Period; since: Date }[]
}

/** What the gate's functions write about a stop. */
interface IncidentDetails {
  failures?: number
  calls?: number
  flags?: string[]
}

const timeoutMs = 5_000
const windowMs = 60_000

/** What people do to the gate. Every operation rejects while Postgres is away: an operator must know. */
export class GateOperations {
  readonly #database: Database
  readonly #settings: GateSettings

  constructor(database: Database, settings: GateSettings) {
    checkSettings(settings)
    this.#database = database
    this.#settings = settings
  }

  async limits(): Promise<Limit[]> {
    const rows = await this.#database.kysely.selectFrom('limits').selectAll().orderBy('scope').orderBy('period').execute()
    return rows.map((row) => ({
      scope: row.scope,
      period: row.period,
      pico: row.limit_pico ?? undefined,
      origin: row.origin,
      setBy: row.set_by,
      setAt: row.set_at,
    }))
  }

  /** Pico-dollars, `undefined` for none. Holds from now on, over the environment's value and restarts. */
  async setLimit(scope: Scope, period: Period, pico: bigint | undefined, by: string): Promise<void> {
    await this.#set(scope, period, pico, 'operator', by)
  }

  /** The environment's first value; whether it holds (`false`: an operator has set another). */
  async setFirstLimit(scope: Scope, period: Period, pico: bigint | undefined): Promise<boolean> {
    return this.#set(scope, period, pico, 'environment', 'environment')
  }

  /** Spending is off until `resume`: nothing is granted any more once this resolves. */
  async hold(reason: string, by: string): Promise<void> {
    await this.#database.statement(
      `with locked as materialized (select lock_gate()),
       held as (
         update gate_state set held_at = coalesce($3::timestamptz, clock_timestamp()), held_reason = $1::text, held_by = $2::text
           from locked where id = 1 returning held_at)
       insert into incidents (key, kind, severity, details, occurred_at)
         select 'hold-open:' || extract(epoch from held_at), 'hold-open', 'critical',
             jsonb_build_object('reason', $1::text, 'by', $2::text), held_at from held
         on conflict (key) do nothing`,
      [reason, by, instantOf(this.#settings)],
      timeoutMs,
    )
  }

  /** Ends hold, breaker and pause. Answers with every ceiling latch there was, and whether it could be lifted. */
  async resume(by: string): Promise<CeilingLatch[]> {
    const { cheapestReservation, timeZone } = this.#settings
    const rows = await this.#database.statement<{ latch_scope: Scope; latch_period: Period; lifted: boolean }>(
      'select latch_scope, latch_period, lifted from resume_spending($1::text, $2::int8, $3::text, $4::timestamptz)',
      [by, cheapestReservation, timeZone, instantOf(this.#settings)],
      timeoutMs,
    )
    return rows.map((row) => ({ scope: row.latch_scope, period: row.latch_period, lifted: row.lifted }))
  }

  async status(): Promise<GateStatus> {
    const { kysely } = this.#database
    const state = await kysely.selectFrom('gate_state').selectAll().where('id', '=', 1).executeTakeFirstOrThrow()
    const latches = await kysely
      .selectFrom('limits')
      .select(['scope', 'period', 'ceiling_latched_at as since'])
      .where('ceiling_latched_at', 'is not', null)
      .orderBy('scope')
      .execute()
    const { held, breaker } = await this.#reasons()
    const now = this.#settings.now?.() ?? Date.now()
    const { used } = await kysely
      .selectFrom('rate_slots')
      .select((build) => build.fn.countAll<bigint>().as('used'))
      .where('used_at', '>', new Date(now - windowMs))
      .executeTakeFirstOrThrow()
    return {
      ...(state.held_at === null
        ? {}
        : { held: { since: state.held_at, reason: state.held_reason ?? '', by: state.held_by ?? '', ...held } }),
      breaker:
        state.breaker_opened_at === null
          ? { state: 'closed' }
          : {
              state: 'open',
              since: state.breaker_opened_at,
              ...breaker,
              nextProbeAt: state.probe_after ?? state.breaker_opened_at,
              isProbing: state.probe_attempt !== null,
            },
      ...(state.paused_until !== null && state.paused_until.getTime() > now ? { pausedUntil: state.paused_until } : {}),
      rateRemaining: Math.max(0, this.#settings.requestsPerMinute - Number(used)),
      ceilingLatches: latches.flatMap(({ scope, period, since }) => (since === null ? [] : [{ scope, period, since }])),
    }
  }

  /** Why spending stands still, from the incidents that told it. */
  async #reasons(): Promise<{ held: { cause?: string }; breaker: { reason?: string } }> {
    const rows = await this.#database.kysely
      .selectFrom('incidents')
      .select(['kind', 'details'])
      .where('kind', 'in', ['breaker-open', 'hold-open'])
      .where('resolved_at', 'is', null)
      .orderBy('id', 'desc')
      .execute()
    const details = (kind: string) => rows.find((row) => row.kind === kind)?.details as IncidentDetails | undefined
    const [held, opened] = [details('hold-open'), details('breaker-open')]
    return {
      held: held?.flags === undefined ? {} : { cause: held.flags.join(', ') },
      breaker: opened?.failures === undefined ? {} : { reason: `${opened.failures} of ${opened.calls} calls failed within 5 minutes` },
    }
  }

  async #set(scope: Scope, period: Period, pico: bigint | undefined, origin: Limit['origin'], by: string): Promise<boolean> {
    const { cheapestReservation, timeZone } = this.#settings
    const rows = await this.#database.statement<{ holds: boolean }>(
      'select set_limit($1::text, $2::text, $3::int8, $4::text, $5::text, $6::int8, $7::text, $8::timestamptz) as holds',
      [scope, period, pico ?? null, origin, by, cheapestReservation, timeZone, instantOf(this.#settings)],
      timeoutMs,
    )
    return rows[0]?.holds === true
  }
}
