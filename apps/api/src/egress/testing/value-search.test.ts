import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchFor } from './value-search.ts'

test('of any values those are found that a text holds, as they are or as JSON writes them', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '"', '김', '\n'), minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(
      fc.array(word),
      fc.string({ unit: fc.constantFrom('a', 'b', '"', '\\', 'n', '김', '\n'), maxLength: 40 }),
      (values, text) => {
        const held = values.filter((value) => text.includes(value) || text.includes(JSON.stringify(value).slice(1, -1)))
        expect(searchFor(values)(text)).toEqual(new Set(held))
      },
    ),
    { numRuns: 2_000 },
  )
})

test('a value is found at the very beginning and the very end', () => {
  expect(searchFor(['abc', 'xyz', 'no'])('abc-xyz')).toEqual(new Set(['abc', 'xyz']))
})
