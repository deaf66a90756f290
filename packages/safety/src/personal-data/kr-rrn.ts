import { namedOtherwise, precededBy } from './context.ts'
import type { Detector } from './detection-input.ts'
import { searchWindows, touchesWord } from './digit-runs.ts'
import type { PersonalDataSpan } from './span.ts'

const context = /(?:주민|외국인\s?등록|등록번호|rrn|resident)[^0-9\n]{0,16}$/
const weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]
const daysInMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Thirteen digits: date of birth, then 1-8 for sex, century and nationality. */
export function isResidentNumber(digits: string): boolean {
  if (digits.length !== 13) return false
  const century = digits[6]!
  if (century < '1' || century > '8') return false
  const month = Number(digits.slice(2, 4))
  const day = Number(digits.slice(4, 6))
  if (day < 1 || day > (daysInMonth[month - 1] ?? 0)) return false
  if (month !== 2 || day !== 29) return true
  const year = ('1256'.includes(century) ? 1900 : 2000) + Number(digits.slice(0, 2))
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** The check digit of numbers given out before October 2020; later ones end in a random digit. */
export function passesResidentCheck(digits: string): boolean {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return (11 - (sum % 11)) % 10 === Number(digits[12])
}

export const findResidentNumbers: Detector = ({ text, lower, runs }) => {
  const spans: PersonalDataSpan[] = []
  for (const run of runs) {
    searchWindows(run, 13, ({ start, end, digits, shape, spaced }) => {
      if (!spaced && shape !== '6 7' && shape !== '13') return false
      if (!isResidentNumber(digits) || touchesWord(text, start, end)) return false
      const named = precededBy(lower, start, context)
      // Korean goods carry thirteen digits too.
      if (!named && shape === '13' && namedOtherwise(lower, start)) return false
      const confirmed = named || passesResidentCheck(digits)
      spans.push({ start, end, type: 'KR_RRN', confidence: confirmed ? 'certain' : 'likely' })
      return true
    })
  }
  return spans
}
