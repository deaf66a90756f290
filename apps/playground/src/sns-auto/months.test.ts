import { expect, test } from 'vitest'
import { monthAhead } from './months.ts'

test('months are counted over the end of a year and from the last day of a long month', () => {
  expect(monthAhead(new Date(2026, 10, 25), 0)).toBe('2026-11')
  expect(monthAhead(new Date(2026, 10, 25), 2)).toBe('2027-01')
  expect(monthAhead(new Date(2027, 0, 31), 1)).toBe('2027-02')
})
