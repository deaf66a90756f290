import type { FeedbackEvent, FeedbackResult } from '@inkling/contracts'
import type { TokenSource } from './token-source.ts'

export interface FeedbackQueue {
  /** Keeps the event until the server has acknowledged its id, over reloads of the page too. */
  record(event: Omit<FeedbackEvent, 'id'>): void
  /** Sends what waits, one batch at a time. Never rejects. */
  flush(): Promise<void>
  /** For a page that is being left: hands one batch to the browser without waiting for anything. */
  flushNow(): void
  size(): number
}

export interface FeedbackQueueOptions {
  /** The server's origin, or '' for the page's own. */
  endpoint: string
  tokens: TokenSource
  /** Undefined where the browser forbids storage: events then live in memory. */
  storage?: Storage | undefined
}

// Browsers allow 64 KiB of keepalive bodies under way per page, shared with the host: two of ours take less than all of it.
const maxBatchBytes = 30_000
// The server's limit for one request.
const maxBatchEvents = 100
// A tab that was offline for a day: the oldest events go first, and storage stays below 200 kB.
const maxQueuedEvents = 500
// Gestures come in bursts: an accept and the impression before it share a request.
const collectMilliseconds = 1_000
const firstRetryMilliseconds = 2_000
const maxRetryMilliseconds = 5 * 60_000

export function createFeedbackQueue({ endpoint, tokens, storage }: FeedbackQueueOptions): FeedbackQueue {
  const prefix = `inkling.feedback ${endpoint} `
  // A name of its own: two versions of this code on one page must not overwrite each other's list.
  const name = prefix + randomUuid()
  let events: FeedbackEvent[] = adopt(storage, prefix)
  const inFlight = new Set<string>()
  let sending: Promise<void> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let notBefore = 0

  const save = () => {
    try {
      if (events.length > 0) storage?.setItem(name, JSON.stringify(events))
      else storage?.removeItem(name)
    } catch {
      // Storage is full or forbidden: memory still has the events.
    }
  }

  const schedule = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void queue.flush(), milliseconds)
  }

  const post = (batch: readonly FeedbackEvent[], token: string) =>
    fetch(`${endpoint}/api/v1/feedback`, {
      method: 'POST',
      keepalive: true,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ events: batch }),
    })

  /** The next batch that is not under way, kept out of other batches while `deliver` works on it. */
  const withBatch = async (deliver: (batch: readonly FeedbackEvent[]) => Promise<boolean>): Promise<boolean> => {
    const batch = takeBatch(events.filter(({ id }) => !inFlight.has(id)))
    for (const { id } of batch) inFlight.add(id)
    try {
      return await deliver(batch)
    } catch {
      return false
    } finally {
      for (const { id } of batch) inFlight.delete(id)
    }
  }

  const acknowledge = async (response: Response) => {
    const { accepted, rejected } = (await response.json()) as FeedbackResult
    return forget([...accepted, ...rejected.map(({ id }) => id)])
  }

  const forget = (ids: readonly string[]) => {
    const before = events.length
    events = events.filter(({ id }) => !ids.includes(id))
    save()
    return events.length < before
  }

  /** True when something left the queue. */
  const deliver = async (batch: readonly FeedbackEvent[]): Promise<boolean> => {
    let token = await tokens.get()
    let response = await post(batch, token)
    if (response.status === 401) {
      tokens.reject(token)
      token = await tokens.get()
      response = await post(batch, token)
    }
    if (response.ok) return acknowledge(response)
    // The server will never take this body; keeping it would hold up all that follows.
    if (response.status === 400 || response.status === 413) return forget(batch.map(({ id }) => id))
    const retryAfter = Number(response.headers.get('retry-after'))
    if (retryAfter > 0) notBefore = Date.now() + retryAfter * 1000
    return false
  }

  const drain = async () => {
    while (events.length > inFlight.size) {
      if (!(await withBatch(deliver))) {
        const wait = Math.min(maxRetryMilliseconds, firstRetryMilliseconds * 2 ** failures++)
        // Half of the wait is random, so that the tabs of a whole company do not come back together.
        notBefore = Math.max(notBefore, Date.now() + wait * (0.5 + Math.random() / 2))
        schedule(notBefore - Date.now())
        return
      }
      failures = 0
    }
  }

  const queue: FeedbackQueue = {
    record(event) {
      events = [...events, { id: randomUuid(), ...event }].slice(-maxQueuedEvents)
      save()
      if (!sending && Date.now() >= notBefore) schedule(collectMilliseconds)
    },
    flush() {
      clearTimeout(timer)
      sending ??= drain().finally(() => {
        sending = undefined
      })
      return sending
    },
    flushNow() {
      const token = tokens.peek()
      if (!token || events.length <= inFlight.size) return
      // Without an answer nothing is forgotten: what is sent twice is counted once by its id.
      void withBatch(async (batch) => {
        const response = await post(batch, token)
        return response.ok && acknowledge(response)
      })
    },
    size: () => events.length,
  }
  if (events.length > 0) {
    save()
    schedule(collectMilliseconds)
  }
  return queue
}

/** `crypto.randomUUID` exists on secure origins alone, and a host in development may have none. */
function randomUuid(): string {
  const digits = Array.from(crypto.getRandomValues(new Uint8Array(30)), (byte) => (byte & 15).toString(16)).join('')
  return digits.replace(/(.{8})(....)(...)(...)/, '$1-$2-4$3-a$4-')
}

/** Takes over what earlier pages of this tab could not deliver. */
function adopt(storage: Storage | undefined, prefix: string): FeedbackEvent[] {
  const found: FeedbackEvent[] = []
  try {
    for (const key of Object.keys(storage ?? {}).filter((key) => key.startsWith(prefix))) {
      const stored: unknown = JSON.parse(storage?.getItem(key) ?? '[]')
      if (Array.isArray(stored)) found.push(...stored)
      storage?.removeItem(key)
    }
  } catch {
    // Unreadable or forbidden storage holds nothing for us.
  }
  return found
}

function takeBatch(events: readonly FeedbackEvent[]): FeedbackEvent[] {
  const batch: FeedbackEvent[] = []
  let bytes = 20
  for (const event of events.slice(0, maxBatchEvents)) {
    // Ids, numbers and fixed words are ASCII, so a character is a byte; one more for the comma.
    bytes += JSON.stringify(event).length + 1
    if (bytes > maxBatchBytes && batch.length > 0) break
    batch.push(event)
  }
  return batch
}
