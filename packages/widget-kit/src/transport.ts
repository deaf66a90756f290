import type { AnswerEvent } from '@inkling/contracts'
import { httpBatchStreamLink, TRPCClientError } from '@trpc/client'
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
// The server's own deadline is shorter: whatever is silent for this long will not answer any more.
const silenceMilliseconds = 30_000

interface Call {
  start: () => Promise<void>
  signal: AbortSignal
  settle: () => void
}

/** The link notes here which token a call went out with. */
interface CallContext {
  token?: string
}

/** `endpoint` is the server's origin, or '' for the page's own. Calls of one tick travel in one POST. */
export function createTransport(endpoint: string, tokens: TokenSource): Transport {
  // The link without a client around it: a client's proxies, subscriptions and sharing would be an eighth of the widget.
  const link = httpBatchStreamLink({
    url: `${endpoint}/trpc`,
    methodOverride: 'POST',
    maxItems: maxCallsInBatch,
    headers: async ({ opList }) => {
      const token = await tokens.get()
      for (const operation of opList) operation.context.token = token
      return { authorization: `Bearer ${token}` }
    },
  })({})

  const query = (path: string, input: unknown, signal: AbortSignal, context: CallContext) =>
    new Promise<unknown>((resolve, reject) => {
      const op = { id: 0, type: 'query' as const, path, input, signal, context: context as Record<string, unknown> }
      // A link that sends is the last one: it never calls the next.
      link({ op, next: undefined as never }).subscribe({
        next: ({ result }) => resolve('data' in result ? result.data : undefined),
        error: reject,
      })
    })

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
      const batch = waiting.splice(0, maxCallsInBatch)
      runningBatches++
      const calls = batch.map((call) => (call.signal.aborted ? undefined : call.start().finally(call.settle)))
      void Promise.all(calls).then(() => {
        runningBatches--
        if (waiting.length > 0) scheduleFlush()
      })
    }
  }

  /** One place in a batch. Resolves or rejects as `start` does; an abort gives the place back at once. */
  const enqueue = (signal: AbortSignal, start: () => Promise<void>) =>
    new Promise<void>((resolve, reject) => {
      if (signal.aborted) return resolve()
      signal.addEventListener('abort', () => resolve(), { once: true })
      waiting.push({ signal, settle: resolve, start: () => start().catch(reject) })
      scheduleFlush()
    })

  const attempt = async <Item>(request: SuggestionRequest, options: StreamOptions<Item>, context: CallContext) => {
    const silence = new AbortController()
    const signal = AbortSignal.any([options.signal, silence.signal])
    let timer = setTimeout(() => silence.abort(), silenceMilliseconds)
    const stopped = new Promise<false>((resolve) => {
      signal.addEventListener('abort', () => resolve(false), { once: true })
    })
    /** True when the answer came to its end. */
    const consume = async () => {
      const path = `suggestStream.${request.product}.${request.suggestion}`
      const events = (await query(path, request.context, signal, context)) as AsyncIterable<AnswerEvent<Item>>
      for await (const event of events) {
        if (signal.aborted) break
        clearTimeout(timer)
        timer = setTimeout(() => silence.abort(), silenceMilliseconds)
        options.onEvent(event)
        if (event.type === 'answer-end') return true
      }
      return false
    }
    try {
      // An abort of one call in a batch does not end its part of the stream, so nobody waits for it.
      if (!(await Promise.race([consume(), stopped])) && !options.signal.aborted) throw new TransportError('offline')
    } catch (cause) {
      if (!options.signal.aborted) throw toTransportError(cause)
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    async stream(request, options) {
      const context: CallContext = {}
      try {
        await enqueue(options.signal, () => attempt(request, options, context))
      } catch (cause) {
        const refusedToken = cause instanceof TransportError && (cause.code === 'expired-token' || cause.code === 'invalid-token')
        if (!refusedToken || !context.token) throw cause
        tokens.reject(context.token)
        await enqueue(options.signal, () => attempt(request, options, {}))
      }
    },
  }
}

function toTransportError(cause: unknown): unknown {
  if (cause instanceof TransportError) return cause
  const body = cause instanceof TRPCClientError && isRecord(cause.data) ? cause.data.inkling : undefined
  return new TransportError(isRecord(body) && typeof body.code === 'string' ? body.code : 'offline')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
