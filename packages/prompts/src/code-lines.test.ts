import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeLines, numberLines } from './code-lines.ts'

test('every kind of line end ends one line, and an empty last line counts', () => {
  expect(codeLines('a\nb\r\nc\rd\n')).toEqual(['a', 'b', 'c', 'd', ''])
  expect(codeLines('one')).toEqual(['one'])
})

test('each line stands behind its number', () => {
  expect(numberLines('const a = 1\n\nreturn a')).toBe('1| const a = 1\n2| \n3| return a')
})

test('numbering adds no line and takes none away', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '|', '1', '\n', '\r', '\r\n') }), (code) => {
      const numbered = numberLines(code).split('\n')
      expect(numbered.map((line) => line.replace(/^\d+\| /, ''))).toEqual(codeLines(code))
    }),
  )
})
