import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPersonalData } from './find-personal-data.ts'
import { passesLuhn } from './personal-data/credit-card.ts'
import { isResidentNumber, passesResidentCheck } from './personal-data/kr-rrn.ts'
import { resolveOverlaps } from './personal-data/span.ts'

const pieces = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      '010-1234-5678',
      'a@example.com',
      '4111 1111 1111 1111',
      '900101-1234567',
      ' 비밀번호는 ',
      'hunter22!',
      '+82 ',
      'passport ',
      'M1234567',
      '1.2.3.4',
      '::',
      '@',
      '-',
      ' at ',
      ' dot com',
      'DE89 3704 0044 0532 0130 00',
      'Mr. Roe',
      '김민수님',
      '\u200b',
      '１２３',
    ),
  ),
  { maxLength: 12 },
)

describe('findPersonalData', () => {
  test('takes any string and answers with ordered spans inside it', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('')
        let last = 0
        for (const { start, end } of findPersonalData(text).spans) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          last = end
        }
      }),
    )
  })

  test('finds a value wherever Hangul or punctuation surrounds it', () => {
    const around = fc.constantFrom('', '은', '(', ')', '.', '"', '：', ' ', '입니다')
    const value = fc.constantFrom('010-2345-6789', '900101-1234567', '4111-1111-1111-1111')
    fc.assert(
      fc.property(around, value, around, (left, wanted, right) => {
        const found = findPersonalData(`${left}${wanted}${right}`).spans.map(({ start, end }) => [start, end])
        expect(found).toContainEqual([left.endsWith('(') && wanted.startsWith('010') ? 0 : left.length, left.length + wanted.length])
      }),
    )
  })

  test('finds a disguised value at its place in the original', () => {
    const disguise = fc.constantFrom(
      (value: string) => [...value].join('\u200b'),
      (value: string) => value.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
      (value: string) => value.replaceAll('-', '\u2013'),
    )
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('가', ' ', '\u200b', '!') }), disguise, (lead, hide) => {
        const hidden = hide('010-2345-6789')
        const text = `${lead} ${hidden} 끝`
        const from = lead.length + 1
        expect(findPersonalData(text).spans.some(({ start, end }) => start <= from && end >= from + hidden.length)).toBe(true)
      }),
    )
  })

  test('raises its confidence with the check digit, and does without it', () => {
    expect(findPersonalData('900101-1234568').spans).toMatchObject([{ type: 'KR_RRN', confidence: 'certain' }])
    expect(findPersonalData('900101-1234567').spans).toMatchObject([{ type: 'KR_RRN', confidence: 'likely' }])
  })

  test('takes everything behind a private key without an end', () => {
    const text = 'x -----BEGIN RSA PRIVATE KEY-----\nMIIE'
    expect(findPersonalData(text).spans).toEqual([{ start: 2, end: text.length, type: 'SECRET', confidence: 'certain' }])
    expect(findPersonalData(`${text}\n-----END RSA PRIVATE KEY----- y`).spans).toMatchObject([{ start: 2, end: text.length + 30 }])
  })

  test('finds webhooks and reads codes that a table of numbers hides as one number', () => {
    const webhook = `https://hooks.slack.com/services/${'T00/B00/'.padEnd(30, 'x')}`
    expect(findPersonalData(webhook).spans).toMatchObject([{ type: 'SECRET', start: 0, end: webhook.length }])
    expect(findPersonalData('12 34 '.repeat(30)).spans).toMatchObject([{ type: 'NUMBER', confidence: 'possible' }])
  })

  test('stays fast on texts that are made to be slow', () => {
    const length = 16_384
    for (const unit of ['1', '123-45-', '1.1.1.', 'a@', 'Aa ', 'password ', '+82 10 ', '\u0301', 'DE89 3704 ', '1:2:3:', 'a dot b at ']) {
      const text = unit.repeat(length / unit.length)
      const milliseconds = Array.from({ length: 4 }, () => {
        const before = performance.now()
        findPersonalData(text)
        return performance.now() - before
      })
      // Twenty times the target, for the best of four: the machine that runs the test may be busy. Quadratic time lies beyond it.
      expect(Math.min(...milliseconds), unit).toBeLessThan(200)
    }
  })
})

describe('checks', () => {
  test('Luhn accepts a valid number and no neighbour of it', () => {
    expect(passesLuhn('4111111111111111')).toBe(true)
    fc.assert(fc.property(fc.integer({ min: 1, max: 9 }), (more) => !passesLuhn(`411111111111111${(1 + more) % 10}`)))
  })

  test('a resident number needs a date of its century and a seventh digit from 1 to 8', () => {
    expect(isResidentNumber('0002291234567')).toBe(false)
    expect(isResidentNumber('0002293234567')).toBe(true)
    expect(isResidentNumber('9001019234567')).toBe(false)
    expect(isResidentNumber('9001321234567')).toBe(false)
    expect(isResidentNumber('123')).toBe(false)
    expect(passesResidentCheck('9001011234568')).toBe(true)
  })
})

describe('resolveOverlaps', () => {
  test('keeps what is left of the weaker span on both sides', () => {
    expect(
      resolveOverlaps([
        { start: 0, end: 20, type: 'ADDRESS', confidence: 'likely' },
        { start: 5, end: 9, type: 'PHONE', confidence: 'certain' },
        { start: 7, end: 12, type: 'PHONE', confidence: 'likely' },
        { start: 18, end: 25, type: 'SECRET', confidence: 'likely' },
        { start: 30, end: 31, type: 'SECRET', confidence: 'possible' },
      ]),
    ).toEqual([
      { start: 0, end: 5, type: 'ADDRESS', confidence: 'likely' },
      { start: 5, end: 12, type: 'PHONE', confidence: 'certain' },
      { start: 12, end: 18, type: 'ADDRESS', confidence: 'likely' },
      { start: 18, end: 25, type: 'SECRET', confidence: 'likely' },
      { start: 30, end: 31, type: 'SECRET', confidence: 'possible' },
    ])
  })

  test('covers all that any span covered', () => {
    const span = fc
      .record({
        start: fc.nat(30),
        length: fc.integer({ min: 1, max: 9 }),
        type: fc.constantFrom('EMAIL' as const, 'PHONE' as const, 'NUMBER' as const),
      })
      .map(({ start, length, type }) => ({ start, end: start + length, type, confidence: 'likely' as const }))
    fc.assert(
      fc.property(fc.array(span, { maxLength: 10 }), (spans) => {
        const resolved = resolveOverlaps(spans)
        for (let at = 0; at < 40; at++) {
          const covering = resolved.filter(({ start, end }) => start <= at && at < end).length
          expect(covering).toBe(spans.some(({ start, end }) => start <= at && at < end) ? 1 : 0)
        }
      }),
    )
  })
})
