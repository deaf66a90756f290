import { followedBy, precededBy } from './context.ts'
import type { Detector } from './detection-input.ts'
import { type DigitGroup, type DigitRun, maxRunGroups } from './digit-runs.ts'
import type { PersonalDataSpan } from './span.ts'

// As many digits as the shortest phone numbers have.
const minDigits = 7
// Single digits with spaces between them are more often a list than a number.
const minSpacedDigits = 9

const amountBefore = /(?:[$€£₩¥]|usd|krw|eur|gbp|jpy)\s?$/
const amountAfter =
  /^[\d,.]{0,6}\s?(?:원|won|krw|usd|eur|달러|엔|유로|px|ms|bytes?|[kmg]b|views?|followers?|likes?|users?|명|개|회|건|만|억|%)/
const articleBefore = /(?:isbn|issn|ean|gtin|upc)(?:-1[03])?[\s:]{0,3}$/
const dateTime = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\d{4}|\d{6})?$/
// Seconds or milliseconds from 2001 on.
const epoch = /^1[0-9](?:\d{8}|\d{11})$/
const rounded = /0{5}$/
const date = /^(?:4 [12] [12]|[12] [12] [24]|4 2 2 2 2(?: 2)?|4 2)$/
const year = /^(?:19|20)\d{2}$/
const hexadecimalToken = /^[0-9a-f]{7,}$/i

/** Numbers of seven and more digits that no detector knows and no harmless pattern explains. */
export const findResidualNumbers: Detector = ({ text, lower, runs }) => {
  const spans: PersonalDataSpan[] = []
  const add = (start: number, end: number) => spans.push({ start, end, type: 'NUMBER', confidence: 'possible' })
  for (const run of runs) {
    const first = run.groups[0]!
    const last = run.groups.at(-1)!
    if (run.groups.length > maxRunGroups) {
      add(first.start, last.end)
      continue
    }
    if (run.groups.length > 1 && isOneNumber(run)) {
      if (!precededBy(lower, first.start, amountBefore) && !precededBy(lower, first.start, articleBefore)) add(first.start, last.end)
      continue
    }
    for (const part of hyphenatedParts(run)) {
      if (part.groups.length > 1 && isOneNumber(part)) {
        add(part.groups[0]!.start, part.groups.at(-1)!.end)
        continue
      }
      for (const [index, group] of part.groups.entries()) {
        const isDecimal = part.gaps[index - 1] === '.' || part.gaps[index] === '.'
        if (!isDecimal && !isHarmless(group, text, lower)) add(group.start, group.end)
      }
    }
  }
  return spans
}

function isHarmless({ start, end, digits, spaced }: DigitGroup, text: string, lower: string): boolean {
  if (digits.length < (spaced ? minSpacedDigits : minDigits)) return true
  if (dateTime.test(digits) || epoch.test(digits) || rounded.test(digits)) return true
  if (precededBy(lower, start, articleBefore) || precededBy(lower, start, amountBefore) || followedBy(lower, end, amountAfter)) return true
  return isPartOfHash(text, start, end)
}

// A hash has at least as many characters as a short commit id; identifiers of people are shorter or hold few letters.
function isPartOfHash(text: string, start: number, end: number): boolean {
  const left = /[0-9a-z_-]{0,64}$/i.exec(text.slice(Math.max(0, start - 64), start))![0]
  const right = /^[0-9a-z_-]{0,64}/i.exec(text.slice(end, end + 64))![0]
  const token = `${left}${text.slice(start, end)}${right}`
  const letters = token.replace(/[^a-z]/gi, '').length
  return (hexadecimalToken.test(token.replaceAll('-', '')) && letters >= 2 && token.length >= 16) || (letters >= 6 && token.length >= 20)
}

/** The run cut where anything but a hyphen, an underscore or a dot separates two groups. */
function hyphenatedParts(run: DigitRun): DigitRun[] {
  const parts: DigitRun[] = [{ groups: [run.groups[0]!], gaps: [] }]
  for (const [index, gap] of run.gaps.entries()) {
    const group = run.groups[index + 1]!
    const last = parts.at(-1)!
    if (gap === '-' || gap === '_' || gap === '.') {
      last.groups.push(group)
      last.gaps.push(gap)
    } else parts.push({ groups: [group], gaps: [] })
  }
  return parts
}

/** Groups that hang together: hyphens between at least three, or evenly spaced groups of three and more digits. */
function isOneNumber({ groups, gaps }: DigitRun): boolean {
  const digits = groups.reduce((sum, group) => sum + group.digits.length, 0)
  if (digits < minDigits || groups.length < 3) return false
  const shape = groups.map((group) => group.digits.length).join(' ')
  if (date.test(shape) || groups.every((group) => year.test(group.digits))) return false
  if (gaps.every((gap) => gap === '-' || gap === '_')) return true
  return gaps.every((gap) => gap === ' ' || gap === '-') && groups.every((group) => group.digits.length >= 3 && group.digits.length <= 5)
}
