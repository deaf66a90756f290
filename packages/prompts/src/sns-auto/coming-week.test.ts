import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleTimeZones } from '../testing/arbitrary-context.ts'
import { comingWeek, postingTimeProblem } from './coming-week.ts'
import { datesFrom, instantOf, wallTimeAt } from './wall-time.ts'

const hour = 3_600_000
const instants = fc
  .integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2028, 0, 1) / 60_000 })
  .map((minute) => new Date(minute * 60_000))
const zones = fc.constantFrom(...sampleTimeZones)

test('the week is today, as far as there is time, and the six days after it, everywhere and on every day', () => {
  fc.assert(
    fc.property(instants, zones, (now, timeZone) => {
      const days = comingWeek(now, timeZone)
      const today = wallTimeAt(now, timeZone).date
      expect(datesFrom(today, 7).slice(-days.length)).toEqual(days.map(({ date }) => date))
      expect(days.length).toBeGreaterThanOrEqual(6)
      expect(days.slice(1).every(({ from }) => from === '00:00')).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('the first moment leaves at least three hours, and never a whole day', () => {
  fc.assert(
    fc.property(instants, zones, (now, timeZone) => {
      const { date, from } = comingWeek(now, timeZone)[0]!
      const first = instantOf({ date, time: from }, timeZone)
      // Midnight is missing where the clock is set forward at midnight.
      if (first === undefined) return
      expect(first.getTime() - now.getTime()).toBeGreaterThanOrEqual(3 * hour)
      expect(first.getTime() - now.getTime()).toBeLessThan(8 * hour)
    }),
    { numRuns: 500 },
  )
})

test('people of one zone who ask within the same four hours get the same week', () => {
  const week = (time: string) => comingWeek(new Date(`2026-11-25T${time}:00Z`), 'UTC')
  expect(week('09:01')).toEqual(week('13:00'))
  expect(week('09:01')[0]).toEqual({ date: '2026-11-25', weekday: 'Wednesday', from: '16:00' })
  expect(week('13:01')[0]?.from).toBe('20:00')
})

test('late in the evening the week begins tomorrow and ends on the same day', () => {
  const days = comingWeek(new Date('2026-11-25T22:30:00Z'), 'UTC')
  expect([days[0]?.date, days.at(-1)?.date]).toEqual(['2026-11-26', '2026-12-01'])
})

test("today is that of the person's zone", () => {
  const now = new Date('2026-11-25T12:00:00Z')
  expect(comingWeek(now, 'Pacific/Kiritimati')[0]?.date).toBe('2026-11-26')
  expect(comingWeek(now, 'Pacific/Pago_Pago')[0]?.date).toBe('2026-11-25')
})

test('a time is refused before now, after the week, and where the clock skips it; the problem names it', () => {
  const now = new Date('2027-03-25T12:00:00Z')
  const problem = (date: string, time: string) => postingTimeProblem({ date, time }, now, 'Europe/Berlin')
  expect(problem('2027-03-25', '13:00')).toBe('2027-03-25 13:00 is over')
  expect(problem('2027-03-25', '13:01')).toBeUndefined()
  expect(problem('2027-03-31', '23:59')).toBeUndefined()
  expect(problem('2027-04-01', '00:00')).toBe('2027-04-01 is after the coming week, which ends on 2027-03-31')
  expect(problem('2027-03-28', '02:30')).toBe('Europe/Berlin has no 2027-03-28 02:30')
  expect(problem('2027-02-30', '12:00')).toBe('Europe/Berlin has no 2027-02-30 12:00')
})
