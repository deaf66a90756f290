import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sampleTimeZones } from '../testing/arbitrary-context.ts'
import { datesFrom, instantOf, wallTimeAt } from './wall-time.ts'

const at = (date: string, time: string, timeZone: string) => instantOf({ date, time }, timeZone)?.toISOString().slice(0, 16)

function hoursOf(date: string, timeZone: string): number {
  const midnight = (day: string) => instantOf({ date: day, time: '00:00' }, timeZone) ?? instantOf({ date: day, time: '01:00' }, timeZone)!
  return (midnight(datesFrom(date, 2)[1]!).getTime() - midnight(date).getTime()) / 3_600_000
}

test.each([
  ['Europe/Berlin', '2027-03-28', 23],
  ['Europe/Berlin', '2026-10-25', 25],
  ['America/New_York', '2027-03-14', 23],
  ['America/New_York', '2026-11-01', 25],
  ['Australia/Sydney', '2026-10-04', 23],
  ['Australia/Sydney', '2027-04-04', 25],
  ['America/Santiago', '2026-09-06', 23],
  ['Pacific/Chatham', '2027-04-04', 25],
  ['Australia/Lord_Howe', '2026-10-04', 23.5],
  ['Australia/Lord_Howe', '2027-04-04', 24.5],
  ['Asia/Kolkata', '2026-10-25', 24],
])('in %s the day %s has %d hours', (timeZone, date, hours) => {
  expect(hoursOf(date, timeZone)).toBe(hours)
})

describe('a time on the clock of a zone', () => {
  test('is the instant at which that clock shows it, with half and quarter hours of offset', () => {
    expect(at('2026-11-25', '09:30', 'Asia/Seoul')).toBe('2026-11-25T00:30')
    expect(at('2026-11-25', '09:30', 'Asia/Kolkata')).toBe('2026-11-25T04:00')
    expect(at('2026-11-25', '09:30', 'Asia/Kathmandu')).toBe('2026-11-25T03:45')
    expect(at('2026-11-25', '09:30', 'America/St_Johns')).toBe('2026-11-25T13:00')
    expect(at('2026-11-25', '00:10', 'Pacific/Kiritimati')).toBe('2026-11-24T10:10')
  })

  test('does not exist where the clock is set forward over it', () => {
    expect(at('2027-03-28', '02:30', 'Europe/Berlin')).toBeUndefined()
    expect(at('2026-10-04', '02:30', 'Australia/Sydney')).toBeUndefined()
    expect(at('2026-10-04', '02:15', 'Australia/Lord_Howe')).toBeUndefined()
    expect(at('2026-10-04', '02:30', 'Australia/Lord_Howe')).toBe('2026-10-03T15:30')
    expect(at('2026-09-06', '00:30', 'America/Santiago')).toBeUndefined()
  })

  test('is the first of two where the clock is set back', () => {
    expect(at('2026-10-25', '02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30')
    expect(at('2027-04-04', '02:30', 'Australia/Sydney')).toBe('2027-04-03T15:30')
  })

  test('does not exist on a date that no calendar has', () => {
    for (const date of ['2026-02-30', '2026-13-01', '2026-00-10', '2025-02-29']) expect(at(date, '12:00', 'UTC')).toBeUndefined()
  })

  test('leads back to the same clock for every minute and zone', () => {
    const minutes = fc.integer({ min: Date.UTC(2024, 0, 1) / 60_000, max: Date.UTC(2035, 0, 1) / 60_000 })
    fc.assert(
      fc.property(minutes, fc.constantFrom(...sampleTimeZones), (minute, timeZone) => {
        const wall = wallTimeAt(new Date(minute * 60_000), timeZone)
        const instant = instantOf(wall, timeZone)!
        expect(wallTimeAt(instant, timeZone)).toEqual(wall)
        // Where a clock shows a time twice it is the earlier one, by the hour (or half hour) that it is set back.
        expect([0, 30, 60]).toContain(minute - instant.getTime() / 60_000)
      }),
      { numRuns: 1000 },
    )
  })
})
