import { type HostStream, openHostStream } from './host-stream.ts'
import { checkPayload, type Payload, type PayloadOrigin, type PayloadSource, type PayloadStore, parsePayload } from './payload.ts'

export interface PayloadHostOptions {
  /** Origin (and path, if any) of the GrowthBook API or proxy, for example `https://growthbook.example.com`. */
  apiHost: string
  clientKey: string
  /** The last known payload, for a start during the host's outage. */
  store?: PayloadStore
  /** Milliseconds between two fetches where the host offers no stream; default 2,000. */
  pollingInterval?: number
  /** Milliseconds after which a fetch counts as failed; default 5,000. Bounds the start, too. */
  requestTimeout?: number
  /** One sentence that names the host or the store and the fault; once per fault, not once per attempt. */
  onProblem?: (problem: string) => void
  now?: () => number
}

// A stream can be dead without anybody noticing (a proxy's half-open connection): this is how late a change can be then.
const pollsPerStreamCheck = 15
// After failures attempts grow apart up to this, so that a host that comes back is seen within seconds and is not pressed.
const longestWait = 10_000
// The store has had the time of the fetch already.
const longestWaitForStore = 1000

/**
 * Flags from a GrowthBook host: streamed where the host offers it, else polled. Whatever happens to the host, the last valid payload stays
 * in use; at the start that is the stored one, else everything is off until the host answers. Resolves after the first attempt.
 *
 * The SDK's own fetching is not used: it waits up to five minutes after failures, has no time limit on a fetch, takes any JSON for a
 * payload, and keeps its state per process.
 */
export async function openPayloadHost(options: PayloadHostOptions): Promise<PayloadSource> {
  const host = new PayloadHost(options)
  await host.start()
  return host
}

class PayloadHost implements PayloadSource {
  readonly #apiHost: string
  readonly #clientKey: string
  readonly #store: PayloadStore | undefined
  readonly #pollingInterval: number
  readonly #requestTimeout: number
  readonly #onProblem: (problem: string) => void
  readonly #now: () => number
  readonly #closing = new AbortController()
  #payload: Payload | undefined
  #origin: PayloadOrigin = 'none'
  #text: string | undefined
  #lastSuccessAt: number | undefined
  #problem: string | undefined
  #failures = 0
  #fetching: Promise<void> | undefined
  #fetchAgain = false
  #timer: NodeJS.Timeout | undefined
  #stream: HostStream | undefined
  #streamOpen = false
  #saving: Promise<void> = Promise.resolve()
  #unsaved: Payload | undefined
  #storeProblem: string | undefined

  constructor(options: PayloadHostOptions) {
    this.#apiHost = options.apiHost.replace(/\/+$/, '')
    this.#clientKey = encodeURIComponent(options.clientKey)
    this.#store = options.store
    this.#pollingInterval = options.pollingInterval ?? 2000
    this.#requestTimeout = options.requestTimeout ?? 5000
    this.#onProblem = options.onProblem ?? (() => {})
    this.#now = options.now ?? Date.now
  }

  async start(): Promise<void> {
    const stored = this.#loadStored()
    await this.#fetch()
    // A store that is slow as well must not hold the start; its copy is taken whenever it comes, as long as the host has said nothing.
    if (this.#payload === undefined) await Promise.race([stored, pause(longestWaitForStore, this.#closing.signal)])
    this.#schedule()
  }

  payload(): Payload | undefined {
    return this.#payload
  }

  status() {
    return {
      origin: this.#origin,
      lastSuccessAt: this.#lastSuccessAt,
      stale: this.#payload !== undefined && (this.#problem !== undefined || this.#origin === 'stored'),
      problem: this.#problem,
    }
  }

  async close(): Promise<void> {
    this.#closing.abort()
    clearTimeout(this.#timer)
    this.#stream?.close()
    await this.#fetching
    await this.#saving
  }

  async #loadStored(): Promise<void> {
    try {
      const value = await this.#store?.load()
      if (value === undefined || this.#payload !== undefined || this.#closing.signal.aborted) return
      const checked = checkPayload(value)
      if (!checked.ok) throw new Error(checked.problem)
      this.#payload = checked.payload
      this.#origin = 'stored'
    } catch (error) {
      this.#reportStore(`The stored flag payload cannot be used: ${messageOf(error)}`)
    }
  }

  #schedule(): void {
    if (this.#closing.signal.aborted) return
    clearTimeout(this.#timer)
    const calm = this.#streamOpen ? this.#pollingInterval * pollsPerStreamCheck : this.#pollingInterval
    const wait =
      this.#failures === 0
        ? calm
        : Math.min(this.#pollingInterval * 2 ** (this.#failures - 1), Math.max(longestWait, this.#pollingInterval))
    // Up to a tenth earlier, so that replicas started together do not ask together.
    this.#timer = setTimeout(() => void this.#fetch().then(() => this.#schedule()), wait * (0.9 + Math.random() / 10)).unref()
  }

  /** One fetch at a time, so that an older answer cannot replace a newer one; a change during a fetch causes one more. */
  #fetch(): Promise<void> {
    if (this.#fetching) this.#fetchAgain = true
    else {
      this.#fetching = this.#fetchWhileChanging().finally(() => {
        this.#fetching = undefined
      })
    }
    return this.#fetching ?? Promise.resolve()
  }

  async #fetchWhileChanging(): Promise<void> {
    do {
      this.#fetchAgain = false
      await this.#fetchOnce()
    } while (this.#fetchAgain && !this.#closing.signal.aborted)
  }

  async #fetchOnce(): Promise<void> {
    const signal = AbortSignal.any([this.#closing.signal, AbortSignal.timeout(this.#requestTimeout)])
    try {
      const response = await fetch(`${this.#apiHost}/api/features/${this.#clientKey}`, { signal, headers: { accept: 'application/json' } })
      const text = await response.text()
      if (!response.ok) return this.#fail(`it answered with status ${response.status}`)
      if (this.#accept(text) && response.headers.get('x-sse-support') === 'enabled') this.#openStream()
    } catch (error) {
      this.#fail(faultOf(error, this.#requestTimeout))
    }
  }

  #openStream(): void {
    if (this.#stream || this.#closing.signal.aborted) return
    this.#stream = openHostStream({
      url: `${this.#apiHost}/sub/${this.#clientKey}`,
      onOpen: () => {
        this.#streamOpen = true
        // What changed between the last fetch and the opening of the stream was announced to nobody.
        void this.#fetch().then(() => this.#schedule())
      },
      onPayload: (text) => {
        // An answer under way may be older than this one; the fetch after it puts that right.
        if (this.#fetching) this.#fetchAgain = true
        this.#accept(text)
      },
      onChanged: () => void this.#fetch(),
      onLost: () => {
        // Polling takes over; the next successful poll opens a new stream.
        this.#stream = undefined
        this.#streamOpen = false
        this.#schedule()
      },
    })
  }

  #accept(text: string): boolean {
    if (this.#closing.signal.aborted) return false
    if (text !== this.#text) {
      const parsed = parsePayload(text)
      if (!parsed.ok) {
        this.#fail(`its payload cannot be used: ${parsed.problem}`)
        return false
      }
      this.#text = text
      this.#payload = parsed.payload
      this.#save(parsed.payload)
    }
    this.#origin = 'host'
    this.#lastSuccessAt = this.#now()
    this.#problem = undefined
    this.#failures = 0
    return true
  }

  #fail(fault: string): void {
    if (this.#closing.signal.aborted) return
    this.#failures += 1
    const problem = `The GrowthBook host ${originOf(this.#apiHost)} gives no flags: ${fault}.`
    if (problem === this.#problem) return
    this.#problem = problem
    this.#onProblem(problem)
  }

  /** The latest payload, one at a time: while one is being saved, only the newest of those that follow is kept. */
  #save(payload: Payload): void {
    const store = this.#store
    if (store === undefined) return
    const waiting = this.#unsaved !== undefined
    this.#unsaved = payload
    if (waiting) return
    this.#saving = this.#saving.then(async () => {
      const newest = this.#unsaved ?? payload
      this.#unsaved = undefined
      try {
        await store.save(newest)
        this.#storeProblem = undefined
      } catch (error) {
        this.#reportStore(`The flag payload cannot be stored: ${messageOf(error)}`)
      }
    })
  }

  #reportStore(problem: string): void {
    if (problem === this.#storeProblem) return
    this.#storeProblem = problem
    this.#onProblem(problem)
  }
}

function faultOf(error: unknown, requestTimeout: number): string {
  if (error instanceof Error && error.name === 'TimeoutError') return `it did not answer within ${requestTimeout} ms`
  const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined
  return `it cannot be reached (${typeof cause?.code === 'string' ? cause.code : 'connection failed'})`
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown fault'
}

/** Without user name, password and query, which a configured address may carry. */
function originOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : 'at its configured address'
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, milliseconds)
  signal.addEventListener('abort', () => resolve(), { once: true })
  return promise.finally(() => clearTimeout(timer))
}
