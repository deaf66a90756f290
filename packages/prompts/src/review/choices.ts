import type { Locale } from '@inkling/contracts'

export const productCategories = [
  'skincare',
  'makeup',
  'fashion',
  'food',
  'drinks',
  'fitness',
  'home',
  'technology',
  'games',
  'travel',
  'parenting',
  'pets',
  'education',
] as const
export type ProductCategory = (typeof productCategories)[number]

export const goals = ['awareness', 'engagement', 'traffic', 'sales', 'sign-ups', 'content'] as const
export type Goal = (typeof goals)[number]

export const audiences = [
  'everyone',
  'teens',
  'students',
  'young-professionals',
  'new-parents',
  'beauty-fans',
  'fashion-fans',
  'home-cooks',
  'fitness-fans',
  'gamers',
  'tech-fans',
  'travellers',
  'pet-owners',
  'over-50s',
] as const
export type Audience = (typeof audiences)[number]
export type KnownAudience = Exclude<Audience, 'everyone'>

export const brandVoices = ['playful', 'warm', 'expert', 'bold', 'calm', 'luxurious', 'plain-spoken'] as const
export type BrandVoice = (typeof brandVoices)[number]

type Names<Value extends string> = Record<Value, Record<Locale, string>>

/** How templates name a category in a sentence. */
export const categoryNames: Names<ProductCategory> = {
  skincare: { en: 'skincare', ko: '스킨케어' },
  makeup: { en: 'makeup', ko: '메이크업' },
  fashion: { en: 'fashion', ko: '패션' },
  food: { en: 'food', ko: '식품' },
  drinks: { en: 'drinks', ko: '음료' },
  fitness: { en: 'fitness', ko: '피트니스' },
  home: { en: 'home and living', ko: '홈·리빙' },
  technology: { en: 'technology', ko: '테크' },
  games: { en: 'games', ko: '게임' },
  travel: { en: 'travel', ko: '여행' },
  parenting: { en: 'parenting', ko: '육아' },
  pets: { en: 'pet care', ko: '반려동물' },
  education: { en: 'education', ko: '교육' },
}

export const audienceNames: Names<Audience> = {
  everyone: { en: 'a broad audience', ko: '폭넓은 고객' },
  teens: { en: 'teenagers', ko: '10대' },
  students: { en: 'students', ko: '대학생' },
  'young-professionals': { en: 'young professionals', ko: '사회 초년생' },
  'new-parents': { en: 'new parents', ko: '초보 부모' },
  'beauty-fans': { en: 'beauty fans', ko: '뷰티에 관심 많은 고객' },
  'fashion-fans': { en: 'fashion fans', ko: '패션에 관심 많은 고객' },
  'home-cooks': { en: 'people who cook at home', ko: '집에서 요리하는 사람들' },
  'fitness-fans': { en: 'people who work out', ko: '운동을 즐기는 사람들' },
  gamers: { en: 'gamers', ko: '게이머' },
  'tech-fans': { en: 'people who follow technology', ko: '기술에 관심 많은 고객' },
  travellers: { en: 'travellers', ko: '여행을 좋아하는 사람들' },
  'pet-owners': { en: 'pet owners', ko: '반려인' },
  'over-50s': { en: 'people over fifty', ko: '50대 이상' },
}
