import type { AnswerEvent, Consent } from '@inkling/contracts'
import { type BatchCall, callBatch } from './call-batch.ts'
import { CallError } from './decode-chunks.ts'
import type { TokenSource } from './token-source.ts'

export interface SuggestionRequest {
  /** camelCase, as in `coocook` */
  product: string
  /** camelCase, as in `chefRecommendation` */
  suggestion: string
  context: unknown
}

export interface StreamOptions<Item> {
  signal: AbortSignal
  /** Called in the server's order: one start, items by rising index, one end. Never after an abort. */
  onEvent: (event: AnswerEvent<Item>) => void
}

export interface Transport {
  /** Resolves after `answer-end` or an abort; rejects with a {@link TransportError}. */
  stream<Item>(request: SuggestionRequest, options: StreamOptions<Item>): Promise<void>
}

/** Made with the server's error code, or `offline` when no complete answer came back. */
export class TransportError extends Error {
  get code(): string {
    return this.message
  }
}

// A browser opens six HTTP/1.1 connections an origin: the host keeps at least four of them.
const maxConcurrentBatches = 2
// The batch URL names its procedures; ten names stay far below the 2,000 characters that every proxy passes on.
const maxCallsInBatch = 10
const knownEvents: readonly string[] = ['answer-start', 'item', 'answer-end'] satisfies AnswerEvent['type'][]
// The server's own deadline is shorter: whatever is silent for this long will not answer any more.
const silenceMilliseconds = 30_000

interface Call extends BatchCall {
  /** Resolves when the answer has been read to its end. */
  read: (answer: Promise<unknown>) => Promise<void>
  resolve: () => void
  reject: (error: TransportError) => void
}

/** `endpoint` is the server's origin, or '' for the page's own. Calls of one tick travel in one POST. */
export function createTransport(endpoint: string, tokens: TokenSource, consent: Consent = 'granted'): Transport {
  // Only where it says something: a header less is a simpler preflight.
  const consentHeaders: Record<string, string> = consent === 'none' ? { 'x-inkling-consent': consent } : {}
  const waiting: Call[] = []
  let runningBatches = 0
  let flushing = false

  const scheduleFlush = () => {
    if (flushing) return
    flushing = true
    setTimeout(flush)
  }

  const flush = () => {
    flushing = false
    while (waiting.length > 0 && runningBatches < maxConcurrentBatches) {
      const batch = waiting.splice(0, maxCallsInBatch).filter(({ signal }) => !signal.aborted)
      if (batch.length === 0) continue
      runningBatches++
      void send(batch).then(() => {
        runningBatches--
        if (waiting.length > 0) scheduleFlush()
      })
    }
  }

  const send = (batch: Call[]) => {
    const token = tokens.get()
    const answers = token.then((value) => callBatch(`${endpoint}/trpc`, { authorization: `Bearer ${value}`, ...consentHeaders }, batch))
    const settle = async ({ read, resolve, reject }: Call, index: number) => {
      try {
        await read(answers.then((all) => all[index]))
        resolve()
      } catch (cause) {
        const error = toTransportError(cause)
        if (refusesToken(error)) tokens.reject(await token)
        reject(error)
      }
    }
    return Promise.all(batch.map(settle))
  }

  const attempt = <Item>({ product, suggestion, context }: SuggestionRequest, options: StreamOptions<Item>) =>
    new Promise<void>((resolve, reject) => {
      if (options.signal.aborted) return resolve()
      // An abort of one call in a batch does not end its part of the stream, so nobody waits for it.
      options.signal.addEventListener('abort', () => resolve(), { once: true })
      const silence = new AbortController()
      const signal = AbortSignal.any([options.signal, silence.signal])
      let timer: ReturnType<typeof setTimeout> | undefined
      const listenOn = () => {
        clearTimeout(timer)
        timer = setTimeout(() => silence.abort(), silenceMilliseconds)
      }
      const follow = async (answer: Promise<unknown>) => {
        for await (const event of (await answer) as AsyncIterable<AnswerEvent<Item>>) {
          if (signal.aborted) return
          listenOn()
          // A later server may say more than this page understands.
          if (!knownEvents.includes(event.type)) continue
          options.onEvent(event)
          if (event.type === 'answer-end') return
        }
        throw new TransportError('offline')
      }
      const read = async (answer: Promise<unknown>) => {
        const silent = new Promise<never>((_, fall) => {
          signal.addEventListener('abort', () => fall(new TransportError('offline')), { once: true })
        })
        listenOn()
        await Promise.race([follow(answer), silent]).finally(() => clearTimeout(timer))
      }
      waiting.push({ path: `suggestStream.${product}.${suggestion}`, input: context, signal, read, resolve, reject })
      scheduleFlush()
    })

  return {
    async stream(request, options) {
      try {
        await attempt(request, options)
      } catch (cause) {
        // The token is renewed once; a second refusal is the host's fault.
        if (!refusesToken(cause)) throw cause
        await attempt(request, options)
      }
    },
  }
}

function refusesToken(cause: unknown): boolean {
  return cause instanceof TransportError && (cause.code === 'expired-token' || cause.code === 'invalid-token')
}

function toTransportError(cause: unknown): TransportError {
  if (cause instanceof TransportError) return cause
  const shape = cause instanceof CallError ? (cause.shape as { data?: { inkling?: { code?: unknown } } } | undefined) : undefined
  const code = shape?.data?.inkling?.code
  return new TransportError(typeof code === 'string' ? code : 'offline')
}
