import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loneWordAt, wordsAt } from './person-english.ts'

const behind = [
  '',
  ' ',
  ',',
  '.',
  "'",
  '’',
  '-',
  '_',
  '(',
  '@',
  ')',
  '1',
  'é',
  '가',
  '\n',
  ', ',
  ' van ',
  ' de ',
  ' a ',
  ' and ',
  ', Jr',
  ' Jr.',
  '  ',
]

test('a word that is told to stand alone is what the expression finds there', () => {
  const piece = fc.oneof(fc.constantFrom('Ana', 'Silva', 'McKay', 'O', 'x', 'A', '님', 'É', 'ana'), fc.constantFrom(...behind))
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), fc.array(piece, { maxLength: 6 }), (before, rest) => {
      const at = before.join('').length
      const text = `${before.join('')}Tom${rest.join('')}`
      const word = loneWordAt(text, at)
      if (word !== undefined && !/[\p{L}\p{N}@/_.#-]$/u.test(before.join(''))) expect(wordsAt(text, at)).toBe(word)
    }),
    { numRuns: 2_000 },
  )
})

test('most words of prose are told to stand alone', () => {
  for (const text of ['Tom cooks.', 'Tom, our chef', 'Tom', 'Tom!', 'Tom: yes', 'Tom\n']) expect(loneWordAt(text, 0)).toBe('Tom')
  for (const text of ['Tom Brown', 'Tom van Dyk', 'Tom-Ana', "Tom's", 'Tom, Jr', 'Tom_', 'Tom님'])
    expect(loneWordAt(text, 0)).toBeUndefined()
})
