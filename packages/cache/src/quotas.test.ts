import type { QuotaSettings, QuotaSubject, Quotas } from '@inkling/suggestions/ports'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMemoryQuotas } from './memory-quotas.ts'
import { takeFromBucket } from './quota-bucket.ts'
import { createRedisQuotas } from './redis-quotas.ts'
import { createTestClock } from './testing/suggestion-cache-contract.ts'

const settings: QuotaSettings = { user: [{ limit: 2, windowMs: 60_000 }], product: [] }
const subject: QuotaSubject = { product: 'coocook', userKey: 'u1', kind: 'suggestion' }

test('no stretch of time sees more than the bucket and what flows into it meanwhile, and what was refused is allowed after its wait', () => {
  const steps = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 100, max: 20_000 }), steps, (limit, windowMs, pauses) => {
      const quota = { limit, windowMs }
      let [fullAt, now] = [0, 1_000_000]
      const allowedAt: number[] = []
      for (const pause of pauses) {
        now += pause
        const taken = takeFromBucket(fullAt, quota, now)
        if (taken.allowed) {
          fullAt = taken.fullAt
          allowedAt.push(now)
        } else {
          expect(takeFromBucket(fullAt, quota, now + taken.waitMs).allowed).toBe(true)
          expect(takeFromBucket(fullAt, quota, now + taken.waitMs - 0.6).allowed).toBe(false)
        }
      }
      for (const [first, from] of allowedAt.entries())
        for (const [last, to] of allowedAt.entries())
          if (last >= first) expect(last - first + 1).toBeLessThanOrEqual(limit + ((to - from) / windowMs) * limit + limit / windowMs)
    }),
    { numRuns: 60 },
  )
})

describe('a Redis that does not answer', () => {
  test('leaves each process its own count, and nobody waits for it a second time', async () => {
    const clock = createTestClock()
    let asked = 0
    const client = {
      eval: () => {
        asked += 1
        return Promise.reject(new Error('away'))
      },
      exists: () => Promise.reject(new Error('away')),
    }
    const quotas: Quotas = createRedisQuotas({ client, settings, now: clock.now })
    const taken = [await quotas.take(subject), await quotas.take(subject), await quotas.take(subject)]
    expect(taken.map(({ allowed }) => allowed)).toEqual([true, true, false])
    expect(asked).toBe(1)
  })
})

test('what is kept of many users stays within bounds', async () => {
  const quotas = createMemoryQuotas({ settings, now: () => 0 })
  for (let user = 0; user < 25_000; user += 1) await quotas.take({ ...subject, userKey: `user-${user}` })
  await quotas.take({ ...subject, userKey: 'user-24999' })
  expect(await quotas.take({ ...subject, userKey: 'user-24999' })).toMatchObject({ allowed: false })
  await quotas.take({ ...subject, userKey: 'user-0' })
  expect(await quotas.take({ ...subject, userKey: 'user-0' })).toEqual({ allowed: true })
})
