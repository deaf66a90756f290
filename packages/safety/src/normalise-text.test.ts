import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { originalRange } from './mapped-text.ts'
import { cleanText, foldText } from './normalise-text.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(
      'a',
      '1',
      '\u200b',
      '\u0301',
      '\uff11',
      '\ufb01',
      '\u1100',
      '\u1161',
      '\u11a8',
      '\ud800',
      '\udc00',
      '한',
      'ㅋ',
      '👩',
      '\u200d',
      '\ufe0f',
      '\n',
    ),
  }),
)
const anyKind = fc.constantFrom('text' as const, 'code' as const)

describe('cleanText', () => {
  test('leads every character back to a part of the original that becomes it', () => {
    fc.assert(
      fc.property(anyText, anyKind, (given, kind) => {
        const cleaned = cleanText(given, kind)
        let last = 0
        for (let index = 0; index < cleaned.text.length; index++) {
          const { start, end } = originalRange(cleaned, index, index + 1)
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(given.length)
          // Half a surrogate pair is no text of its own.
          const isWhole = cleaned.text[index]!.isWellFormed() && given.slice(start, end).isWellFormed()
          if (isWhole && end - start > 1) expect(cleanText(given.slice(start, end), kind).text).toContain(cleaned.text[index])
          last = start
        }
      }),
    )
  })

  test('changes nothing more the second time', () => {
    fc.assert(
      fc.property(anyText, anyKind, (given, kind) => {
        const once = cleanText(given, kind).text
        expect(cleanText(once, kind).text).toBe(once)
      }),
    )
  })

  test('yields well-formed text without invisible characters', () => {
    fc.assert(
      fc.property(anyText, (given) => {
        const { text } = cleanText(given, 'code')
        expect(text.isWellFormed()).toBe(true)
        expect(text).not.toMatch(/[\u200b\u202e\u00ad\u{e0041}]/u)
      }),
    )
  })

  test('keeps plain ASCII as it is, without a map', () => {
    expect(cleanText('plain\ttext\r\n', 'text')).toEqual({ text: 'plain\ttext\r\n' })
  })

  test('keeps emoji together and Korean laughter readable', () => {
    expect(cleanText('👩\u200d👩\u200d👧 ❤\ufe0f ㅋㅋㅋ', 'text').text).toBe('👩\u200d👩\u200d👧 ❤\ufe0f ㅋㅋㅋ')
    expect(cleanText('a\u200db \u200d', 'text').text).toBe('ab ')
  })

  test('cuts off more than thirty marks on one character', () => {
    expect(cleanText(`x${'\u0337'.repeat(500)}y`, 'code').text).toHaveLength(32)
  })

  test('composes across what it removes', () => {
    expect(cleanText('e\u200b\u0301', 'text').text).toBe('é')
    expect(originalRange(cleanText('xe\u200b\u0301y', 'text'), 1, 2)).toEqual({ start: 1, end: 4 })
  })
})

describe('foldText', () => {
  test('reads look-alikes as ASCII without moving offsets', () => {
    expect(foldText('рауреl ٣–५').text).toBe('paypel 3-5')
  })
})
