import type { ModelOutcome } from './ports.ts'

// Two retries reach over a blip; more would spend the deadline on a service that is down, and each may be billed.
export const maximumAttempts = 3
const firstDelayMilliseconds = 250
const longestDelayMilliseconds = 2_000

/**
 * Milliseconds to wait before the next attempt, or `undefined` for none. Exponential backoff with full jitter
 * (`fraction` x min(cap, base x 2^(attempt-1))), never less than the provider's `retry-after`, never past the deadline.
 */
export function retryDelay(outcome: ModelOutcome, attempt: number, fraction: number, remainingMilliseconds: number): number | undefined {
  if (attempt >= maximumAttempts || !isWorthRepeating(outcome)) return undefined
  const backoff = Math.min(longestDelayMilliseconds, firstDelayMilliseconds * 2 ** (attempt - 1))
  const retryAfter = outcome.kind === 'rejected' ? (outcome.retryAfterMs ?? 0) : 0
  const delay = Math.max(retryAfter, fraction * backoff)
  return delay < remainingMilliseconds ? delay : undefined
}

function isWorthRepeating(outcome: ModelOutcome): boolean {
  if (outcome.kind === 'unknown') return outcome.cause !== 'timeout'
  return outcome.kind === 'rejected' && ['connection-refused', 'rate-limited', 'overloaded'].includes(outcome.cause)
}
