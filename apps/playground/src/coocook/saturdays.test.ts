import { expect, test } from 'vitest'
import { saturdayFrom } from './saturdays.ts'

const monday = new Date(2026, 10, 23, 12)

test('the next Saturday is at least so many days away', () => {
  expect(saturdayFrom(monday, 0).getDate()).toBe(28)
  expect(saturdayFrom(monday, 5).getDate()).toBe(28)
  expect(saturdayFrom(monday, 6).getDate()).toBe(5)
})

test('negative days look back', () => {
  expect(saturdayFrom(monday, -9).getDate()).toBe(14)
  expect(saturdayFrom(monday, -9).getDay()).toBe(6)
})
