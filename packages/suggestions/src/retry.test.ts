import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ModelOutcome } from './ports.ts'
import { maximumAttempts, retryDelay } from './retry.ts'

const overloaded: ModelOutcome = { kind: 'rejected', cause: 'overloaded', status: 529 }

test.each<[string, ModelOutcome]>([
  ['an answer, whatever it says', { kind: 'complete', usage: {}, stopReason: 'refusal', contentEmpty: true }],
  ['the deadline', { kind: 'unknown', cause: 'timeout' }],
  ['a mistake of ours', { kind: 'rejected', cause: 'bad-request', status: 400 }],
  ['a refused key', { kind: 'rejected', cause: 'authentication', status: 401 }],
  ['an unpaid bill', { kind: 'rejected', cause: 'billing', status: 402 }],
  ['a reached spend cap', { kind: 'rejected', cause: 'spend-cap', status: 429 }],
])('nothing is asked again after %s', (_, outcome) => {
  expect(retryDelay(outcome, 1, 0.5, 10_000)).toBeUndefined()
})

test('a delay is never shorter than what the provider asked for and never reaches the deadline', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.nat(5_000),
      fc.nat(10_000),
      (attempt, fraction, retryAfterMs, remaining) => {
        const delay = retryDelay({ kind: 'rejected', cause: 'rate-limited', retryAfterMs }, attempt, fraction, remaining)
        if (attempt >= maximumAttempts) expect(delay).toBeUndefined()
        if (delay === undefined) return
        expect(delay).toBeGreaterThanOrEqual(retryAfterMs)
        expect(delay).toBeLessThan(remaining)
      },
    ),
  )
})

test('the wait grows from attempt to attempt with full jitter', () => {
  expect(retryDelay(overloaded, 1, 0.5, 10_000)).toBe(125)
  expect(retryDelay(overloaded, 2, 0.5, 10_000)).toBe(250)
  expect(retryDelay(overloaded, 1, 0, 10_000)).toBe(0)
  expect(retryDelay({ kind: 'unknown', cause: 'connection-reset' }, 1, 0.5, 10_000)).toBe(125)
})
