import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseRetryAfter } from './retry-after.ts'

test('reads seconds and dates, and a date in the past as now', () => {
  expect(parseRetryAfter('3', 0)).toBe(3000)
  expect(parseRetryAfter(' 0.25 ', 0)).toBe(250)
  expect(parseRetryAfter('Thu, 01 Jan 1970 00:00:10 GMT', 4000)).toBe(6000)
  expect(parseRetryAfter('Thu, 01 Jan 1970 00:00:10 GMT', 60_000)).toBe(0)
})

test.each([undefined, null, '', 'soon', '-'])('%j says nothing', (header) => {
  expect(parseRetryAfter(header, 0)).toBeUndefined()
})

test('whatever a header says, the pause is at most a quarter of an hour', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.double().map(String), fc.nat().map(String), fc.date().map(String)), fc.nat(), (header, now) => {
      const pause = parseRetryAfter(header, now)
      if (pause !== undefined) expect(pause >= 0 && pause <= 900_000 && Number.isInteger(pause)).toBe(true)
    }),
  )
})
