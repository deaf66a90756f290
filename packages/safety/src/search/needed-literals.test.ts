import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyDigit, anyHangul, neededLiteralsOf } from './needed-literals.ts'
import { prepareSearch } from './searched-text.ts'
import { needsOf } from './text-outline.ts'

describe('the literals that an expression needs', () => {
  test.each([
    [/(?:ab|cd)[ef]g{2}\d+x/, [[anyDigit], ['abegg', 'abfgg', 'cdegg', 'cdfgg'], ['x']]],
    [/(?<![a-z])(?:passwords?|pw)(?![a-z])|비밀번호/g, [['password', 'pw', '비밀번호']]],
    [/(?:x|y)?ZZ/i, [['zz']]],
    [/(?:инструкци|k)/i, []],
    [/k/iu, []],
    [/a*b?[^c]\w\p{Lu}\s./u, []],
    [/a{2,}[가-힣]{2}/, [['aa'], [anyHangul]]],
    [/(?<=:\/\/)x(?=@[A-Z])(?!no)/, [['x'], ['://'], ['@']]],
    [/\u00e4\.\n\{\u{1f600}?/u, [['ä.\n{']]],
    [/a(?:b|c?)d|e.f/, [['abd', 'acd', 'ad', 'e']]],
  ])('of %s are known', (expression, needs) => {
    expect(neededLiteralsOf(expression).map((group) => group.sort())).toEqual(needs)
  })
})

describe('the outline of a text', () => {
  const pieces = ['ab', 'cd', 'AB', 'e', 'gg', '7', ' ', 'İ', 'K', '가', '로', 'password', '://', '@', '\ud800', '\ue000', '😀']
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''))

  test('holds every piece of its text, as written and in lower case', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 1, max: 6 }), (given, at, length) => {
        const { lower, outline } = prepareSearch(given)
        const literally = (piece: string) => new RegExp(piece.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
        const from = at % Math.max(1, given.length)
        expect(outline.mayHold(needsOf(literally(given.slice(from, from + length))))).toBe(true)
        expect(outline.mayHold(needsOf(literally(lower.slice(from, from + length))))).toBe(true)
      }),
    )
  })

  test.each([/abc?d/i, /(?:ab|cd)+gg/, /가.?로|\d\s/, /(?<=password )@|:\/\/./, /e(?:ab|7){2}/i, /\u{1f600}|가로/u])(
    'never hides a match of %s',
    (expression) => {
      fc.assert(
        fc.property(text, (given) => {
          if (expression.test(given)) expect(prepareSearch(given).outline.mayHold(needsOf(expression))).toBe(true)
        }),
        { numRuns: 500 },
      )
    },
  )

  test('tells that a word is not there, also in a long text', () => {
    const long = 'We had four guests, and the soup was good. 맛있게 먹었습니다 '.repeat(400)
    expect(prepareSearch(long).outline.mayHold(needsOf(/ignore (?:all|the) previous/))).toBe(false)
    expect(prepareSearch(long).outline.mayHold(needsOf(/\d/))).toBe(false)
    expect(prepareSearch(long).outline.mayHold(needsOf(/무시/))).toBe(false)
    expect(prepareSearch(long).outline.mayHold(needsOf(/soup.*guests?/))).toBe(true)
  })
})
