import type { QuotaSettings, QuotaSubject, Quotas } from '@inkling/suggestions/ports'
import { describe, expect, test } from 'vitest'
import { createTestClock } from './suggestion-cache-contract.ts'

const minute = 60_000
const day = 24 * 60 * minute
const ann: QuotaSubject = { product: 'coocook', userKey: 'ann', kind: 'suggestion' }

/** What every `Quotas` does, whatever counts. */
export function describeQuotas(name: string, open: (settings: QuotaSettings, now: () => number) => Promise<Quotas>): void {
  describe(name, () => {
    const clock = createTestClock()
    const repeat = async (quotas: Quotas, times: number, subject = ann) => {
      for (let time = 0; time < times; time += 1) expect(await quotas.take(subject)).toEqual({ allowed: true })
    }

    test('lets a user have as many as the quota says, and tells when the next one is free', async () => {
      const quotas = await open({ user: [{ limit: 3, windowMs: minute }], product: [] }, clock.now)
      await repeat(quotas, 3)
      expect(await quotas.take(ann)).toEqual({ allowed: false, whose: 'user', retryAfterMs: 20_000 })
      clock.advance(19_999)
      expect(await quotas.take(ann)).toMatchObject({ allowed: false, retryAfterMs: 1 })
      clock.advance(1)
      await repeat(quotas, 1)
      expect(await quotas.take(ann)).toMatchObject({ allowed: false })
    })

    test('counts users, products and kinds apart', async () => {
      const quotas = await open({ user: [{ limit: 1, windowMs: minute }], product: [] }, clock.now)
      for (const subject of [
        ann,
        { ...ann, userKey: 'bob' },
        { ...ann, product: 'review' as const },
        { ...ann, kind: 'feedback' as const },
      ]) {
        await repeat(quotas, 1, subject)
        expect(await quotas.take(subject)).toMatchObject({ allowed: false, whose: 'user' })
      }
    })

    test('holds every one of several quotas, and a refusal takes nothing from any', async () => {
      const user = [
        { limit: 2, windowMs: minute },
        { limit: 3, windowMs: day },
      ]
      const quotas = await open({ user, product: [] }, clock.now)
      await repeat(quotas, 2)
      for (let time = 0; time < 5; time += 1) expect(await quotas.take(ann)).toMatchObject({ allowed: false, retryAfterMs: minute / 2 })
      clock.advance(minute)
      await repeat(quotas, 1)
      expect(await quotas.take(ann)).toMatchObject({ allowed: false, retryAfterMs: expect.closeTo(day / 3 - minute, -1) })
    })

    test('holds for a product as a whole; a user who is over the own one takes nothing from it', async () => {
      const quotas = await open({ user: [{ limit: 1, windowMs: minute }], product: [{ limit: 2, windowMs: minute }] }, clock.now)
      await repeat(quotas, 1)
      for (let time = 0; time < 5; time += 1) expect(await quotas.take(ann)).toMatchObject({ whose: 'user' })
      await repeat(quotas, 1, { ...ann, userKey: 'bob' })
      expect(await quotas.take({ ...ann, userKey: 'eve' })).toEqual({ allowed: false, whose: 'product', retryAfterMs: minute / 2 })
    })
  })
}
