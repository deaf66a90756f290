import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RememberedUsers } from './remembered-users.ts'

test('what was made once is given again', () => {
  const users = new RememberedUsers<object>()
  const made = users.get('a', () => ({}))
  expect(users.get('a', () => ({}))).toBe(made)
  expect(users.get('b', () => ({}))).not.toBe(made)
})

test('memory is bounded, and what is asked for again and again stays', () => {
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 40 }), fc.integer({ min: 1, max: 200 }), (capacity, count) => {
      const users = new RememberedUsers<object>(capacity)
      const often = users.get('often', () => ({}))
      for (let index = 0; index < count; index++) {
        users.get(`user ${index}`, () => ({}))
        expect(users.get('often', () => ({}))).toBe(often)
        expect(users.size).toBeLessThanOrEqual(capacity + 1)
      }
    }),
    { numRuns: 50 },
  )
})

test('a capacity that could hold nobody is a mistake', () => {
  expect(() => new RememberedUsers(1)).toThrow(RangeError)
})
