import { guarded, matchesSomewhere } from '../search/guarded-expression.ts'
import type { SearchedText } from '../search/searched-text.ts'
import { asciiTable, hasRun } from './character-runs.ts'

// Enough for any instruction; what is longer is content.
const maxDecoded = 4096
const maxCandidates = 6
// "ignore all" is 16 characters in base64.
const base64 = /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{16,}={0,2}/g
const hexadecimal = /(?<![0-9A-Fa-f])(?:0x|\\x)?[0-9A-Fa-f]{2}[0-9A-Fa-f\s:,\\x]{28,}/g
// What both need: so many of their characters in a row.
const ofBase64 = asciiTable(/[A-Za-z0-9+/_-]/)
const leastBase64 = 16
const ofHexadecimal = asciiTable(/[0-9A-Fa-f\s:,\\x]/)
const leastHexadecimal = 30
const percent = guarded(/%[0-9A-Fa-f]{2}/)
const entity = /&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|lt|gt|amp|quot|nbsp|apos);/gi
const namedEntities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ', apos: "'" }
// Words of the rules as ROT13 and backwards writing show them.
const rot13Signs = guarded(/vtaber|vafgehpgvba|cebzcg|sbetrg|erirny|thvqryvar|cerivbhf|frperg|qvfertneq|bireevqr|flfgrz|erfgevpgvba/i)
const reversedSigns = guarded(
  /erongi|snoitcurtsni|tpmorp|tegrof|laever|senilediug|suoiverp|terces|dragersid|edirrevo|metsys|선시무|시지|트프롬프|칙규|하시무|고잊|를시지|드모/i,
)
const jamo = guarded(/[\u3131-\u3163]/)
const tagCharacters = /[\u{e0020}-\u{e007e}]{4,}/gu
const selectorBytes = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]{8,}/gu

/** Other readings of a text: what an encoding in it says. Bounded in number and length, so linear. */
export function decodeText(searched: SearchedText): string[] {
  const { text } = searched
  return [
    ...(hasRun(text, ofBase64, leastBase64) ? decodeBase64(text) : []),
    ...(hasRun(text, ofHexadecimal, leastHexadecimal) ? decodeHexadecimal(text) : []),
    ...(matchesSomewhere(searched, percent) ? [decodePercent(text)] : []),
    ...(text.includes('&') ? [decodeEntities(text)] : []),
    ...(matchesSomewhere(searched, rot13Signs) ? [rotate13(text)] : []),
    ...(matchesSomewhere(searched, reversedSigns) ? [[...text.slice(0, maxDecoded)].reverse().join('')] : []),
    ...(matchesSomewhere(searched, jamo) ? [composeJamo(text)] : []),
  ].filter((decoded) => decoded !== '' && decoded !== text)
}

/** Text in characters that nobody sees: tag characters, and bytes as variation selectors. Read before clean-up removes them. */
export function decodeInvisible(text: string): string[] {
  const hidden = Array.from(text.matchAll(tagCharacters), ([run]) =>
    String.fromCharCode(...[...run].slice(0, maxDecoded).map((tag) => tag.codePointAt(0)! - 0xe0000)),
  )
  for (const [run] of text.matchAll(selectorBytes)) {
    const bytes = [...run].slice(0, maxDecoded).map((selector) => {
      const point = selector.codePointAt(0)!
      return point >= 0xe0100 ? point - 0xe0100 + 16 : point - 0xfe00
    })
    hidden.push(readBytes(Uint8Array.from(bytes)))
  }
  return hidden.filter((decoded) => decoded !== '')
}

/** The bytes as text, or nothing where they are not writing: control characters or broken UTF-8. */
function readBytes(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes)
  const unreadable = text.replace(/[\P{C}\s]/gu, '').length + text.split('\ufffd').length - 1
  return unreadable * 20 > text.length ? '' : text
}

function decodeBase64(text: string): string[] {
  const found: string[] = []
  for (const [candidate] of text.matchAll(base64)) {
    if (found.length === maxCandidates) break
    found.push(readBytes(Buffer.from(candidate.slice(0, maxDecoded), 'base64')))
  }
  return found
}

function decodeHexadecimal(text: string): string[] {
  const found: string[] = []
  for (const [candidate] of text.matchAll(hexadecimal)) {
    if (found.length === maxCandidates) break
    found.push(readBytes(Buffer.from(candidate.replace(/0x|[^0-9A-Fa-f]/g, '').slice(0, maxDecoded), 'hex')))
  }
  return found
}

function decodePercent(text: string): string {
  return text
    .slice(0, maxDecoded * 3)
    .replace(/(?:%[0-9A-Fa-f]{2}){1,600}/g, (run) => readBytes(Buffer.from(run.replaceAll('%', ''), 'hex')) || run)
}

function decodeEntities(text: string): string {
  return text.replace(entity, (match) => {
    const body = match.slice(1, -1).toLowerCase()
    if (!body.startsWith('#')) return namedEntities[body] ?? match
    const point = body.startsWith('#x') ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1))
    return point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : match
  })
}

function rotate13(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const base = letter <= 'Z' ? 65 : 97
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base)
  })
}

const initials = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'
const finals = ['', ...'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ']
const syllable = /([ㄱ-ㅎ])([ㅏ-ㅣ])(?:([ㄱ-ㅎ])(?![ㅏ-ㅣ]))?/g

/** Syllables from single Jamo. */
function composeJamo(text: string): string {
  return text.replace(syllable, (match, initial: string, vowel: string, final: string | undefined) => {
    const lead = initials.indexOf(initial)
    const tail = finals.indexOf(final ?? '')
    if (lead === -1) return match
    const base = 0xac00 + (lead * 21 + (vowel.charCodeAt(0) - 0x314f)) * 28
    return tail === -1 ? `${String.fromCharCode(base)}${final}` : String.fromCharCode(base + tail)
  })
}
