import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOfLongestForm } from './longest-form.ts'

const forms = ['NFC', 'NFD', 'NFKC', 'NFKD'] as const

function maximumOverAllForms(text: string): number {
  return Math.max(Buffer.byteLength(text), ...forms.map((form) => Buffer.byteLength(text.normalize(form))))
}

describe('bytesOfLongestForm', () => {
  it('is the maximum over all five forms for every code point', () => {
    const wrong: string[] = []
    for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++) {
      const text = String.fromCodePoint(codePoint)
      if (bytesOfLongestForm(text) !== maximumOverAllForms(text)) wrong.push(codePoint.toString(16))
    }
    expect(wrong).toEqual([])
  })

  it('is the maximum over all five forms for strings of everything, lone surrogates included', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code)),
      fc.nat({ max: 0x6f }).map((code) => String.fromCharCode(0x300 + code)),
      fc.nat({ max: 0x2ba3 }).map((code) => String.fromCharCode(0xac00 + code)),
      fc.constantFrom('e', 'A', '\u212A', '\uFDFA', '\u1100', '\u1161', '\u11A8', '\u{1D15E}', '\u0344'),
    )
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 30 }), (units) => bytesOfLongestForm(units.join('')) === maximumOverAllForms(units.join(''))),
      { numRuns: 5_000 },
    )
  })
})
