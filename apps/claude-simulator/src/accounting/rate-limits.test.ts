import { expect, it } from 'vitest'
import { createRateLimiter } from './rate-limits.ts'

const limits = { requestsPerMinute: 2, inputTokensPerMinute: 100, outputTokensPerMinute: 50 }

it('refuses the request after the last one, says when to come back, and then admits it', () => {
  let now = 0
  const limiter = createRateLimiter(limits, () => now)
  expect(limiter.admit('m', 1).admitted).toBe(true)
  expect(limiter.admit('m', 1).admitted).toBe(true)
  expect(limiter.admit('m', 1)).toEqual({ admitted: false, retryAfterSeconds: 30, limit: '2 requests per minute' })
  expect(limiter.admit('other', 1).admitted).toBe(true)
  now = 30_000
  expect(limiter.admit('m', 1).admitted).toBe(true)
})

it('holds requests back after more output than the minute allows', () => {
  let now = 0
  const limiter = createRateLimiter(limits, () => now)
  limiter.book('m', 75)
  expect(limiter.admit('m', 1)).toMatchObject({ admitted: false, limit: '50 output tokens per minute' })
  now = 32_000
  expect(limiter.admit('m', 1).admitted).toBe(true)
})

it('shows what remains and when the buckets are full again', () => {
  const limiter = createRateLimiter(limits, () => 0)
  limiter.admit('m', 40)
  expect(limiter.headers('m')).toMatchObject({
    'anthropic-ratelimit-requests-limit': '2',
    'anthropic-ratelimit-requests-remaining': '1',
    'anthropic-ratelimit-requests-reset': '1970-01-01T00:00:30Z',
    'anthropic-ratelimit-input-tokens-remaining': '60',
    'anthropic-ratelimit-tokens-remaining': '110',
    'anthropic-ratelimit-output-tokens-remaining': '50',
  })
})
