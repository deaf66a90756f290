import type { Product, SuggestionName } from '@inkling/contracts'
import type { Clock, DenyOverrides } from '@inkling/suggestions/ports'
import type { Database } from './database.ts'
import { type Repetition, repeat } from './repeat.ts'

/** What can be switched off: everything, a product, or one suggestion. */
export type DenyTarget = 'global' | Product | SuggestionName

export interface DenyOverride {
  target: DenyTarget
  reason: string
  setBy: string
  setAt: Date
}

// The copy may be two seconds old: one for the pause, the rest for the answer.
const pollMs = 1_000
const timeoutMs = 900
const operatorTimeoutMs = 5_000

/**
 * A copy of the operators' rows. The gate reads the rows themselves, so spending stops at once; this copy also stops cached answers.
 * While Postgres is away the last known copy holds.
 */
export class PostgresDenyOverrides implements DenyOverrides {
  readonly #database: Database
  readonly #clock: Clock
  readonly #onProblem: (problem: unknown) => void
  #rows = new Map<string, DenyOverride>()
  #polls: Repetition | undefined

  constructor(options: { database: Database; clock: Clock; onProblem?: (problem: unknown) => void }) {
    this.#database = options.database
    this.#clock = options.clock
    this.#onProblem = options.onProblem ?? (() => {})
  }

  /** Polls each second until `close`. */
  start(): void {
    this.#polls ??= repeat(this.#clock, pollMs, () => this.refresh(), this.#onProblem)
  }

  async close(): Promise<void> {
    await this.#polls?.close()
  }

  denied(product: Product, suggestion: SuggestionName): { reason: string } | undefined {
    const found = this.#rows.get('global') ?? this.#rows.get(product) ?? this.#rows.get(suggestion)
    return found === undefined ? undefined : { reason: found.reason }
  }

  /** Rejects while Postgres is away. */
  async refresh(): Promise<void> {
    const rows = await this.#database.statement<{ target: DenyTarget; reason: string; set_by: string; set_at: Date }>(
      'select target, reason, set_by, set_at from deny_overrides order by target',
      [],
      timeoutMs,
    )
    this.#rows = new Map(
      rows.map((row) => [row.target, { target: row.target, reason: row.reason, setBy: row.set_by, setAt: row.set_at }] as const),
    )
  }

  /** What is switched off, as far as this copy knows. */
  list(): DenyOverride[] {
    return [...this.#rows.values()]
  }

  /** Nothing of the target is granted any more once this resolves. Rejects while Postgres is away: an operator must know. */
  async disable(target: DenyTarget, reason: string, by: string): Promise<void> {
    await this.#database.statement(
      `with locked as materialized (select lock_gate())
       insert into deny_overrides (target, reason, set_by, set_at) select $1::text, $2::text, $3::text, clock_timestamp() from locked
         on conflict (target) do update set reason = excluded.reason, set_by = excluded.set_by, set_at = excluded.set_at`,
      [target, reason, by],
      operatorTimeoutMs,
    )
    await this.refresh().catch(this.#onProblem)
  }

  /** Whether it was switched off. Rejects while Postgres is away. */
  async enable(target: DenyTarget): Promise<boolean> {
    const rows = await this.#database.statement(
      'delete from deny_overrides where target = $1::text returning target',
      [target],
      operatorTimeoutMs,
    )
    await this.refresh().catch(this.#onProblem)
    return rows.length > 0
  }
}
