import type { Clock, ExposureRecord, FeedbackRecord, Records, SecurityRecord, ServedRecord } from '@inkling/suggestions/ports'
import type { Database } from './database.ts'
import { DiskSpool } from './disk-spool.ts'
import { insertRecords } from './insert-records.ts'
import { exposureRow, feedbackRow, isRecordRow, type RecordRow, securityRow, servedRow } from './record-statements.ts'

export interface PostgresRecordsOptions {
  database: Database
  clock: Clock
  /** As for the gate: the spool's files carry it. */
  processId: string
  spoolFolder: string
  /** 64 MB unless given; beyond it new rows are dropped and reported. */
  spoolBytes?: number
  /** How long one insert may take, 2 s unless given. */
  timeoutMs?: number
  onProblem?: (problem: unknown) => void
}

const rowsPerBatch = 500
const longestDelayMs = 250
const defaultTimeoutMs = 2_000
// After a failure rows go straight to disk for this long; then the replay asks Postgres again.
const awayMs = 1_000

interface Batch {
  rows: RecordRow[]
  /** Resolves when the rows are safe. */
  safe: PromiseWithResolvers<void>
}

/** Batches into Postgres; while it is away, onto disk and later from there. */
export class PostgresRecords implements Records {
  readonly #options: PostgresRecordsOptions
  readonly #spool: DiskSpool
  readonly #stop = new AbortController()
  #batch: Batch | undefined
  #full: PromiseWithResolvers<void> = Promise.withResolvers()
  #writes: Promise<void> = Promise.resolve()
  #isAway = false
  /** Rows went to disk since the last replay began. */
  #hasSpooled = false
  #replaying: Promise<void> | undefined

  constructor(options: PostgresRecordsOptions) {
    this.#options = options
    this.#spool = new DiskSpool({
      folder: options.spoolFolder,
      name: 'records',
      owner: options.processId,
      ...(options.spoolBytes === undefined ? {} : { maxBytes: options.spoolBytes }),
    })
  }

  exposure(record: ExposureRecord): void {
    this.#add([exposureRow(record)])
  }

  served(record: ServedRecord): void {
    this.#add([servedRow(record)])
  }

  security(record: SecurityRecord): void {
    this.#add([securityRow(record)])
  }

  /** Rejects only where neither Postgres nor the disk would take the events: then they are not safe. */
  async feedback(records: FeedbackRecord[]): Promise<void> {
    if (records.length > 0) await this.#add(records.map(feedbackRow)).safe.promise
  }

  /** Everything buffered up to now is in Postgres or on disk. */
  async flush(): Promise<void> {
    this.#full.resolve()
    await this.#writes
  }

  /** Inserts what waits on disk, of this process and of dead ones; how many rows. Rejects while Postgres is away. */
  async adoptSpool(isDead: (processId: string) => boolean): Promise<number> {
    const applied = await this.#spool.replay((lines) => this.#insert(lines.filter(isRecordRow)), isDead)
    this.#isAway = false
    return applied
  }

  async close(): Promise<void> {
    await this.flush()
    this.#stop.abort()
    await this.#replaying
  }

  #add(rows: RecordRow[]): Batch {
    if (this.#batch === undefined) {
      this.#batch = { rows: [], safe: Promise.withResolvers() }
      // Nobody waits for a batch without feedback; its failure is reported where it happens.
      this.#batch.safe.promise.catch(() => {})
      const delay = new AbortController()
      const full = this.#full.promise.then(() => delay.abort())
      const due = Promise.race([this.#options.clock.wait(longestDelayMs, delay.signal), full])
      this.#writes = Promise.all([this.#writes, due]).then(() => {
        delay.abort()
        return this.#write()
      })
    }
    const batch = this.#batch
    for (const row of rows) batch.rows.push(row)
    if (batch.rows.length >= rowsPerBatch) this.#full.resolve()
    return batch
  }

  async #write(): Promise<void> {
    const batch = this.#batch
    this.#batch = undefined
    this.#full = Promise.withResolvers()
    if (batch === undefined) return
    try {
      if (this.#isAway || !(await this.#tryInsert(batch.rows))) await this.#putAside(batch.rows)
      batch.safe.resolve()
    } catch (problem) {
      this.#report(problem)
      batch.safe.reject(problem)
    }
  }

  async #putAside(rows: RecordRow[]): Promise<void> {
    if (!(await this.#spool.append(rows.map((row) => JSON.stringify(row)))))
      throw new Error(`the spool is full: ${rows.length} rows dropped`)
    this.#hasSpooled = true
    this.#replaying ??= this.#replayUntilEmpty()
  }

  async #tryInsert(rows: RecordRow[]): Promise<boolean> {
    try {
      await this.#insert(rows)
      return true
    } catch (problem) {
      this.#report(problem)
      this.#isAway = true
      return false
    }
  }

  async #insert(rows: RecordRow[]): Promise<void> {
    const { database, clock, timeoutMs } = this.#options
    for (let start = 0; start < rows.length; start += rowsPerBatch) {
      const part = rows.slice(start, start + rowsPerBatch)
      await insertRecords(database, part, clock.now(), timeoutMs ?? defaultTimeoutMs, (problem) => this.#report(problem))
    }
  }

  async #replayUntilEmpty(): Promise<void> {
    while (this.#hasSpooled && !this.#stop.signal.aborted) {
      await this.#options.clock.wait(awayMs, this.#stop.signal)
      try {
        this.#hasSpooled = false
        await this.adoptSpool(() => false)
      } catch (problem) {
        this.#hasSpooled = true
        this.#report(problem)
      }
    }
    this.#replaying = undefined
  }

  #report(problem: unknown): void {
    this.#options.onProblem?.(problem)
  }
}
