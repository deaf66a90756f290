import { APIConnectionTimeoutError, APIError } from '@anthropic-ai/sdk'
import type { ModelOutcome } from '@inkling/suggestions/ports'
import type { MessageUsage } from './combine-usage.ts'
import { parseRetryAfter } from './retry-after.ts'
import { wasNeverSent } from './transport-failure.ts'

/** What is known of an attempt when it fails. */
export interface AttemptState {
  /** The request was given to `fetch`. */
  sent: boolean
  /** Headers of a successful answer have arrived. */
  answering: boolean
  aborted: boolean
  /** What `fetch` itself threw; the SDK hides the reason behind some of its own errors. */
  transportError?: unknown
  startUsage?: MessageUsage | undefined
}

type FailedOutcome = Exclude<ModelOutcome, { kind: 'complete' }>

/** How an attempt that threw is charged. A status decides first: it was received, whatever happened afterwards. */
export function classifyFailure(error: unknown, attempt: AttemptState, now: number): FailedOutcome {
  const seen = attempt.startUsage === undefined ? {} : { startUsage: attempt.startUsage }
  if (error instanceof APIError && typeof error.status === 'number') return classifyStatus(error, error.status, now)
  // Not handed to the network: a deadline that had passed already is no mistake of ours, an impossible request is.
  if (!attempt.sent) return { kind: 'rejected', cause: attempt.aborted ? 'connection-refused' : 'bad-request' }
  if (attempt.aborted) return { kind: 'unknown', cause: 'timeout', ...seen }
  if (attempt.answering) return { kind: 'unknown', cause: cameInBand(error) ? 'stream-error' : 'connection-reset', ...seen }
  if (wasNeverSent(attempt.transportError ?? error)) return { kind: 'rejected', cause: 'connection-refused' }
  return { kind: 'unknown', cause: error instanceof APIConnectionTimeoutError ? 'timeout' : 'connection-reset' }
}

/** An `error` event, or an event that is not JSON: the connection works, the answer does not. */
function cameInBand(error: unknown): boolean {
  return error instanceof APIError || error instanceof SyntaxError
}

function classifyStatus(error: APIError, status: number, now: number): FailedOutcome {
  if (status >= 500 && status !== 529) return { kind: 'unknown', cause: 'server-error', status }
  const retryAfterMs = parseRetryAfter(error.headers?.get('retry-after'), now)
  const pause = retryAfterMs === undefined ? {} : { retryAfterMs }
  switch (status) {
    case 401:
      return { kind: 'rejected', cause: 'authentication', status }
    case 402:
      return { kind: 'rejected', cause: 'billing', status }
    case 400:
      return { kind: 'rejected', cause: namesSpendLimit(error) ? 'spend-cap' : 'bad-request', status }
    case 429:
      // A limit that passes says when; the spend limit does not, and needs a person.
      if (retryAfterMs === undefined && namesSpendLimit(error)) return { kind: 'rejected', cause: 'spend-cap', status }
      return { kind: 'rejected', cause: 'rate-limited', status, ...pause }
    // Passing states of the far side (request came too slowly, conflict, too early), refused before any work.
    case 408:
    case 409:
    case 425:
    case 529:
      return { kind: 'rejected', cause: 'overloaded', status, ...pause }
    default:
      return { kind: 'rejected', cause: 'bad-request', status }
  }
}

/** By code, or for a workspace's own limit, which comes as 400 without one, by its message. */
function namesSpendLimit(error: APIError): boolean {
  if (error.errorCode) return error.errorCode.endsWith('spend_limit_reached')
  return error.status === 400 && /\b(usage|spend(ing)?) limits?\b/i.test(error.apiMessage ?? '')
}
