import type { Product, SuggestionName } from '@inkling/contracts'
import type { Clock, DenyOverrides } from '@inkling/suggestions/ports'
import type { Database } from './database.ts'
import { type DenyOverride, denyOverridesIn } from './deny-override-rows.ts'
import { type Repetition, repeat } from './repeat.ts'

// The copy may be two seconds old: one for the pause, the rest for the answer.
const pollMs = 1_000
const timeoutMs = 900

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
    this.#rows = new Map((await denyOverridesIn(this.#database, timeoutMs)).map((row) => [row.target, row]))
  }

  /** What is switched off, as far as this copy knows. */
  list(): DenyOverride[] {
    return [...this.#rows.values()]
  }
}
