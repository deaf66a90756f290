import { guarded, matchesIn } from '../search/guarded-expression.ts'
import { namedOtherwise, precededBy } from './context.ts'
import type { Detector } from './detection-input.ts'
import { searchWindows, touchesWord } from './digit-runs.ts'
import type { PersonalDataSpan } from './span.ts'

// Issuer ranges (ISO/IEC 7812) of the networks in use, and the domestic Korean range 9; lengths by network.
const issuers =
  /^(?:4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d{2}|7[01]\d|720)\d{12}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11}|35\d{14}|6(?:011|4[4-9]\d|5\d{2})\d{12,15}|62\d{14,17}|(?:50|5[6-9]|6[0137-9])\d{10,17}|9\d{15})$/
const shapes = new Set(['4 4 4 4', '4 6 5', '4 6 4', '4 4 4 4 3', '4 4 5', '4 4 4 1', '4 4 4'])
const context = /(?:card|credit|debit|visa|master|amex|\bcc\b|카드)[^0-9\n]{0,24}$/

// "4532********7890": what receipts print still tells issuer and person.
const masked = guarded(/(?<![\d*•])[2-6]\d{3,5}[*•xX]{4,12}\d{4}(?!\d)/g)

/** Luhn's check over decimal digits (ISO/IEC 7812-1, annex B). */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48
    const doubled = digit * 2
    sum += index % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

export const findCreditCards: Detector = (input) => {
  const { text, lower, runs } = input
  const spans: PersonalDataSpan[] = []
  for (const run of runs) {
    searchWindows(run, 12, ({ start, end, digits, shape, spaced }) => {
      if (!spaced && shape.includes(' ') && !shapes.has(shape)) return false
      if (!issuers.test(digits) || !passesLuhn(digits) || touchesWord(text, start, end)) return false
      const named = precededBy(lower, start, context)
      // Maestro's ranges and lengths are so wide that a random number falls into them.
      const loose = digits.length < 14 || /^(?:50|5[6-9]|6[0137-9])/.test(digits)
      if (!named && (loose ? !digits.startsWith('6011') : namedOtherwise(lower, start))) return false
      spans.push({ start, end, type: 'CREDIT_CARD', confidence: named || shape.includes(' ') ? 'certain' : 'likely' })
      return true
    })
  }
  for (const { 0: whole, index } of matchesIn(input, masked)) {
    spans.push({ start: index, end: index + whole.length, type: 'CREDIT_CARD', confidence: 'likely' })
  }
  return spans
}
