import { getCountrySpecifications, isValidIBAN } from 'ibantools'
import { guarded, matchesIn } from '../search/guarded-expression.ts'
import { precededBy } from './context.ts'
import type { Detector } from './detection-input.ts'
import type { PersonalDataSpan } from './span.ts'

const lengths = new Map(Object.entries(getCountrySpecifications()).flatMap(([country, { chars }]) => (chars ? [[country, chars]] : [])))
const candidate = guarded(/(?<![A-Za-z0-9])[A-Za-z]{2}[0-9]{2}(?=[ -]?[A-Za-z0-9])/g)
const context = /(?:iban|account|계좌|이반)[^0-9\n]{0,20}$/
const character = /[A-Za-z0-9]/
// The longest is Malta's 31; the standard allows 34.
const maxLength = 34
const minLength = 15

/** Reads letters and digits with single spaces or hyphens between them. `end` lies behind the last one. */
function readCharacters(text: string, from: number, limit: number): { value: string; end: number } {
  let value = ''
  let end = from
  for (let at = from; at < text.length && value.length < limit; at++) {
    const next = text.charAt(at)
    if (character.test(next)) {
      value += next
      end = at + 1
    } else if ((next !== ' ' && next !== '-') || end !== at) break
  }
  return { value: value.toUpperCase(), end }
}

/** The check of ISO 13616: the first four characters moved to the end, letters as 10-35, the remainder by 97 is 1. */
function passesMod97(value: string): boolean {
  let remainder = 0
  for (const sign of value.slice(4) + value.slice(0, 4)) {
    const number = Number.parseInt(sign, 36)
    remainder = (remainder * (number > 9 ? 100 : 10) + number) % 97
  }
  return remainder === 1
}

export const findIbans: Detector = (input) => {
  const { text, lower } = input
  const spans: PersonalDataSpan[] = []
  for (const match of matchesIn(input, candidate)) {
    const country = match[0].slice(0, 2).toUpperCase()
    const length = lengths.get(country)
    if (length !== undefined) {
      const { value, end } = readCharacters(text, match.index, length)
      if (value.length === length && !character.test(text.charAt(end)) && passesMod97(value)) {
        // The library also knows national check digits; a number that fails them alone is still most likely an account.
        spans.push({ start: match.index, end, type: 'IBAN', confidence: isValidIBAN(value) ? 'certain' : 'likely' })
        continue
      }
    }
    if (!precededBy(lower, match.index, context)) continue
    // Introduced as one: mistyped, cut short, or of a country without IBANs; still somebody's account. Words end it.
    const { value, end } = readCharacters(text, match.index, maxLength)
    const stop = value.length >= minLength ? endOfGroups(text, match.index, end) : match.index
    if (stop - match.index >= minLength) spans.push({ start: match.index, end: stop, type: 'IBAN', confidence: 'likely' })
  }
  return spans
}

/** The end of the groups that hold a digit, so that words behind the number are not part of it. */
function endOfGroups(text: string, start: number, end: number): number {
  let stop = start
  for (const group of text.slice(start, end).matchAll(/[A-Za-z0-9]+/g)) {
    if (!/\d/.test(group[0])) break
    stop = start + group.index + group[0].length
  }
  return stop
}
