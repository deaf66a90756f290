import type { Clock, Settlement } from '@inkling/suggestions/ports'
import { type Database, wasRolledBack } from './database.ts'
import { DiskSpool } from './disk-spool.ts'
import type { GateSettings } from './gate-settings.ts'
import { callSettle, type SettleResult } from './gate-statements.ts'
import { GroupCommit, NotSent } from './group-commit.ts'

export interface SettlementQueueOptions {
  database: Database
  settings: GateSettings
  clock: Clock
  processId: string
  spoolFolder: string
  timeoutMs: number
  onProblem: (problem: unknown) => void
}

const firstRetryMs = 250
const longestRetryMs = 10_000

/** Keeps settlements, in memory and on disk, until Postgres has them. */
export class SettlementQueue {
  readonly #options: SettlementQueueOptions
  readonly #spool: DiskSpool
  readonly #calls: GroupCommit<Settlement, SettleResult>
  readonly #waiting = new Map<string, Settlement>()
  readonly #stop = new AbortController()
  #retrying: Promise<void> | undefined
  #working: Promise<void> | undefined

  constructor(options: SettlementQueueOptions) {
    this.#options = options
    const { database, settings, timeoutMs } = options
    this.#calls = new GroupCommit((settlements) => callSettle(database, settings, settlements, timeoutMs))
    this.#spool = new DiskSpool({ folder: options.spoolFolder, name: 'settlements', owner: options.processId })
  }

  /** Settlements that Postgres does not have yet. */
  get waiting(): number {
    return this.#waiting.size
  }

  /** Resolves when Postgres has it or, while Postgres is away, when it is on disk. */
  async add(settlement: Settlement): Promise<void> {
    // While others wait Postgres is taken to be away: the caller does not wait for one more time-out.
    if (this.#waiting.size === 0 && (await this.#settle(settlement))) return
    this.#waiting.set(settlement.attemptId, settlement)
    try {
      if (!(await this.#spool.append([encode(settlement)]))) this.#options.onProblem(new Error('the spool of settlements is full'))
    } catch (problem) {
      this.#options.onProblem(problem)
    }
    this.#retrying ??= this.#retry()
  }

  /** Tries everything that waits, now; the number that still waits. */
  async flush(): Promise<number> {
    this.#working ??= this.#tryAll().finally(() => {
      this.#working = undefined
    })
    await this.#working
    return this.#waiting.size
  }

  /** Settles what dead processes left on disk. Rejects while Postgres is away. */
  async adopt(isDead: (owner: string) => boolean): Promise<number> {
    return this.#spool.replay((lines) => this.#settleLines(lines), isDead)
  }

  async close(): Promise<void> {
    this.#stop.abort()
    await this.#retrying
    await this.flush()
  }

  async #retry(): Promise<void> {
    let pause = firstRetryMs
    while (this.#waiting.size > 0 && !this.#stop.signal.aborted) {
      await this.#options.clock.wait(pause, this.#stop.signal)
      pause = Math.min(pause * 2, longestRetryMs)
      await this.flush()
    }
    this.#retrying = undefined
  }

  async #tryAll(): Promise<void> {
    for (const settlement of [...this.#waiting.values()]) {
      if (!(await this.#settle(settlement))) return
      this.#waiting.delete(settlement.attemptId)
    }
    // Repeats what is settled already, which changes nothing, and clears the disk.
    await this.#spool.replay((lines) => this.#settleLines(lines)).catch(this.#options.onProblem)
  }

  async #settleLines(lines: unknown[]): Promise<void> {
    for (const line of lines) {
      const settlement = decode(line)
      if (settlement !== undefined && !(await this.#settle(settlement))) throw new Error('Postgres is away')
    }
  }

  /** Whether Postgres has it now. */
  async #settle(settlement: Settlement): Promise<boolean> {
    const { onProblem } = this.#options
    try {
      await this.#calls.call(settlement)
      return true
    } catch (problem) {
      // Whoever went before has said it.
      if (!(problem instanceof NotSent)) onProblem(problem)
      if (!wasRefusedForGood(problem)) return false
    }
    // The row itself was refused (a defect in its figures): the money is still accounted for, at the whole reservation.
    const { attemptId, outcome, signal } = settlement
    const flags = [...settlement.flags, 'settlement-rejected']
    try {
      await this.#calls.call({ attemptId, outcome, signal, charge: 'whole-reservation', estimated: true, flags })
      return true
    } catch (problem) {
      onProblem(problem)
      return wasRefusedForGood(problem)
    }
  }
}

/** Data that no repetition makes acceptable: SQLSTATE classes 22 (data) and 23 (constraints). */
function wasRefusedForGood(problem: unknown): boolean {
  return wasRolledBack(problem) && problem instanceof Error && 'code' in problem && /^2[23]/.test(String(problem.code))
}

function encode(settlement: Settlement): string {
  return JSON.stringify(settlement, (_, value) => (typeof value === 'bigint' ? value.toString() : value))
}

function decode(line: unknown): Settlement | undefined {
  if (typeof line !== 'object' || line === null || !('attemptId' in line) || !('charge' in line)) return undefined
  const settlement = line as Omit<Settlement, 'charge'> & { charge: string }
  return { ...settlement, charge: settlement.charge === 'whole-reservation' ? 'whole-reservation' : BigInt(settlement.charge) }
}
