import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stableSerialise } from './stable-serialise.ts'

/** The same value with each object's keys written in the opposite order. */
function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, reverseKeys(part)]),
  )
}

test('the order of keys does not matter, at any depth', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => stableSerialise(value) === stableSerialise(reverseKeys(value))))
})

test('it is JSON of the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(stableSerialise(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('the order of a list matters, and a property that is undefined does not count', () => {
  expect(stableSerialise([1, 2])).not.toBe(stableSerialise([2, 1]))
  expect(stableSerialise({ a: 1, b: undefined })).toBe(stableSerialise({ a: 1 }))
  expect(stableSerialise(undefined)).toBe('null')
})
