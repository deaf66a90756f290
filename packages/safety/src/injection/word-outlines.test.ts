import fc from 'fast-check'
import { expect, test } from 'vitest'
import { WordOutlines } from './word-outlines.ts'

test('every word of the list is held wherever it stands, and words of another form are not', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'z', "'", '7'), minLength: 1, maxLength: 31 })
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), fc.string(), (words, before) => {
      const outlines = new WordOutlines(words)
      for (const one of words) expect(outlines.mayHold(`${before}${one} x`, before.length, before.length + one.length)).toBe(true)
    }),
  )
  const outlines = new WordOutlines(['ignore'])
  expect(['ignore', 'ignroe'].map((one) => outlines.mayHold(one, 0, one.length))).toEqual([true, true])
  expect(['ignores', 'ignor', 'bgnore', 'ignorb', 'i'.repeat(40)].map((one) => outlines.mayHold(one, 0, one.length))).not.toContain(true)
})
