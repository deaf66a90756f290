import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface DiskSpoolOptions {
  folder: string
  /** What the lines are; the first part of the files' names. */
  name: string
  /** The process that writes; letters, digits and hyphens. Several processes may share the folder. */
  owner: string
  /** Beyond this many bytes nothing more is taken: what is older is kept. 64 MB unless given. */
  maxBytes?: number
}

const defaultMaxBytes = 64 * 1024 * 1024
// As many rows as one insert takes.
const linesPerStep = 500

/** Lines that wait on disk while Postgres is away. One process appends to its own files; the files of dead processes are adopted. */
export class DiskSpool {
  readonly #options: DiskSpoolOptions
  #sequence = 0
  #ownBytes = 0
  #tail: Promise<unknown> = Promise.resolve()
  #replays: Promise<unknown> = Promise.resolve()

  constructor(options: DiskSpoolOptions) {
    this.#options = options
    // Files of this process' earlier spools have lower numbers and are replayed first.
    this.#sequence = Date.now()
  }

  /** Whether the lines are on disk (fsynced). `false`: the spool is full. Rejects where the disk fails. */
  append(lines: readonly string[]): Promise<boolean> {
    return this.#inTurn(async () => {
      const text = lines.map((line) => `${line}\n`).join('')
      const bytes = Buffer.byteLength(text)
      if (this.#ownBytes + bytes > (this.#options.maxBytes ?? defaultMaxBytes)) return false
      await mkdir(this.#options.folder, { recursive: true })
      const file = await open(this.#path(this.#options.owner, this.#sequence), 'a')
      try {
        await file.appendFile(text)
        await file.sync()
      } finally {
        await file.close()
      }
      this.#ownBytes += bytes
      return true
    })
  }

  /**
   * Gives what is waiting to `apply`, oldest first, and forgets a file once all of it was taken. Stops (and rejects) when `apply`
   * rejects: the file stays and comes again, so `apply` must bear repetition. A line cut short by a crash is left out. The files of
   * another process are touched only when `isDead` says so. The number of lines applied.
   */
  replay(apply: (lines: unknown[]) => Promise<void>, isDead: (owner: string) => boolean = () => false): Promise<number> {
    const replay = this.#replays.then(() => this.#replay(apply, isDead))
    this.#replays = replay.catch(() => {})
    return replay
  }

  async #replay(apply: (lines: unknown[]) => Promise<void>, isDead: (owner: string) => boolean): Promise<number> {
    // From here on new lines go to a new file.
    await this.#inTurn(async () => {
      this.#sequence += 1
    })
    let applied = 0
    for (const file of await this.#files()) {
      const isOwn = file.owner === this.#options.owner
      if (isOwn ? file.sequence >= this.#sequence : !isDead(file.owner)) continue
      const path = this.#path(file.owner, file.sequence)
      const found = await stat(path).catch(() => undefined)
      // Another process has adopted it in the meantime.
      if (found === undefined) continue
      applied += await applyFile(path, apply)
      await rm(path, { force: true })
      if (isOwn) this.#ownBytes = Math.max(0, this.#ownBytes - found.size)
    }
    return applied
  }

  async #files(): Promise<{ owner: string; sequence: number }[]> {
    const names = await readdir(this.#options.folder).catch(() => [])
    return names
      .map((name) => /^([a-z]+)\.([A-Za-z0-9-]+)\.(\d+)\.jsonl$/.exec(name))
      .filter((match) => match !== null && match[1] === this.#options.name)
      .map((match) => ({ owner: match?.[2] ?? '', sequence: Number(match?.[3]) }))
      .sort((left, right) => left.sequence - right.sequence)
  }

  #path(owner: string, sequence: number): string {
    return join(this.#options.folder, `${this.#options.name}.${owner}.${sequence}.jsonl`)
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#tail.then(work)
    this.#tail = result.catch(() => {})
    return result
  }
}

async function applyFile(path: string, apply: (lines: unknown[]) => Promise<void>): Promise<number> {
  let applied = 0
  let step: unknown[] = []
  const finishStep = async () => {
    if (step.length > 0) await apply(step)
    applied += step.length
    step = []
  }
  for await (const line of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })) {
    try {
      step.push(JSON.parse(line))
    } catch {
      continue
    }
    if (step.length === linesPerStep) await finishStep()
  }
  await finishStep()
  return applied
}
