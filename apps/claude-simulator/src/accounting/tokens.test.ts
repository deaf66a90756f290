import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countTokens, splitTokens } from './tokens.ts'

it('loses no character and never counts more tokens than bytes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const tokens = splitTokens(text)
      expect(tokens.join('')).toBe(text)
      expect(countTokens(text)).toBe(tokens.length)
      expect(tokens.length).toBeLessThanOrEqual(Buffer.byteLength(text))
    }),
  )
})

it('counts English words and Korean syllables about as a real tokenizer does', () => {
  expect(countTokens('The quick brown fox jumps')).toBe(5)
  expect(countTokens('안녕하세요')).toBe(3)
})
