import { guarded, matchesInLower } from '../search/guarded-expression.ts'
import type { Detector } from './detection-input.ts'
import type { PersonalDataSpan } from './span.ts'

const context = guarded(/passport|여권/g)
// One or two letters and six to nine digits, a letter at the end or in the middle (Korea since 2021), or digits alone.
const number = /(?<![A-Za-z0-9])(?:[A-Za-z]{1,2}\d{6,9}[A-Za-z]?|[A-Za-z]\d{3}[A-Za-z]\d{4}|\d{8,9})(?![A-Za-z0-9])/g
// "passport number, as it stands on the first page, is ..." and not the next sentence's number.
const reach = 48

/** Passport numbers have no form of their own: only what a passport word introduces is one. */
export const findPassportNumbers: Detector = (input) => {
  const { text } = input
  const spans: PersonalDataSpan[] = []
  let free = 0
  for (const match of matchesInLower(input, context)) {
    const from = Math.max(match.index, free)
    const nearby = text.slice(from, match.index + match[0].length + reach)
    const found = nearby.matchAll(number).next().value
    if (found === undefined) continue
    const start = from + found.index
    free = start + found[0].length
    spans.push({ start, end: free, type: 'PASSPORT', confidence: 'likely' })
  }
  return spans
}
