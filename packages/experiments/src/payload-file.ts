import { type FSWatcher, watch } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { type Payload, type PayloadSource, parsePayload } from './payload.ts'

export interface PayloadFileOptions {
  path: string
  /** One sentence that names the file and the fault; once per fault, not once per look. */
  onProblem?: (problem: string) => void
  /** Milliseconds between looks at the file's time of change; default 1,000. */
  pollingInterval?: number
  now?: () => number
}

// An editor that truncates and then writes shows half a file for an instant; a fault that lasts longer than this is a fault.
const settleMilliseconds = 100

/**
 * Flags from a GrowthBook payload file, read again when it changes. A broken file leaves the last good payload in use; while the file is
 * missing, everything is off. Resolves after the first reading, whatever came of it.
 */
export async function openPayloadFile(options: PayloadFileOptions): Promise<PayloadSource> {
  const file = new PayloadFile(options)
  await file.start()
  return file
}

class PayloadFile implements PayloadSource {
  readonly #path: string
  readonly #onProblem: (problem: string) => void
  readonly #pollingInterval: number
  readonly #now: () => number
  #payload: Payload | undefined
  #lastSuccessAt: number | undefined
  #problem: string | undefined
  /** What the file looked like when it was read last; `undefined`: it must be read. */
  #signature: string | undefined
  #reading: Promise<void> | undefined
  #again = false
  #closed = false
  #watcher: FSWatcher | undefined
  #poll: NodeJS.Timeout | undefined
  #settle: NodeJS.Timeout | undefined

  constructor({ path, onProblem = () => {}, pollingInterval = 1000, now = Date.now }: PayloadFileOptions) {
    this.#path = path
    this.#onProblem = onProblem
    this.#pollingInterval = pollingInterval
    this.#now = now
  }

  async start(): Promise<void> {
    await this.#look()
    this.#watch()
    // Watching is missing on some network and container file systems, and ends when the folder is replaced.
    this.#poll = setInterval(() => {
      if (this.#watcher === undefined) this.#watch()
      void this.#look()
    }, this.#pollingInterval).unref()
  }

  payload(): Payload | undefined {
    return this.#payload
  }

  status() {
    return {
      origin: this.#payload === undefined ? ('none' as const) : ('file' as const),
      lastSuccessAt: this.#lastSuccessAt,
      stale: this.#payload !== undefined && this.#problem !== undefined,
      problem: this.#problem,
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#poll)
    clearTimeout(this.#settle)
    this.#watcher?.close()
    await this.#reading
  }

  /** The folder, not the file: an atomic replacement gives the name to another file. */
  #watch(): void {
    const stop = (watcher: FSWatcher) => {
      watcher.close()
      if (this.#watcher === watcher) this.#watcher = undefined
    }
    try {
      const watcher = watch(dirname(this.#path), { persistent: false })
      this.#watcher = watcher
      watcher.on('change', (_event, name) => {
        if (name !== null && name.toString() !== basename(this.#path)) return
        // The time of change may be too coarse to tell two quick changes apart.
        this.#signature = undefined
        void this.#look()
      })
      watcher.on('error', () => stop(watcher))
    } catch {
      this.#watcher = undefined
    }
  }

  /** One reading at a time; a change during a reading causes one more. */
  #look(): Promise<void> {
    if (this.#reading) this.#again = true
    else {
      this.#reading = this.#readWhileChanging().finally(() => {
        this.#reading = undefined
      })
    }
    return this.#reading ?? Promise.resolve()
  }

  async #readWhileChanging(): Promise<void> {
    do {
      this.#again = false
      await this.#read()
    } while (this.#again && !this.#closed)
  }

  async #read(): Promise<void> {
    try {
      const { mtimeMs, size, ino } = await stat(this.#path)
      const signature = `${mtimeMs}:${size}:${ino}`
      if (signature === this.#signature) {
        if (this.#problem === undefined) this.#lastSuccessAt = this.#now()
        return
      }
      // Set before reading: a change in between shows at the next look.
      this.#signature = signature
      const parsed = parsePayload(await readFile(this.#path, 'utf8'))
      if (parsed.ok) this.#accept(parsed.payload)
      else this.#fail(`The flag payload ${this.#path} cannot be used: ${parsed.problem}.`)
    } catch (error) {
      this.#signature = undefined
      const { code } = error as NodeJS.ErrnoException
      if (code === 'ENOENT') {
        this.#payload = undefined
        this.#fail(`The flag payload ${this.#path} does not exist; everything is off until it does.`)
      } else this.#fail(`The flag payload ${this.#path} cannot be read (${code ?? 'unknown fault'}).`)
    }
  }

  #accept(payload: Payload): void {
    this.#payload = payload
    this.#lastSuccessAt = this.#now()
    this.#problem = undefined
    clearTimeout(this.#settle)
  }

  #fail(problem: string): void {
    if (problem === this.#problem || this.#closed) return
    this.#problem = problem
    clearTimeout(this.#settle)
    this.#settle = setTimeout(() => this.#onProblem(problem), settleMilliseconds).unref()
  }
}
