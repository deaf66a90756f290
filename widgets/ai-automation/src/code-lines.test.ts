import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeLines, reviewedPart } from './code-lines.ts'

test('a code that is too long is reviewed up to the last whole line', () => {
  expect(reviewedPart('let a\nlet b\nlet c', 12)).toBe('let a\nlet b')
  expect(reviewedPart('let a\rlet b', 8)).toBe('let a')
  expect(reviewedPart('one very long line', 8)).toBe('one very')
  expect(reviewedPart('short', 8)).toBe('short')
})

test('what is reviewed has the lines of the code from its start, each whole', () => {
  const code = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r\n', '\r'), minLength: 1 })
  fc.assert(
    fc.property(code, fc.integer({ min: 1, max: 40 }), (text, maximumLength) => {
      const part = reviewedPart(text, maximumLength)
      expect(part.length).toBeLessThanOrEqual(maximumLength)
      const all = codeLines(text)
      if (codeLines(part).length > 1) expect(all.slice(0, codeLines(part).length - 1)).toEqual(codeLines(part).slice(0, -1))
      expect(part).not.toBe('')
    }),
  )
})
