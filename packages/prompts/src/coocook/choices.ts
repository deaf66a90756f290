import type { Locale } from '@inkling/contracts'

export const cuisines = [
  'korean',
  'italian',
  'japanese',
  'french',
  'mexican',
  'indian',
  'chinese',
  'mediterranean',
  'american',
  'any',
] as const
export type Cuisine = (typeof cuisines)[number]
export type KnownCuisine = Exclude<Cuisine, 'any'>

export const diets = ['vegetarian', 'vegan', 'gluten-free', 'dairy-free', 'nut-free', 'halal', 'kosher', 'pescatarian'] as const
export type Diet = (typeof diets)[number]

export const occasions = ['birthday', 'anniversary', 'dinner-party', 'business', 'holiday', 'wedding', 'casual'] as const
export type Occasion = (typeof occasions)[number]

/** How templates name a cuisine in a sentence. `any` is never named: it stands for no wish. */
export const cuisineNames: Record<KnownCuisine, Record<Locale, string>> = {
  korean: { en: 'Korean', ko: '한식' },
  italian: { en: 'Italian', ko: '이탈리아 요리' },
  japanese: { en: 'Japanese', ko: '일식' },
  french: { en: 'French', ko: '프랑스 요리' },
  mexican: { en: 'Mexican', ko: '멕시코 요리' },
  indian: { en: 'Indian', ko: '인도 요리' },
  chinese: { en: 'Chinese', ko: '중식' },
  mediterranean: { en: 'Mediterranean', ko: '지중해 요리' },
  american: { en: 'American', ko: '미국 요리' },
}

export const occasionNames: Record<Occasion, Record<Locale, string>> = {
  birthday: { en: 'the birthday', ko: '생일 모임' },
  anniversary: { en: 'the anniversary', ko: '기념일 식사' },
  'dinner-party': { en: 'the dinner party', ko: '디너파티' },
  business: { en: 'the business meal', ko: '비즈니스 식사' },
  holiday: { en: 'the holiday meal', ko: '명절 식사' },
  wedding: { en: 'the wedding', ko: '결혼 피로연' },
  casual: { en: 'the meal', ko: '가벼운 식사' },
}
