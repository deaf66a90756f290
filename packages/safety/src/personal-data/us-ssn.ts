import { namedOtherwise, precededBy } from './context.ts'
import type { Detector } from './detection-input.ts'
import { searchWindows, touchesWord } from './digit-runs.ts'
import type { PersonalDataSpan } from './span.ts'

const context = /(?:ssn|social\s?security|사회\s?보장)[^0-9\n]{0,20}$/
// Areas 000, 666 and 900-999, group 00 and serial 0000 are never given out (Social Security Administration).
const issued = /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/

export const findSocialSecurityNumbers: Detector = ({ text, lower, runs }) => {
  const spans: PersonalDataSpan[] = []
  for (const run of runs) {
    searchWindows(run, 9, ({ start, end, digits, shape, gaps, spaced }) => {
      if (digits.length !== 9 || !issued.test(digits) || touchesWord(text, start, end)) return false
      const named = precededBy(lower, start, context)
      const hyphenated = shape === '3 2 4' && gaps.some((gap) => gap.includes('-'))
      if (!(named && (spaced || shape === '9' || shape === '3 2 4')) && !hyphenated) return false
      if (!named && namedOtherwise(lower, start)) return false
      spans.push({ start, end, type: 'US_SSN', confidence: named ? 'certain' : 'likely' })
      return true
    })
  }
  return spans
}
