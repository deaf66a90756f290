import type { Clock, Gate, ReservationDecision, ReservationRequest, Settlement } from '@inkling/suggestions/ports'
import { Availability } from './availability.ts'
import { type Database, wasRolledBack } from './database.ts'
import { checkSettings, type GateSettings } from './gate-settings.ts'
import { callRelease, callReserve } from './gate-statements.ts'
import { GroupCommit, NotSent } from './group-commit.ts'
import { withPartitions } from './missing-partition.ts'
import { isoDay } from './partitions.ts'
import { probe } from './probe.ts'
import { SettlementQueue } from './settlement-queue.ts'

export interface PostgresGateOptions {
  database: Database
  settings: GateSettings
  clock: Clock
  /** A fresh one for each start of a process, the same as its `ProcessRegistry`'s. Letters, digits and hyphens. */
  processId: string
  /** Settlements wait here while Postgres is away. */
  spoolFolder: string
  /** Within this many milliseconds Postgres has decided, or the answer is `accounting-unavailable`. 400 unless given. */
  timeoutMs?: number
  /** Told what went wrong with Postgres or the disk; nothing of it reaches the caller. */
  onProblem?: (problem: unknown) => void
}

const defaultTimeoutMs = 400
const firstReleaseMs = 250
const longestReleaseMs = 10_000

/** The gate over Postgres or PGlite. Never throws: without Postgres there is no new spending. */
export class PostgresGate implements Gate {
  readonly #options: PostgresGateOptions
  readonly #timeoutMs: number
  readonly #settlements: SettlementQueue
  readonly #reservations: GroupCommit<ReservationRequest, ReservationDecision>
  readonly #availability: Availability
  readonly #stop = new AbortController()
  readonly #releases = new Set<Promise<void>>()
  readonly #settling = new Set<Promise<void>>()

  constructor(options: PostgresGateOptions) {
    checkSettings(options.settings)
    this.#options = options
    this.#timeoutMs = options.timeoutMs ?? defaultTimeoutMs
    this.#availability = new Availability(async () => (await probe(options.database)).reachable)
    this.#reservations = new GroupCommit((requests) => this.#reserveAll(requests))
    this.#settlements = new SettlementQueue({ ...options, timeoutMs: this.#timeoutMs, onProblem: (problem) => this.#report(problem) })
  }

  async reserve(request: ReservationRequest): Promise<ReservationDecision> {
    if (!this.#availability.isUp) return { granted: false, reason: 'accounting-unavailable' }
    try {
      return await this.#reservations.call(request)
    } catch (problem) {
      this.#report(problem)
      if (!wasRolledBack(problem)) this.#availability.lost()
      if (!(problem instanceof NotSent) && !wasRolledBack(problem)) this.#release(request)
      return { granted: false, reason: 'accounting-unavailable' }
    }
  }

  /** Resolves when Postgres has it or, while Postgres is away, when it is on disk. */
  async settle(settlement: Settlement): Promise<void> {
    const settling = this.#settlements.add(settlement).finally(() => this.#settling.delete(settling))
    this.#settling.add(settling)
    await settling
  }

  /**
   * Resolves when every settlement of this process that had begun is in Postgres or, while Postgres is away, on disk. Answers do not wait for
   * that; who reads the ledger after one does.
   */
  async settled(): Promise<void> {
    await Promise.all(this.#settling)
  }

  /** Tries now what still waits for Postgres; the number of settlements and releases that go on waiting. */
  async flush(): Promise<number> {
    return (await this.#settlements.flush()) + this.#releases.size
  }

  /** Settles what dead processes left in the spool folder; how many lines. Rejects while Postgres is away. */
  async adoptSpool(isDead: (processId: string) => boolean): Promise<number> {
    return this.#settlements.adopt(isDead)
  }

  /** One last attempt at what waits; what remains is on disk, and open reservations are recovered by the others. */
  async close(): Promise<void> {
    this.#stop.abort()
    await Promise.all(this.#releases)
    await this.#settlements.close()
  }

  #reserveAll(requests: ReservationRequest[]): Promise<ReservationDecision[]> {
    const { database, settings, processId } = this.#options
    return this.#withPartitions(requests, () => callReserve(database, settings, processId, requests, this.#timeoutMs))
  }

  /** Nobody knows whether the reservation was booked: undo it by its id, however long Postgres stays away. */
  #release(request: ReservationRequest): void {
    const release = this.#releaseUntilDone(request).finally(() => this.#releases.delete(release))
    this.#releases.add(release)
  }

  async #releaseUntilDone(request: ReservationRequest): Promise<void> {
    const { database, settings, processId, clock } = this.#options
    for (let pause = firstReleaseMs; ; pause = Math.min(pause * 2, longestReleaseMs)) {
      await clock.wait(pause, this.#stop.signal)
      try {
        await this.#withPartitions([request], () => callRelease(database, settings, processId, request, this.#timeoutMs))
        return
      } catch (problem) {
        this.#report(problem)
        if (this.#stop.signal.aborted) return
      }
    }
  }

  #withPartitions<Result>(requests: readonly ReservationRequest[], insert: () => Promise<Result>): Promise<Result> {
    return withPartitions(this.#options.database, requests.flatMap(dayOf), this.#options.clock.now(), insert)
  }

  #report(problem: unknown): void {
    this.#options.onProblem?.(problem)
  }
}

/** As history_day() in SQL reads the id, whatever its version. An id that is no UUID is refused by Postgres itself. */
function dayOf({ attemptId }: ReservationRequest): string[] {
  const milliseconds = Number.parseInt(attemptId.slice(0, 8) + attemptId.slice(9, 13), 16)
  return Number.isFinite(milliseconds) && milliseconds < 8.64e15 ? [isoDay(milliseconds)] : []
}
