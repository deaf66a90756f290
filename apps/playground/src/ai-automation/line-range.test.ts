import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineRange } from './line-range.ts'

test('a line begins behind the break before it and ends in front of its own', () => {
  expect(lineRange('ab\n\ncde', 1)).toEqual({ start: 0, end: 2 })
  expect(lineRange('ab\n\ncde', 2)).toEqual({ start: 3, end: 3 })
  expect(lineRange('ab\n\ncde', 3)).toEqual({ start: 4, end: 7 })
  expect(lineRange('ab', 2)).toBeUndefined()
  expect(lineRange('ab', 0)).toBeUndefined()
})

test('the ranges of all lines give the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '\n') }), (text) => {
      const parts = text.split('\n').map((_, index) => {
        const { start, end } = lineRange(text, index + 1) ?? { start: -1, end: -1 }
        return text.slice(start, end)
      })
      expect(parts.join('\n')).toBe(text)
    }),
  )
})
