import { type Cuisine, cuisineNames, type Diet } from './choices.ts'

// Profiles are written in English or Korean, in many spellings: what a profile must contain to name a cuisine or a diet.
const cuisineWords: Record<Exclude<Cuisine, 'any'>, readonly string[]> = {
  korean: ['korean', '한식', '한국'],
  italian: ['italian', '이탈리'],
  japanese: ['japanese', 'sushi', '일식', '일본'],
  french: ['french', '프랑스', '프렌치'],
  mexican: ['mexican', '멕시코', '멕시칸'],
  indian: ['indian', '인도'],
  chinese: ['chinese', '중식', '중국'],
  mediterranean: ['mediterranean', '지중해'],
  american: ['american', '미국', '아메리칸'],
}

const dietWords: Record<Diet, readonly string[]> = {
  vegetarian: ['vegetarian', 'vegan', '채식', '비건'],
  vegan: ['vegan', '비건'],
  'gluten-free': ['gluten free', '글루텐 프리', '글루텐프리'],
  'dairy-free': ['dairy free', 'vegan', '유제품 없', '비건'],
  'nut-free': ['nut free', '견과류 없'],
  halal: ['halal', '할랄'],
  kosher: ['kosher', '코셔'],
  pescatarian: ['pescatarian', 'vegetarian', 'vegan', '페스코', '채식', '비건'],
}

function plain(words: string): string {
  return words.normalize('NFKC').toLowerCase().replace(/[-_\s]+/g, ' ')
}

// A word may begin inside another one in Korean (정통한식) but not in English: "non-vegan" and "Latin American" are handled below.
function names(entry: string, word: string): boolean {
  const found = plain(entry)
  if (!/[a-z]/.test(word)) return found.includes(word)
  return new RegExp(`(?<!\\bnon |\\bnot |\\bno |[a-z])${word}(?![a-z])`).test(found)
}

/** The cuisines of our closed set that a chef's own words name, in the order of the set. */
export function namedCuisines(profile: readonly string[]): Exclude<Cuisine, 'any'>[] {
  const known = Object.keys(cuisineNames) as Exclude<Cuisine, 'any'>[]
  return known.filter((cuisine) => profile.some((entry) => cuisineWords[cuisine].some((word) => names(entry, word))))
}

/** Whether a chef's tags claim to serve that diet. Silence is no. */
export function claimsDiet(tags: readonly string[], diet: Diet): boolean {
  return tags.some((tag) => dietWords[diet].some((word) => names(tag, word)))
}
