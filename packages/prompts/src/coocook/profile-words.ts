import { cuisineNames, type Diet, type KnownCuisine } from './choices.ts'

// Profiles are written in English or Korean, in many spellings. Matched against lower-case words with single spaces for hyphens.
const cuisineWords: Record<KnownCuisine, RegExp> = {
  korean: /\bkorean\b|한식|한국/,
  italian: /\bitalian\b|이탈리/,
  japanese: /\bjapanese\b|\bsushi\b|일식|일본/,
  french: /\bfrench\b|프랑스|프렌치/,
  mexican: /\bmexican\b|멕시코|멕시칸/,
  indian: /(?<!\bamerican )\bindian\b|인도(?!네시아)/,
  chinese: /\bchinese\b|중식|중국/,
  mediterranean: /\bmediterranean\b|지중해/,
  american: /(?<!\b(?:latin|south|central|native) )\bamerican\b|미국|아메리칸/,
}

const dietWords: Record<Diet, RegExp> = {
  vegetarian: /(?<!\b(?:non|not|no) )\b(?:vegetarian|vegan)\b|채식|비건/,
  vegan: /(?<!\b(?:non|not|no) )\bvegan\b|비건/,
  'gluten-free': /(?<!\b(?:not|no) )\bgluten free\b|글루텐 ?프리/,
  'dairy-free': /(?<!\b(?:non|not|no) )\b(?:dairy free|vegan)\b|비건/,
  'nut-free': /(?<!\b(?:not|no) )\bnut free\b/,
  halal: /(?<!\b(?:non|not|no) )\bhalal\b|할랄/,
  kosher: /(?<!\b(?:non|not|no) )\bkosher\b|코셔/,
  pescatarian: /(?<!\b(?:non|not|no) )\b(?:pescatarian|vegetarian|vegan)\b|페스코|채식|비건/,
}

function plain(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[-_\s]+/g, ' ')
}

/** The cuisines of our closed set that a chef's own words name, in the order of the set. */
export function namedCuisines(profile: readonly string[]): KnownCuisine[] {
  const known = Object.keys(cuisineNames) as KnownCuisine[]
  return known.filter((cuisine) => profile.some((entry) => cuisineWords[cuisine].test(plain(entry))))
}

/** Whether a chef's tags claim to serve that diet. Silence is no. */
export function claimsDiet(tags: readonly string[], diet: Diet): boolean {
  return tags.some((tag) => dietWords[diet].test(plain(tag)))
}
