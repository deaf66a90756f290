import type { Clock } from '@inkling/suggestions/ports'
import type { Database } from './database.ts'
import { type GateSettings, instantOf } from './gate-settings.ts'
import { createPartitions } from './partitions.ts'
import { type Repetition, repeat } from './repeat.ts'

/** Whoever keeps lines on disk while Postgres is away: the gate and the records. */
export interface SpoolOwner {
  /** Hands what dead processes left to Postgres. */
  adoptSpool(isDead: (processId: string) => boolean): Promise<number>
}

export interface ProcessRegistryOptions {
  database: Database
  settings: GateSettings
  clock: Clock
  processId: string
  spools: readonly SpoolOwner[]
  /** Told about failures; the next beat tries again. */
  onProblem?: (problem: unknown) => void
}

const heartbeatMs = 10_000
/** Three beats missed. */
const staleMs = 30_000
const partitionsMs = 3_600_000
const timeoutMs = 2_000

/**
 * Says that this process lives, finds those that do not, and settles what they left: open reservations at their full amount, and spooled
 * settlements. Also keeps two weeks of partitions ahead.
 */
export class ProcessRegistry {
  readonly #options: ProcessRegistryOptions
  #wasReachable = false
  #partitionsUntil = 0
  #beats: Repetition | undefined

  constructor(options: ProcessRegistryOptions) {
    this.#options = options
  }

  /** Beats every ten seconds until `close`. */
  start(): void {
    const { clock, onProblem } = this.#options
    this.#beats ??= repeat(
      clock,
      heartbeatMs,
      () => this.beat(),
      (problem) => onProblem?.(problem),
    )
  }

  /** One beat: heartbeat, partitions once an hour, recovery. Rejects while Postgres is away. */
  async beat(): Promise<void> {
    const { database, clock } = this.#options
    const wasReachable = this.#wasReachable
    this.#wasReachable = false
    await this.#heartbeat()
    const now = clock.now()
    if (now >= this.#partitionsUntil) {
      await createPartitions(database, now)
      this.#partitionsUntil = now + partitionsMs
    }
    this.#wasReachable = true
    // After an outage nobody has a fresh heartbeat: the others get the time of one beat to show that they live.
    if (wasReachable || database.kind === 'pglite') await this.recoverAbandoned()
  }

  /**
   * Settles open reservations of dead processes at their full amount, marked estimated; how many. Dead: no heartbeat for 30 s, or, in the
   * embedded database with its one owner, every other process.
   */
  async recoverAbandoned(): Promise<number> {
    const { database, settings, processId, spools } = this.#options
    const living = new Set(await this.#living())
    for (const spool of spools) await spool.adoptSpool((owner) => !living.has(owner))
    let total = 0
    for (;;) {
      const rows = await database.statement<{ recovered: bigint }>(
        'select recover_abandoned($1::text, $2::boolean, $3::int8, $4::int8, $5::timestamptz) as recovered',
        [processId, database.kind === 'pglite', staleMs, settings.cheapestReservation, instantOf(settings)],
        timeoutMs,
      )
      const recovered = Number(rows[0]?.recovered ?? 0n)
      if (recovered === 0) return total
      total += recovered
    }
  }

  /** Stops, and tells the others at once that this process is gone. */
  async close(): Promise<void> {
    await this.#beats?.close()
    const { database, processId, onProblem } = this.#options
    try {
      await database.statement('delete from processes where id = $1::text', [processId], timeoutMs)
    } catch (problem) {
      onProblem?.(problem)
    }
  }

  async #heartbeat(): Promise<void> {
    const { database, settings, processId } = this.#options
    await database.statement(
      `insert into processes as p (id, started_at, heartbeat_at)
         select $1::text, t, t from (select coalesce($2::timestamptz, clock_timestamp()) as t) now
         on conflict (id) do update set heartbeat_at = excluded.heartbeat_at`,
      [processId, instantOf(settings)],
      timeoutMs,
    )
  }

  async #living(): Promise<string[]> {
    const { database, settings, processId } = this.#options
    if (database.kind === 'pglite') return [processId]
    const rows = await database.statement<{ id: string }>(
      `select id from processes where heartbeat_at >= coalesce($1::timestamptz, clock_timestamp()) - $2::int8 * interval '1 millisecond'`,
      [instantOf(settings), staleMs],
      timeoutMs,
    )
    return rows.map((row) => row.id)
  }
}
