import { Anthropic, APIError, type Middleware } from '@anthropic-ai/sdk'
import type { LanguageModel, ModelEvent, ModelOutcome, ModelRequest } from '@inkling/suggestions/ports'
import { type AnswerReader, createAnswerReader } from './answer-reader.ts'
import { type AttemptState, classifyFailure } from './classify-failure.ts'
import { messageParameters } from './message-parameters.ts'
import { settingsOfModel } from './model-settings.ts'

export type AnthropicProbe = { reachable: true; milliseconds: number } | { reachable: false; milliseconds: number; problem: string }

export interface AnthropicLanguageModel extends LanguageModel {
  /** For readiness: lists models, which is never billed. Never rejects; answers within `timeoutMs` (2,000). */
  probe(timeoutMs?: number): Promise<AnthropicProbe>
}

// The end of the body follows `message_stop` at once; waiting for it lets the connection be used again, but not at any price.
const endOfBodyMs = 50
const defaultProbeTimeoutMs = 2000

/** Claude, or whatever answers like it at `baseURL`. `now`: milliseconds since 1970, to read dates in `retry-after`. */
export function createAnthropicLanguageModel({
  apiKey,
  baseURL,
  simulated,
  fetch,
  now = Date.now,
}: {
  apiKey: string
  baseURL: string
  simulated: boolean
  fetch?: typeof globalThis.fetch
  now?: () => number
}): AnthropicLanguageModel {
  const client = new Anthropic({
    apiKey,
    baseURL,
    // Each attempt has its own reservation; a hidden second one would be billed without any.
    maxRetries: 0,
    // The SDK would write events that it cannot parse, answers that is, to the console, and trace calls on its own.
    logLevel: 'off',
    openTelemetry: { traces: false, propagation: false },
    // A redirect would carry a user's data to another place.
    fetchOptions: { redirect: 'manual' },
    ...(fetch && { fetch }),
  })

  async function* ask(request: ModelRequest, signal: AbortSignal): AsyncGenerator<ModelEvent, void, undefined> {
    const settings = settingsOfModel(request.model)
    if (!settings) {
      yield { type: 'end', outcome: { kind: 'rejected', cause: 'bad-request' } }
      return
    }
    const reader = createAnswerReader()
    const attempt: AttemptState = { sent: false, answering: false, aborted: false }
    let requestId: string | null | undefined
    let outcome: ModelOutcome
    try {
      const call = client.messages.create(messageParameters(request, settings), { signal, middleware: [observeSending(attempt)] })
      const { data: events, request_id } = await call.withResponse()
      requestId = request_id
      attempt.answering = true
      for await (const event of untilMessageStop(events, reader)) {
        const text = reader.read(event)
        if (text) yield { type: 'text', text }
      }
      outcome = reader.complete ?? endedEarly(reader, signal)
    } catch (error) {
      if (error instanceof APIError) requestId ??= error.requestID
      attempt.aborted = signal.aborted
      attempt.startUsage = reader.startUsage
      outcome = reader.complete ?? classifyFailure(error, attempt, now())
    }
    yield { type: 'end', outcome, ...(requestId && { providerRequestId: requestId }) }
  }

  return {
    simulated,
    ask,
    async probe(timeoutMs = defaultProbeTimeoutMs) {
      const startedAt = performance.now()
      const problem = await client.models.list({ limit: 1 }, { signal: AbortSignal.timeout(timeoutMs) }).then(
        () => undefined,
        (error: unknown) => problemOf(error, timeoutMs),
      )
      const milliseconds = Math.round(performance.now() - startedAt)
      return problem === undefined ? { reachable: true, milliseconds } : { reachable: false, milliseconds, problem }
    },
  }
}

function observeSending(attempt: AttemptState): Middleware {
  return async (request, next) => {
    attempt.sent = true
    try {
      return await next(request)
    } catch (error) {
      attempt.transportError = error
      throw error
    }
  }
}

interface EventSource extends AsyncIterable<unknown> {
  controller: AbortController
}

/** The events up to the end of the body, for which it waits only briefly once the answer is complete. */
async function* untilMessageStop(events: EventSource, reader: AnswerReader): AsyncGenerator<unknown, void, undefined> {
  let timer: NodeJS.Timeout | undefined
  try {
    for await (const event of events) {
      yield event
      if (reader.complete) timer ??= setTimeout(() => events.controller.abort(), endOfBodyMs)
    }
  } finally {
    clearTimeout(timer)
  }
}

/** The SDK ends its loop without a word both when the signal is aborted and when `message_stop` never comes. */
function endedEarly({ startUsage }: AnswerReader, signal: AbortSignal): ModelOutcome {
  return { kind: 'unknown', cause: signal.aborted ? 'timeout' : 'cut-stream', ...(startUsage && { startUsage }) }
}

function problemOf(error: unknown, timeoutMs: number): string {
  if (error instanceof APIError && error.status !== undefined) return `answers with status ${error.status}`
  if (error instanceof Error && /abort|time/i.test(error.message)) return `no answer within ${timeoutMs} ms`
  return 'no connection'
}
