import { expect, test } from 'vitest'
import { weekdayFrom } from './weekday-from.ts'

const monday = new Date(2026, 10, 23, 12)

test('the next Saturday is at least so many days away', () => {
  expect(weekdayFrom('saturday', monday, 0).getDate()).toBe(28)
  expect(weekdayFrom('saturday', monday, 5).getDate()).toBe(28)
  expect(weekdayFrom('saturday', monday, 6).getDate()).toBe(5)
})

test('negative days look back', () => {
  expect(weekdayFrom('saturday', monday, -9).getDate()).toBe(14)
  expect(weekdayFrom('saturday', monday, -9).getDay()).toBe(6)
})

test('the day itself counts', () => {
  expect(weekdayFrom('monday', monday, 0).getDate()).toBe(23)
  expect(weekdayFrom('monday', monday, 1).getDate()).toBe(30)
})
