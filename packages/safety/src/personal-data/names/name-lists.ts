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

// How family names end in many languages, where no other capitalised word does.
const familyNameEnd =
  /(?:ssen|[^aeiou]sen|sson|strom|berg|burg|gaard|quist|mann|stein|meyer|maier|bauer|huber|dottir|sdatter|inen|ainen|ovich|evich|[aeiou]vic|[aeiou]vich|ovic|evic|nic|cic|lic|ric|ski|sky|ska|czyk|czak|wicz|enko|chuk|shvili|ov|ev|ova|eva|ovna|in[ao]va|kova|hova|rova|lova|nova|yan|ian|idis|akis|opoulos|opoulou|oglu|zadeh|ez|[aeiou]nez|eira|eiro|inho|ini|etti|elli|ucci|acci|ardi|aldi|iello|ello|ese|[aeiou]ux|eault|hara|moto|mura|yama|shita|kawa|awa|naka|guchi|wick|worth|ford|field|shaw|stone|ham|ley|ington|more|land|kins|witz|baum|feld|thal|gren|lund|holm|dahl|vik|nes|rud|stad|veld|stra|sma|huis|hoven|horst|kamp|mans|ers|ink|szky|falvi|kai|falusi|pour|nejad|wala|swamy|murthy|nathan)$/

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
  const isFamily = familyNames.has(key) || (key.length >= 6 && familyNameEnd.test(key)) || /^(?:Mc|Mac|O['’])\p{Lu}\p{Ll}{3}/u.test(word)
  return {
    ...(isGiven ? { given: ambiguousGivenNames.has(key) ? 'perhaps' : 'sure' } : {}),
    ...(isFamily ? { family: familyNames.has(key) && !ambiguousFamilyNames.has(key) ? 'sure' : 'perhaps' } : {}),
  }
}
