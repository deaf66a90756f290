import { sayPlainly } from '../content/plain-words.ts'
import { fitOfChef, isAboutDiet } from './chef.ts'
import { plainWords } from './plain-words.ts'
import { type Candidate, factText, type RequestFacts } from './request-facts.ts'

const bands = {
  en: { budget: 'budget', standard: 'standard', premium: 'premium' },
  ko: { budget: '실속', standard: '표준', premium: '프리미엄' },
} as const

/** The facts that put the chef at this place, and what the host should ask first. Every word of the chef's is the profile's own. */
export function chefReason({ attributes }: Candidate, facts: RequestFacts, index: number): string {
  const { language, data } = facts
  const say = (code: string) => capitalised(sayPlainly(code, language))
  const { covered, open, cooksIt, usdPerGuest, affordable } = fitOfChef(attributes, data)
  const own = plainWords(attributes.cuisines).slice(0, 2).map(say)
  const instead = cooksIt ? undefined : say(factText(facts, 'cuisine') ?? '')
  const tag = plainWords(attributes.tags).find((each) => !isAboutDiet(each))
  const rating = typeof attributes.rating === 'number' && attributes.rating > 0 ? attributes.rating : undefined
  const diets = (codes: readonly string[]) => codes.map((code) => sayPlainly(code, language))
  const band = bands[language][attributes.priceBand as keyof typeof bands.en] ?? bands[language].standard
  // Neighbours on the page begin with different facts.
  const beginsWithRating = index % 2 === 1 && rating !== undefined
  if (language === 'ko') {
    const cuisine = `${instead === undefined ? '' : `${instead} 대신 `}${own.join('·')} 요리를 `
    const cooks = covered.length > 0 ? `${cuisine}하고 ${diets(covered).join('·')} 표시가 있어요.` : `${cuisine}해요.`
    const price =
      usdPerGuest === undefined ? '' : ` ${band} 가격대라 1인 ${usdPerGuest}달러${affordable ? '에 맞아요.' : '를 넘을 수 있어요.'}`
    const praise = ` ${tag === undefined ? '' : `${tag} 강점, `}평점 ${rating}점이에요.`
    const question = open.length > 0 ? ` ${diets(open).join('·')}은 먼저 물어보세요.` : ''
    return `${cooks}${beginsWithRating && affordable ? praise : price}${question}`
  }
  const cooks = `cooks ${own.join(' and ')}${instead === undefined ? '' : ` rather than ${instead}`}`
  const claims = covered.length > 0 ? ` and is tagged ${diets(covered).join(' and ')}` : ''
  const price = usdPerGuest === undefined ? '' : `; the ${band} level ${affordable ? 'fits' : 'may exceed'} $${usdPerGuest} a guest`
  const question = open.length > 0 ? ` Ask about ${diets(open).join(' and ')} dishes first.` : ''
  if (beginsWithRating && affordable)
    return `Rated ${rating}${tag === undefined ? '' : `, known for ${tag}`}; ${cooks}${claims}.${question}`
  return `${capitalised(cooks)}${claims}${price}.${question}`
}

const capitalised = (words: string) => words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
