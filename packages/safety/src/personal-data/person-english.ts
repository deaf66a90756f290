import { guarded, matchesIn } from '../search/guarded-expression.ts'
import type { SearchedText } from '../search/searched-text.ts'
import { type NameClues, readNameClues } from './names/name-lists.ts'
import others from './names/other-capitals.json' with { type: 'json' }

const otherCapitals = new Set(Object.values(others).flatMap((list) => list.split(' ')))

// "Ana", "O'Neil", "McKay", "Seo-yeon", "Jean-Pierre"; neither "JOSE" nor "DefaultSession".
const word = String.raw`(?:(?:\p{Lu}['’]|Mc|Mac|De|Le|La|Van)?\p{Lu}\p{Ll}{1,23}|\p{Lu}[\p{Ll}'’]{1,23})(?:-\p{L}\p{Ll}{1,20})?`
const between = String.raw`(?: (?:\p{Lu}\.?|van|von|der|den|de|da|di|del|la|bin|al|el|dos)(?= ))`
const suffix = String.raw`(?:,? (?:Jr|Sr|MD|PhD|III|II)\b\.?)?`
// Up to five capitalised words in a row, with initials and particles between them.
const run = new RegExp(
  String.raw`(?<![\p{L}\p{N}@/_.#-])${word}(?:${between}{0,2} ${word}){0,4}${suffix}(?![\p{L}\p{N}_@(]|['’]\p{Ll}{2})`,
  'uy',
)
const plainWord = /^[A-Z][a-z]{1,23}$/
const part = new RegExp(String.raw`${word}`, 'gu')

// What stands before a person's name, and hardly before anything else.
const introduced =
  /(?:\b(?:mr|mrs|ms|miss|dr|prof|sir|madam)\.? |\b(?:name is|name was|names? ?:|called me|call me|named (?:him|her|me)|i am called|name\? ?(?:user: ?)?|under my (?:partner|wife|husband|friend)'s name|account\? user: |(?:directed|written|sung|painted|signed|played|composed|filed|reported|registered) (?:by|under) |cardholder|account holder|account owner|policyholder|guardian|customer|patient|employee|recipient|user|client|contact|adjuster|administrator|producer|author|singer|actor|actress|player|specialist|contractor|commenter|agent|officer|nurse|driver|neighbou?r|aunt|uncle|cousin|sister|brother|friend|colleague|boss|teacher|student|tutor|lawyer|dr)(?: is|:|,)? ?:? {0,8})$/
// The last words of what introduces: most texts before a capital end in none, which is told faster.
const introducers = new Set(
  'mr mrs ms miss dr prof sir madam is was name names me him her called user by holder owner cardholder policyholder guardian customer patient employee recipient client contact adjuster administrator producer author singer actor actress player specialist contractor commenter agent officer nurse driver neighbor neighbour aunt uncle cousin sister brother friend colleague boss teacher student tutor lawyer'.split(
    ' ',
  ),
)

/** Of text in lower case. */
function isLetter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit < 0x80 ? unit >= 0x61 && unit <= 0x7a : /\p{L}/u.test(text.charAt(at))
}

function lastWordOf(before: string): string {
  let end = before.length
  while (end > 0 && !isLetter(before, end - 1)) end--
  let start = end
  while (start > 0 && isLetter(before, start - 1)) start--
  return before.slice(start, end)
}

// What only people do: before and behind.
const personBefore =
  /(?:\b(?:says?|said|asked|heard|met|meet|hi|hello|hey|dear|thanks|thank you|love|by|with|from|and|for|to|than|under|unlike|is|was|i'm|i am|this is|starring|tribute to|married|invited|join(?:ed)?|follow up with|had given|ex-[a-z]{2,12}),? |[:"“(] ?)$/
const personBehind =
  /^(?:['’]s (?:name|address|phone|email|e-mail|ssn|song|wife|husband|passport|account|file|speech|book|review|recipe|class)|,? (?:said|says|lives?|lived|works?|worked|writes|wrote|explained|began|had given|has given|was born|is from|is very|is a|was a|was influenced|asked|told|called|sent|moved|listed|noted|retrieved|submitted|points out|and [A-Z][a-z]+ (?:were|are)\b|were (?:precision|both|here)|speak|plays?|played|won|joined|cooked|recommended|taught|helped|thinks|likes|loves))/
const sentenceStart = /(?:^|[.!?:;"“”(\n\r]\s{0,3}|[•*-] )$/
const reach = 40

interface Token {
  start: number
  end: number
  clues: NameClues
  isOther: boolean
}

/** Names of people in Latin script: [start, end] in `text`. A name alone looks like any other capitals; lists or context have to agree. */
export function findLatinNames(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  let next = 0
  for (let at = nextCapital(text, next); at !== -1; at = nextCapital(text, next)) {
    const words = loneWordAt(text, at) ?? wordsAt(text, at)
    next = at + (words?.length ?? 1)
    if (words === undefined) continue
    const tokens = readTokens(words, at)
    const stretch = longestNameLike(tokens)
    if (stretch.length === 0) continue
    const start = stretch[0]!.start
    const isLast = stretch.at(-1) === tokens.at(-1)
    const end = isLast ? at + words.replace(/['’]s$/, '').length : stretch.at(-1)!.end
    if (isName(text, stretch, start, end)) found.push({ start, end: trimPossessive(text, end) })
  }
  return found
}

// ASCII characters that no name stands right behind.
const glued = new Set(Array.from('@/_.#-0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', (sign) => sign.charCodeAt(0)))

/** The next place from `from` on where a capitalised word may begin: a capital, or a letter beyond ASCII that may be one, before a small letter. */
function nextCapital(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const isCapital = unit <= 0x5a ? unit >= 0x41 : unit >= 0xc0 && (unit < 0xac00 || unit > 0xd7a3)
    if (!isCapital || (unit >= 0xdc00 && unit <= 0xdfff)) continue
    const next = text.charCodeAt(at + 1)
    const mayFollow = next >= 0x80 || (next >= 0x61 && next <= 0x7a) || next === 0x27
    if (mayFollow && !(at > 0 && glued.has(text.charCodeAt(at - 1)))) return at
  }
  return -1
}

/** The capitalised words in a row that begin at the place. */
export function wordsAt(text: string, at: number): string | undefined {
  run.lastIndex = at
  return run.exec(text)?.[0]
}

const isSmall = (unit: number) => unit >= 0x61 && unit <= 0x7a
const unitsOf = (signs: string) => new Set(Array.from(signs, (sign) => sign.charCodeAt(0)))
// ASCII characters that may go on with a word or forbid it, and how that begins what goes on behind a space: a capital or a particle.
const goesOn = unitsOf("_@('-0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
const beginsNext = unitsOf('vdlbaeABCDEFGHIJKLMNOPQRSTUVWXYZ')
const longestPlain = 24

/** What {@link wordsAt} finds at a capital, where a look at what follows shows that it is a plain word of ASCII alone: most are. */
export function loneWordAt(text: string, at: number): string | undefined {
  if (text.charCodeAt(at) > 0x5a || (at > 0 && text.charCodeAt(at - 1) >= 0x80)) return undefined
  let end = at + 1
  while (isSmall(text.charCodeAt(end))) end++
  const length = end - at
  if (length < 2 || length > longestPlain) return undefined
  const behind = text.charCodeAt(end)
  if (behind >= 0x80 || goesOn.has(behind)) return undefined
  const isComma = behind === 0x2c
  if (isComma && text.charCodeAt(end + 1) !== 0x20) return text.slice(at, end)
  if (isComma || behind === 0x20) {
    const next = text.charCodeAt(isComma ? end + 2 : end + 1)
    if (next >= 0x80 || beginsNext.has(next)) return undefined
  }
  return text.slice(at, end)
}

function readTokens(run: string, offset: number): Token[] {
  // Most runs are one plain word.
  if (plainWord.test(run)) return [tokenOf(run, offset)]
  return Array.from(run.matchAll(part), ({ 0: word, index }) => tokenOf(word, offset + index))
}

const tokenOf = (word: string, start: number): Token => ({
  start,
  end: start + word.length,
  clues: readNameClues(word),
  isOther: otherCapitals.has(withoutPossessive(word.toLowerCase())),
})

const withoutPossessive = (word: string) => (word.includes("'") || word.includes('’') ? word.replace(/['’]s?$/, '') : word)

/** The words of a run between those that are no names: "Hello Ana", "Ana Silva Street" holds none. */
function longestNameLike(tokens: readonly Token[]): Token[] {
  let best: Token[] = []
  let current: Token[] = []
  for (const token of tokens) {
    if (token.isOther && token.clues.given !== 'sure' && !(current.length > 0 && token.clues.family)) current = []
    else current = [...current, token]
    if (current.length > best.length) best = current
  }
  // A thing that is called after somebody: "Ana Silva Street".
  const behind = tokens[tokens.indexOf(best.at(-1)!) + 1]
  return behind?.isOther ? [] : best
}

function isName(text: string, stretch: readonly Token[], start: number, end: number): boolean {
  const [first] = stretch as [Token]
  if (stretch.length > 1 && first.clues.given === 'sure') return true
  const before = text.slice(Math.max(0, start - reach), start).toLowerCase()
  if (introducers.has(lastWordOf(before)) && introduced.test(before)) return stretch.length > 1 || !first.isOther
  const last = stretch.at(-1)!
  const does = () => personBehind.test(text.slice(end, end + reach))
  const isPerson = () => personBefore.test(before) || does()
  const startsSentence = () => sentenceStart.test(before)
  if (stretch.length === 1) {
    if (first.clues.given === 'sure') return !startsSentence() || isPerson() || /^[,.!?\n]|^$/.test(text.slice(end, end + 1))
    return (first.clues.given ?? first.clues.family) !== undefined && does()
  }
  if (first.clues.given === 'perhaps') return last.clues.family !== undefined || isPerson()
  if (last.clues.family !== undefined || last.clues.given === 'sure') return !startsSentence() || isPerson()
  return does()
}

const trimPossessive = (text: string, end: number) => (/['’]s$/.test(text.slice(end - 2, end)) ? end - 2 : end)

const lowerIntroduced = guarded(
  /(?<=\b(?:my name is|call me|name's|his name is|her name is|i'm called) )\p{Ll}[\p{L}'’-]{1,20}(?: \p{Ll}[\p{L}'’-]{1,20})?/gu,
)

/** Names that nobody wrote with a capital, behind words that leave no doubt. */
export function findLowerCaseNames(searched: SearchedText): { start: number; end: number }[] {
  return Array.from(matchesIn(searched, lowerIntroduced), ({ 0: whole, index }) => {
    const words = whole.split(' ')
    const isKnown = (word: string | undefined) => word !== undefined && Object.keys(readNameClues(word)).length > 0
    if (!isKnown(words[0])) return { start: index, end: index }
    return { start: index, end: index + (isKnown(words[1]) ? whole.length : words[0]!.length) }
  }).filter(({ start, end }) => end > start)
}
