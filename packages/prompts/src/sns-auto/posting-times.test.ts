import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleTimeZones } from '../testing/arbitrary-context.ts'
import { audiences } from './audiences.ts'
import { platforms } from './platforms.ts'
import { postingTimes } from './posting-times.ts'

const { example } = postingTimes
const now = new Date('2026-11-25T15:40:00Z')
const good = {
  date: '2026-11-27',
  time: '12:15',
  reasoning: 'A lunch break with time to scroll.',
  hashtags: ['#a', '#b', '#c'],
  confidence: 0.6,
}
const check = (change: Partial<typeof good>, context: Partial<typeof example> = {}) =>
  postingTimes.checkItem!({ ...good, ...change }, { ...example, ...context }, now)

test('without a model the times are those of the platform, in every zone, at every hour, around every change of the clock', () => {
  const hours: Partial<Record<(typeof platforms)[number], [string, string]>> = {
    instagram: ['11:00', '13:00'],
    tiktok: ['18:00', '22:00'],
    youtube: ['20:00', '22:00'],
  }
  const moments = fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2028, 0, 1) / 60_000 })
  fc.assert(
    fc.property(
      moments,
      fc.constantFrom(...sampleTimeZones),
      fc.constantFrom(...platforms),
      fc.constantFrom(...audiences),
      (minute, timeZone, platform, audience) => {
        const asked = new Date(minute * 60_000)
        const context = { ...example, platform, audience, timeZone }
        const items = postingTimes.template(context, 'en', asked)
        expect(items).toHaveLength(5)
        for (const item of items) {
          expect(postingTimes.checkItem!(item, context, asked)).toBeUndefined()
          const [from, to] = hours[platform] ?? ['00:00', '23:59']
          expect(item.time >= from && item.time <= to).toBe(true)
        }
        expect(new Set(items.map(({ date }) => date)).size).toBe(5)
      },
    ),
    { numRuns: 400 },
  )
})

test('the prompt is told the days of the coming week, the usual hours and the customs', () => {
  const facts = postingTimes.facts!(example, now)
  expect(facts).toMatchObject({ usualHours: { from: '11:00', to: '13:00' }, hashtags: { minimum: 3, maximum: 5 } })
  expect(facts.days).toHaveLength(7)
  // It is 0:40 on Thursday in Seoul.
  expect(facts.days).toEqual(expect.arrayContaining([{ date: '2026-11-26', weekday: 'Thursday', from: '04:00' }]))
})

test('a time of the model must lie in the coming week, and its hashtags must suit the platform', () => {
  expect(check({})).toBeUndefined()
  expect(check({ date: '2026-11-26', time: '00:30' })).toMatch(/is over/)
  expect(check({ date: '2026-12-03' })).toMatch(/after the coming week/)
  expect(check({}, { platform: 'threads' })).toMatch(/3 hashtags; threads is best served with 1/)
  expect(check({ hashtags: ['#Soup', '#soup', '#bread'] })).toBe('#soup is there twice')
})

test('weekends come late for people at work and first for hobbies', () => {
  const firstDay = (audience: (typeof audiences)[number]) =>
    new Date(postingTimes.template({ ...example, audience }, 'en', now)[0]!.date).getUTCDay()
  expect(firstDay('hobbyists')).toBe(6)
  expect(firstDay('professionals')).toBe(2)
})
