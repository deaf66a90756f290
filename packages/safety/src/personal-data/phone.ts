import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { guarded, matchesIn } from '../search/guarded-expression.ts'
import { followedBy, namedOtherwise, precededBy } from './context.ts'
import type { DetectionInput, Detector } from './detection-input.ts'
import { type DigitWindow, searchWindows, touchesWord } from './digit-runs.ts'
import type { Confidence, PersonalDataSpan } from './span.ts'

const before =
  /(?:phone|mobile|cell|tel|telephone|fax|desk|call(?:ing)?|dial|texting|whatsapp|reach (?:me|us|him|her)|contact|answering at|hotline|전화|연락|휴대폰|핸드폰|팩스|문자|통화|☎|📞|📱|h\.?p)[^0-9\n]{0,16}\n?[^0-9\n]{0,8}$/
const after =
  /^\)?\s{0,2}(?:x\d{1,6}\s{0,2})?(?:office|fax|mobile|cell|desk|home|work\b|로\s?전화|으로\s?전화|로\s?연락|으로\s?연락|로\s?문자|번으로)/
const extension = /^\s?(?:x|ext\.?|내선)\s?\d{1,6}(?![0-9a-z])/
const koreanMobile = /^01[016789]\d{7,8}$/
const koreanLandline = /^0(?:2|3[1-3]|4[1-4]|5[1-5]|6[1-4]|70|50\d)\d{7,8}$/
const koreanWithCountry = /^820?1[016789]\d{7,8}$/
const koreanService = /^1(?:5(?:22|44|66|77|88|99)|6(?:00|44|61|66|68|70|88)|8(?:00|11|33|55|66|77|99))\d{4}$/
// The library's answer costs some ten microseconds; a text with more numbers than this is judged by form alone.
const maxParses = 64

/** How sure the form alone makes us, without any word around it. */
function judgeForm({ digits, shape, gaps, spaced }: DigitWindow, text: string, start: number): Confidence | undefined {
  const grouped = shape.includes(' ')
  if (koreanMobile.test(digits) && (spaced || /^(?:1[01]|3 [34] 4|3 7|3 8|7 4)$/.test(shape))) return grouped ? 'certain' : 'likely'
  if (koreanWithCountry.test(digits)) return 'likely'
  if (koreanLandline.test(digits) && (spaced || /^[234] [34] 4$/.test(shape))) return 'likely'
  if (koreanService.test(digits) && shape === '4 4' && gaps[0] === '-' && !/^(?:1[5-9]|20)/.test(digits.slice(4))) return 'likely'
  const opened = text.charAt(start - 1) === '('
  if (shape === '3 3 4' && (opened || /^[2-9]/.test(digits)) && (opened || gaps.every((gap) => gap === gaps[0] || gap === '-')))
    return 'likely'
  if (/^(?:1 3 3 4|3 3 3 4|2 3 3 4)$/.test(shape) && /^(?:1|001|01)[2-9]/.test(digits)) return 'likely'
  if (/^00[1-9]/.test(digits) && grouped && digits.length >= 10 && digits.length <= 15) return 'likely'
  // A trunk zero, then at least two more groups: how most of Europe, Asia and Oceania write.
  const trunk = digits.startsWith('0') && digits.length >= 9 && digits.length <= 11
  if (trunk && /^[2-5](?: [2-8]){1,4}$/.test(shape) && !gaps.some((gap) => gap.includes('.') || gap.includes('/'))) return 'likely'
  return undefined
}

export const findPhoneNumbers: Detector = (input) => {
  const { text, runs } = input
  const spans: PersonalDataSpan[] = []
  let parses = 0
  for (const run of runs) {
    searchWindows(run, 7, (window) => {
      const start = extendLeft(text, window)
      const international = text.charAt(start) === '+'
      const tail = extension.exec(input.lower.slice(window.end, window.end + 12))
      const end = window.end + (tail?.[0].length ?? 0)
      if (touchesWord(text, start, end)) return false
      let confidence: Confidence | undefined
      if (international) {
        if (window.digits.length > 16 || run.groups.some((group) => group.spaced && group.digits.length > 16)) return false
        const known = parses++ < maxParses && parsePhoneNumberFromString(`+${window.digits}`)?.isPossible() === true
        confidence = known ? 'certain' : window.digits.length >= 9 || isNamed(input, start, end) ? 'likely' : undefined
      } else if (!namedOtherwise(input.lower, start)) {
        confidence = judgeForm(window, text, window.start) ?? judgeContext(input, window, start, end)
      }
      if (confidence === undefined) return false
      spans.push({ start, end, type: 'PHONE', confidence })
      return true
    })
  }
  return [...spans, ...findHangulNumbers(input)]
}

function isNamed({ lower }: DetectionInput, start: number, end: number): boolean {
  return precededBy(lower, start, before) || followedBy(lower, end, after)
}

function judgeContext(input: DetectionInput, window: DigitWindow, start: number, end: number): Confidence | undefined {
  if (window.digits.length > 15 || !isNamed(input, start, end)) return undefined
  // A date, a decimal number or a list of small numbers after "call" is no phone number.
  const isDate = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])[0-3]\d$/.test(window.digits) || /^(?:4 [12] [12]|[12] [12] 4)$/.test(window.shape)
  return isDate || (window.gaps.length === 1 && window.gaps[0] === '.') ? undefined : 'likely'
}

/** The start with `(`, `+` and `+(` in front of the digits. */
function extendLeft(text: string, window: DigitWindow): number {
  let start = window.start
  if (text.charAt(start - 1) === '(') start--
  return text.charAt(start - 1) === '+' ? start - 1 : start
}

const hangulDigits = '공일이삼사오육칠팔구'
const hangulNumber = guarded(/[공영][공영일이삼사오육륙칠팔구](?:[-. ]{0,3}[공영일이삼사오육륙칠팔구]){7,9}(?![공영일이삼사오육륙칠팔구])/g)

/** Korean phone numbers that are spelt out, digit by digit. */
function findHangulNumbers(input: DetectionInput): PersonalDataSpan[] {
  const spans: PersonalDataSpan[] = []
  for (const match of matchesIn(input, hangulNumber)) {
    const digits = [...match[0].replace(/[-. ]/g, '').replaceAll('영', '공').replaceAll('륙', '육')]
      .map((sign) => hangulDigits.indexOf(sign))
      .join('')
    if (!koreanMobile.test(digits) && !koreanLandline.test(digits)) continue
    spans.push({ start: match.index, end: match.index + match[0].length, type: 'PHONE', confidence: 'likely' })
  }
  return spans
}
