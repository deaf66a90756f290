import fc from 'fast-check'
import { expect, test } from 'vitest'
import { datesFrom, weekOf, weeksOf } from './dates.ts'

test('a week begins today if all its dates lie in it, else on the earliest of them', () => {
  expect(weekOf(['2026-11-30', '2026-11-27'], '2026-11-25')[0]).toBe('2026-11-25')
  expect(weekOf(['2026-12-01'], '2026-11-25').at(-1)).toBe('2026-12-01')
  expect(weekOf(['2026-12-02', '2026-11-27'], '2026-11-25')[0]).toBe('2026-11-27')
  expect(weekOf(['2026-11-24'], '2026-11-25')[0]).toBe('2026-11-24')
})

test('a month holds each of its days once, on its weekday, in at most six weeks', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }), (year, number) => {
      const month = `${year}-${String(number).padStart(2, '0')}`
      const weeks = weeksOf(month)
      expect(weeks.length).toBeLessThanOrEqual(6)
      expect(weeks.flat().filter(Boolean)).toEqual(datesFrom(`${month}-01`, new Date(Date.UTC(year, number, 0)).getUTCDate()))
      for (const week of weeks)
        week.forEach((date, weekday) => {
          if (date) expect(new Date(date).getUTCDay()).toBe(weekday)
        })
    }),
  )
})

test('what is no month has no weeks, and breaks nothing', () => {
  for (const month of ['', '2026-13', 'December', '2026-1', '2026-12-01']) expect(weeksOf(month)).toEqual([])
})
