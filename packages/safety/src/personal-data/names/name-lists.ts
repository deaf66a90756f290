import given from './given-names.json' with { type: 'json' }
import korean from './korean-names.json' with { type: 'json' }
import surnames from './surnames.json' with { type: 'json' }

const wordsOf = (lists: readonly string[]) => new Set(lists.flatMap((list) => list.split(' ')))

const givenNames = wordsOf(given.names)
const ambiguousGivenNames = wordsOf([given.ambiguous])
const familyNames = wordsOf(surnames.names)
const ambiguousFamilyNames = wordsOf([surnames.ambiguous])
export const koreanGivenNames = wordsOf(korean.given)
export const koreanTitles = korean.titles.split(' ')

// How family names end in many languages, where hardly another capitalised word does.
const familyNameEnds = new Set(surnames.ends.split(' '))
const longestEnd = 8

const lastTwo = new Set(Array.from(familyNameEnds, (end) => end.slice(-2)))

function endsLikeFamilyName(key: string): boolean {
  if (!lastTwo.has(key.slice(-2))) return false
  for (let length = 2; length <= longestEnd && length < key.length; length++) if (familyNameEnds.has(key.slice(-length))) return true
  return false
}

const otherLetters: Record<string, string> = { ø: 'o', æ: 'ae', ð: 'd', þ: 'th', ł: 'l', đ: 'd', ß: 'ss' }

/** Lower case, without marks and apostrophes: as the lists hold them. */
function plain(word: string): string {
  const lower = word.toLowerCase()
  if (/^[a-z-]+$/.test(lower)) return lower
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]s?$/, '')
    .replace(/['’]/g, '')
    .replace(/[øæðþłđß]/g, (letter) => otherLetters[letter]!)
}

const prefixed = /^(?:Mc|Mac|O['’])\p{Lu}\p{Ll}{3}/u
const isPrefixed = (word: string) => (word.startsWith('M') || word.startsWith('O')) && prefixed.test(word)

export interface NameClues {
  /** `sure` where the name is hardly anything else. */
  given?: 'sure' | 'perhaps'
  family?: 'sure' | 'perhaps'
}

/** What a capitalised Latin word is known as. */
export function readNameClues(word: string): NameClues {
  const key = plain(word)
  const hyphen = key.indexOf('-')
  const isGiven = givenNames.has(key) || (hyphen > 0 && givenNames.has(key.slice(0, hyphen)))
  const isFamily = familyNames.has(key) || (key.length >= 6 && endsLikeFamilyName(key)) || isPrefixed(word)
  const clues: NameClues = {}
  if (isGiven) clues.given = ambiguousGivenNames.has(key) ? 'perhaps' : 'sure'
  if (isFamily) clues.family = familyNames.has(key) && !ambiguousFamilyNames.has(key) ? 'sure' : 'perhaps'
  return clues
}
