import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentStrategy } from './content-strategy.ts'
import { monthOf } from './month-plan.ts'

const { example } = contentStrategy
const now = new Date('2026-11-25T12:00:00Z')
const entry = {
  date: '2026-12-04',
  platform: 'instagram' as const,
  theme: 'Beginner guide',
  hook: 'Start with this before you buy anything',
}
const check = (change: Partial<typeof entry>) => contentStrategy.checkItem!({ ...entry, ...change }, example, now)
const plan = (month: string, at = now) => contentStrategy.template({ ...example, month }, 'en', at)

test('a month ends on its last day, leap years included', () => {
  expect(['2026-02', '2028-02', '2026-04', '2026-12'].map((month) => monthOf(month).last)).toEqual([
    '2026-02-28',
    '2028-02-29',
    '2026-04-30',
    '2026-12-31',
  ])
})

test('an entry lies within the month, on one of the platforms, with a hook of at most twelve words', () => {
  expect(check({})).toBeUndefined()
  expect(check({ date: '2026-11-30' })).toBe('2026-11-30 is not a day of 2026-12')
  expect(check({ date: '2026-12-32' })).toBe('2026-12-32 is not a day of 2026-12')
  expect(check({ hook: 'one two three four five six seven eight nine ten eleven twelve' })).toBeUndefined()
  expect(check({ hook: 'one two three four five six seven eight nine ten eleven twelve thirteen' })).toBe(
    'the hook has 13 words; at most 12',
  )
  expect(contentStrategy.checkItem!({ ...entry, platform: 'instagram' }, { ...example, platforms: ['x'] }, now)).toMatch(/not one of/)
})

test('without a model: eight to ten entries in the order of the calendar, twice a week, no idea twice, and a look back at the end', () => {
  const months = fc.tuple(fc.integer({ min: 2026, max: 2040 }), fc.integer({ min: 1, max: 12 }))
  fc.assert(
    fc.property(months, fc.constantFrom('en' as const, 'ko' as const), ([year, number], locale) => {
      const month = `${year}-${String(number).padStart(2, '0')}`
      const entries = contentStrategy.template({ ...example, month }, locale, now)
      const dates = entries.map(({ date }) => date)
      expect(dates).toEqual(dates.toSorted())
      expect(new Set(dates).size).toBe(dates.length)
      expect(new Set(entries.map(({ hook }) => hook)).size).toBe(entries.length)
      expect(dates.every((date) => [2, 5].includes(new Date(date).getUTCDay()))).toBe(true)
      expect(entries.at(-1)?.theme).toBe({ en: 'Month in review', ko: '한 달 돌아보기' }[locale])
    }),
  )
})

test('a month that has begun is planned from today on, while enough of it is left', () => {
  const at = (day: string) => new Date(`${day}T12:00:00Z`)
  const first = (day: string) => plan('2026-12', at(day))[0]!.date
  expect(first('2026-11-01')).toBe('2026-12-01')
  expect(first('2026-12-10') >= '2026-12-10').toBe(true)
  expect(plan('2026-12', at('2026-12-20'))).toHaveLength(8)
  expect(first('2026-12-20')).toBe('2026-12-20')
  expect(first('2026-12-25')).toBe('2026-12-01')
  expect(contentStrategy.facts!({ ...example, month: '2026-12' }, at('2026-12-10'))).toMatchObject({
    from: '2026-12-10',
    last: '2026-12-31',
  })
})

test('what the goals need takes turns with what every account can post, over all platforms', () => {
  const entries = plan('2026-12')
  expect(entries.slice(0, 4).map(({ theme }) => theme)).toEqual([
    'Introduce yourself',
    'Easy question',
    'Behind the scenes',
    'Start of a series',
  ])
  expect(entries.slice(0, 3).map(({ platform }) => platform)).toEqual(['instagram', 'tiktok', 'instagram'])
})
