import { createHash } from 'node:crypto'
import type { Clock, SpendingSample } from '@inkling/suggestions/ports'
import type { Database } from './database.ts'
import { type Repetition, repeat } from './repeat.ts'

// The factor changes at most once a day; a minute's delay in the other replicas means nothing beside that.
const pollMs = 60_000
const timeoutMs = 2_000
const lowestFactor = 0.1
const step = 0.8

/**
 * The share of users who may cause new spending today. Whether a user belongs to it is a hash of user and day, so it holds all day and in
 * every replica; the next day chooses afresh. While Postgres is away the last known share holds (everybody, at first: the gate decides
 * about money, this only spreads it).
 */
export class PostgresSpendingSample implements SpendingSample {
  readonly #options: { database: Database; clock: Clock; timeZone: string; onProblem?: (problem: unknown) => void }
  readonly #days: Intl.DateTimeFormat
  #factor = 1
  #polls: Repetition | undefined

  constructor(options: { database: Database; clock: Clock; timeZone: string; onProblem?: (problem: unknown) => void }) {
    this.#options = options
    this.#days = new Intl.DateTimeFormat('en-CA', { timeZone: options.timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  }

  /** Polls until `close`. */
  start(): void {
    const { clock, onProblem } = this.#options
    this.#polls ??= repeat(
      clock,
      pollMs,
      () => this.refresh(),
      (problem) => onProblem?.(problem),
    )
  }

  async close(): Promise<void> {
    await this.#polls?.close()
  }

  /** From 0.1 to 1. */
  get factor(): number {
    return this.#factor
  }

  maySpend(userKey: string): boolean {
    if (this.#factor >= 1) return true
    const digest = createHash('sha256').update(`${this.#today()} ${userKey}`).digest()
    return digest.readUIntBE(0, 6) / 2 ** 48 < this.#factor
  }

  /** Rejects while Postgres is away. */
  async refresh(): Promise<void> {
    const rows = await this.#options.database.statement<{ factor: number }>('select factor from sampling where id = 1', [], timeoutMs)
    this.#factor = rows[0]?.factor ?? 1
  }

  /**
   * One step of 0.8 down (never below 0.1) or up (never above 1), at most one a day over all replicas; the factor that holds now, and
   * whether this call changed it. Rejects while Postgres is away.
   */
  async adjust(direction: 'lower' | 'raise'): Promise<{ factor: number; changed: boolean }> {
    const factor = direction === 'lower' ? `greatest(${lowestFactor}, factor * ${step})` : `least(1, factor / ${step})`
    const rows = await this.#options.database.statement<{ factor: number }>(
      `update sampling set factor = ${factor}, changed_on = $1::date
         where id = 1 and changed_on is distinct from $1::date and factor <> ${factor} returning factor`,
      [this.#today()],
      timeoutMs,
    )
    await this.refresh()
    return { factor: this.#factor, changed: rows.length > 0 }
  }

  #today(): string {
    return this.#days.format(this.#options.clock.now())
  }
}
