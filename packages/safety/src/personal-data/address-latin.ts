import { type GuardedExpression, guarded, matchesIn, matchesSomewhere, mayMatch } from '../search/guarded-expression.ts'
import type { SearchedText } from '../search/searched-text.ts'
import { hasWord, type SearchedWord, searchedWord } from '../search/searched-word.ts'
import { englishLandmark, englishStreet, lowerStreetEnd, postBox, streetEnd, streetInFront, unit } from './address-words.ts'

const word = String.raw`[\p{Lu}\d][\p{L}\d'’.-]{0,24}`
const small = '(?:de|du|des|del|della|delle|degli|dei|di|da|do|dos|das|la|le|les|el|of|the|van|der|den|y|e|und)'
const name = String.raw`${word}(?:(?: ${small}){0,2} ${word}){0,4}`
const house = String.raw`\d{1,5}[A-Za-z]?(?:[-/]\d{1,4}[A-Za-z]?)?`
const notBefore = String.raw`(?<![\p{L}\d.,$€£₩¥%/_-])`

interface Form {
  /** Words, endings or numbers without which the expression is not looked for: found faster. */
  needs: readonly GuardedExpression[]
  /** One of these has to be there, too. */
  words?: readonly SearchedWord[]
  whole: GuardedExpression
}

const form = (needs: string | readonly string[], source: string): Form => ({
  needs: [needs].flat().map((need) => guarded(new RegExp(need, 'u'))),
  whole: guarded(new RegExp(source, 'gu')),
})
const wordIn = (words: string) => String.raw`(?<![\p{L}\d])(?:${words})(?![\p{L}\d])`
// A house number with a street behind or before it: digits are few, so these are told fast.
const capitalBehindNumber = String.raw`\d[A-Za-z]?,? [\p{Lu}\d]`
const numberBehind = (ends: string) => String.raw`\d(?<=(?:${ends}),? \d)`
// As each stands in a text, with and without a full stop that may be left out.
const wordsInFront = streetInFront
  .split('|')
  .flatMap((word) => (word.endsWith('\\.?') ? [word.slice(0, -3), `${word.slice(0, -3)}.`] : [word.replace('\\.', '.')]))
  .map((word) => searchedWord(`${word} `))
const ship = '(?:USNS|USNV|USS|USCGC|USCG)'

// What is a street line in itself. Each is bounded in words and in length of a word, so that none backtracks far.
const streets: readonly Form[] = [
  form([capitalBehindNumber, wordIn(englishStreet)], String.raw`${notBefore}${house},? (?:${word} ){1,4}(?:${englishStreet})\b\.?`),
  form([capitalBehindNumber, wordIn(englishLandmark)], String.raw`${notBefore}\d{3,5},? (?:${word} ){1,4}(?:${englishLandmark})\b`),
  { ...form([], String.raw`${notBefore}(?:${streetInFront}) (?:${small} ){0,2}${name},? ${house}(?![\p{L}\d])`), words: wordsInFront },
  form(
    String.raw`\d[A-Za-z]?,? (?:${streetInFront}) `,
    String.raw`${notBefore}${house},? (?:${streetInFront}) (?:${small} ){0,2}${word}(?:(?: ${small}){0,2} ${word}){0,3}`,
  ),
  form(numberBehind(streetEnd), String.raw`(?<![\p{L}\d])(?:${word} ){0,2}[\p{Lu}][\p{L}-]{2,24}(?:${streetEnd}),? ${house}(?![\p{L}\d])`),
  form(numberBehind(lowerStreetEnd), String.raw`(?<![\p{L}\d])\p{Ll}[\p{Ll}-]{3,20}(?:${lowerStreetEnd}) ${house}(?![\p{L}\d])`),
  form(capitalBehindNumber, String.raw`${notBefore}${house} (?:${word} ){0,2}\p{Lu}[\p{L}-]{2,24}(?:${streetEnd})(?![\p{L}])`),
  form(String.raw` (?:u|út|utca|tér|krt)\. ?\d`, String.raw`(?<![\p{L}\d])(?:${word} ){1,3}(?:u|út|utca|tér|krt)\. ?${house}\.?`),
  form(postBox, String.raw`(?<![\p{L}\d])${postBox}(?!\d)`),
  form(
    '(?:APO|FPO|DPO),? A[AEP]',
    String.raw`(?<![\p{L}\d])(?:${ship} \p{Lu}[\p{L}'’-]{1,24}|(?:Unit|PSC|CMR) \d{1,5},? Box \d{1,5}),?\s{1,2}(?:APO|FPO|DPO),? A[AEP] \d{5}`,
  ),
  form('corner of', String.raw`\b(?:the )?corner of ${name}(?: ${house})?(?:,)? and ${name}(?: ${house})?`),
  // Nothing says "street", but a flat follows.
  form(unit, String.raw`(?<![\p{L}\d])(?:${house} )?(?:${house} )?${word}(?: ${word}){0,4}(?=(?:,| |,? ?\n ?) ?${unit}(?![\p{L}\d]))`),
]
// Somebody says that an address follows: capitals with a number are one then.
const announcing = guarded(
  /\b(?:address(?:es)?(?: is|:)?(?:,? here they are)?:?|address\? it is|living at|lives? at|reside[sd]? at|meet (?:me|you) at|located at|[Rr]eturn to|sent to|(?:ship|deliver|mail|send)(?: it)? to|new one to|arrived at|[Dd]elivery to|enter on|(?:is|are|was) at|drop (?:it )?off at|address with|stop at) {1,8}/g,
)
const announced = new RegExp(String.raw`(?=[^\n]{0,60}\d)(?:${house} ){0,2}${name}(?: ${house})?`, 'uy')

const unitTail = new RegExp(String.raw`(?:,| |,? ?\n ?) ?${unit}(?![\p{L}\d])`, 'yu')
// A town, a region, a country, with or without its code: on the same line behind a comma, or alone on the next lines.
const placeName = String.raw`\p{Lu}[\p{L}'’.-]{1,24}(?: (?:${small}|\p{Lu}[\p{L}'’.-]{1,24}|[A-Z]{2})){0,4}`
const postcode = String.raw`(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]{0,2}-?\d{4,6}(?:-\d{3,4})?|\d{3} ?\d{2,3})(?![\p{L}\d])`
const placeTail = new RegExp(String.raw`,? {0,2}, {0,2}(?:${placeName})(?: ${postcode})?(?![\p{L}\d])`, 'yu')
const codeTail = new RegExp(String.raw`(?:,| |, )(?:nan |[A-Z]{2} )?${postcode}`, 'yu')
const lineTail = new RegExp(
  String.raw` ?\n{1,2} ?,? ?(?:${placeName},? ?(?:[A-Z]{2} |nan )?(?:${postcode})?|(?:[A-Z]{2}|nan)(?: ${postcode})?|${postcode})(?= ?\n| ?,| ?$|[.?]| in | for | after | last | and )`,
  'yu',
)
const looseTail = new RegExp(String.raw` ${placeName}(?: ${postcode})?`, 'yu')
const numberInFront = /(?<![\p{L}\d.,$€£₩¥%/_-])\d{1,5},? $/u
const maxTailParts = 6

interface Range {
  start: number
  end: number
}

/** Postal addresses in Latin script: a street line, then what belongs to it: flat, town, region, country, postcode. */
export function findLatinAddresses(searched: SearchedText): Range[] {
  const { text } = searched
  if (!/\d|corner/.test(text)) return []
  const found: Range[] = []
  const add = (street: string, index: number) => {
    const start = index - (numberInFront.exec(text.slice(Math.max(0, index - 8), index))?.[0].length ?? 0)
    found.push({ start, end: extend(text, index + street.length) })
  }
  for (const { needs, words, whole } of streets) {
    if (!mayMatch(searched, whole) || !needs.every((need) => matchesSomewhere(searched, need))) continue
    if (words !== undefined && !words.some((word) => hasWord(searched, word))) continue
    for (const { 0: street, index } of text.matchAll(whole.expression)) add(street, index)
  }
  for (const { 0: announcement, index } of matchesIn(searched, announcing)) {
    announced.lastIndex = index + announcement.length
    const street = announced.exec(text)?.[0]
    if (street !== undefined && /\d/.test(street)) add(street, index + announcement.length)
  }
  return found
}

/** The end with all that still belongs to the address. */
function extend(text: string, from: number): number {
  let end = from
  let hasUnit = false
  for (let count = 0; count < maxTailParts; count++) {
    const unitEnd = matchAt(unitTail, text, end)
    const next =
      unitEnd ??
      matchAt(placeTail, text, end) ??
      matchAt(codeTail, text, end) ??
      matchAt(lineTail, text, end) ??
      (hasUnit ? matchAt(looseTail, text, end) : undefined)
    if (next === undefined) break
    hasUnit ||= unitEnd !== undefined
    end = next
  }
  return end
}

function matchAt(sticky: RegExp, text: string, at: number): number | undefined {
  sticky.lastIndex = at
  return sticky.test(text) ? sticky.lastIndex : undefined
}
