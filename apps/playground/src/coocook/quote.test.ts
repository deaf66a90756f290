import { expect, test } from 'vitest'
import { quote } from './quote.ts'

test('the total is the meal and the fee', () => {
  expect(quote({ usdPerGuest: 64, guests: 6 })).toEqual({ mealCents: 38_400, feeCents: 2_688, totalCents: 41_088 })
})

test('every amount is whole cents, whatever the party', () => {
  for (let guests = 1; guests <= 60; guests++) {
    for (const usdPerGuest of [28, 33, 45, 58, 64, 128]) {
      const { mealCents, feeCents, totalCents } = quote({ usdPerGuest, guests })
      expect([mealCents, feeCents, totalCents].every(Number.isInteger)).toBe(true)
      expect(totalCents).toBe(mealCents + feeCents)
    }
  }
})
