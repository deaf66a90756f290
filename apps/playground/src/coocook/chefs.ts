import type { Looks } from '../art/portrait.tsx'
import type { Cuisine, Diet, Localised, PriceBand } from './booking-terms.ts'

export interface Chef {
  id: string
  name: Localised
  /** One line under the name. */
  known: Localised
  cuisines: readonly Exclude<Cuisine, 'any'>[]
  /** Restrictions this kitchen can keep for a whole menu. */
  diets: readonly Diet[]
  tags: Record<'en' | 'ko', readonly string[]>
  priceBand: PriceBand
  /** Whole US dollars, food included. */
  usdPerGuest: number
  /** 0 to 5 */
  rating: number
  reviews: number
  maximumGuests: number
  looks: Looks
}

export const chefs: readonly Chef[] = [
  {
    id: 'chef-luca',
    name: { en: 'Luca Ferrante', ko: '루카 페란테' },
    known: { en: 'Fresh pasta, rolled at your table', ko: '식탁 옆에서 바로 뽑는 생면 파스타' },
    cuisines: ['italian'],
    diets: ['vegetarian', 'pescatarian', 'nut-free'],
    tags: { en: ['vegetarian menus', 'fresh pasta', 'wine pairing'], ko: ['채식 메뉴', '생면 파스타', '와인 페어링'] },
    priceBand: 'standard',
    usdPerGuest: 64,
    rating: 4.8,
    reviews: 214,
    maximumGuests: 14,
    looks: { skin: '#eebf98', hair: '#3a2a21', hairStyle: 'short', wears: 'toque', beard: true, coat: '#ffffff', backdrop: '#ffd9a8' },
  },
  {
    id: 'chef-mina',
    name: { en: 'Mina Seo', ko: '서민아' },
    known: { en: 'Temple food and slow ferments', ko: '사찰 음식과 오래 익힌 장' },
    cuisines: ['korean'],
    diets: ['vegetarian', 'vegan', 'dairy-free', 'pescatarian'],
    tags: { en: ['vegan', 'temple food', 'seasonal banchan'], ko: ['비건', '사찰 음식', '제철 반찬'] },
    priceBand: 'standard',
    usdPerGuest: 58,
    rating: 4.9,
    reviews: 187,
    maximumGuests: 12,
    looks: { skin: '#f6d3b3', hair: '#1f1a1d', hairStyle: 'bun', wears: 'nothing', coat: '#dfe8df', backdrop: '#bfe3c8' },
  },
  {
    id: 'chef-giulia',
    name: { en: 'Giulia Conti', ko: '줄리아 콘티' },
    known: { en: 'Roman Sundays, big platters', ko: '넉넉하게 나누는 로마식 주말 식탁' },
    cuisines: ['italian', 'mediterranean'],
    diets: ['vegetarian', 'vegan', 'gluten-free', 'pescatarian'],
    tags: { en: ['vegetarian', 'gluten-free baking', 'family style'], ko: ['채식', '글루텐 프리 베이킹', '가족식 상차림'] },
    priceBand: 'budget',
    usdPerGuest: 33,
    rating: 4.6,
    reviews: 98,
    maximumGuests: 24,
    looks: { skin: '#f2c7a2', hair: '#8a4a26', hairStyle: 'curly', wears: 'bandana', coat: '#ffffff', backdrop: '#ffc2b0' },
  },
  {
    id: 'chef-amelie',
    name: { en: 'Amélie Rousseau', ko: '아멜리 루소' },
    known: { en: 'Seven courses, one quiet evening', ko: '조용한 저녁을 위한 일곱 코스' },
    cuisines: ['french'],
    diets: ['vegetarian', 'gluten-free', 'pescatarian'],
    tags: { en: ['tasting menu', 'gluten-free', 'anniversaries'], ko: ['테이스팅 메뉴', '글루텐 프리', '기념일'] },
    priceBand: 'premium',
    usdPerGuest: 128,
    rating: 4.9,
    reviews: 141,
    maximumGuests: 10,
    looks: { skin: '#f7d8c0', hair: '#d9a554', hairStyle: 'bob', wears: 'toque', coat: '#2c3b52', backdrop: '#cfd8f6' },
  },
  {
    id: 'chef-kenji',
    name: { en: 'Kenji Watanabe', ko: '와타나베 겐지' },
    known: { en: 'Omakase across your counter', ko: '주방 앞에서 즐기는 오마카세' },
    cuisines: ['japanese'],
    diets: ['pescatarian', 'dairy-free', 'nut-free'],
    tags: { en: ['omakase', 'pescatarian', 'knife work'], ko: ['오마카세', '페스코', '칼솜씨'] },
    priceBand: 'premium',
    usdPerGuest: 135,
    rating: 4.7,
    reviews: 76,
    maximumGuests: 8,
    looks: {
      skin: '#eec7a0',
      hair: '#23201f',
      hairStyle: 'short',
      wears: 'bandana',
      glasses: true,
      coat: '#31456a',
      backdrop: '#bcdff0',
    },
  },
  {
    id: 'chef-arjun',
    name: { en: 'Arjun Mehta', ko: '아르준 메타' },
    known: { en: 'Gujarati thalis with a light hand', ko: '산뜻하게 차려 내는 구자라트식 탈리' },
    cuisines: ['indian'],
    diets: ['vegetarian', 'vegan', 'halal', 'gluten-free'],
    tags: { en: ['vegetarian', 'vegan', 'halal', 'spice workshop'], ko: ['채식', '비건', '할랄', '향신료 클래스'] },
    priceBand: 'budget',
    usdPerGuest: 32,
    rating: 4.8,
    reviews: 163,
    maximumGuests: 30,
    looks: { skin: '#b97c4f', hair: '#1e1917', hairStyle: 'curly', wears: 'nothing', beard: true, coat: '#fff3d6', backdrop: '#ffd166' },
  },
  {
    id: 'chef-yasmin',
    name: { en: 'Yasmin Haddad', ko: '야스민 하다드' },
    known: { en: 'Mezze that fill the whole table', ko: '식탁을 가득 채우는 메제' },
    cuisines: ['mediterranean'],
    diets: ['vegetarian', 'halal', 'nut-free', 'pescatarian'],
    tags: { en: ['halal', 'mezze', 'vegetarian', 'charcoal grill'], ko: ['할랄', '메제', '채식', '숯불 그릴'] },
    priceBand: 'standard',
    usdPerGuest: 49,
    rating: 4.7,
    reviews: 119,
    maximumGuests: 40,
    looks: { skin: '#dba577', hair: '#2d6f73', hairStyle: 'long', wears: 'headscarf', coat: '#ffffff', backdrop: '#b8e0dc' },
  },
  {
    id: 'chef-rosa',
    name: { en: 'Rosa Villanueva', ko: '로사 비야누에바' },
    known: { en: 'Oaxacan moles, hand-pressed tortillas', ko: '손으로 빚은 토르티야와 오아하카식 몰레' },
    cuisines: ['mexican'],
    diets: ['gluten-free', 'dairy-free', 'vegetarian'],
    tags: { en: ['gluten-free', 'family style', 'taco bar'], ko: ['글루텐 프리', '가족식 상차림', '타코 바'] },
    priceBand: 'budget',
    usdPerGuest: 28,
    rating: 4.6,
    reviews: 87,
    maximumGuests: 50,
    looks: { skin: '#c98d5f', hair: '#241a17', hairStyle: 'long', wears: 'nothing', coat: '#f8e1e7', backdrop: '#f6b7c6' },
  },
  {
    id: 'chef-marcus',
    name: { en: 'Marcus Bell', ko: '마커스 벨' },
    known: { en: 'Open fire, smoked low and slow', ko: '장작불에 천천히 훈연한 바비큐' },
    cuisines: ['american'],
    diets: ['nut-free', 'dairy-free'],
    tags: { en: ['open fire', 'nut-free kitchen', 'large parties'], ko: ['장작불', '견과류 없는 주방', '대규모 모임'] },
    priceBand: 'standard',
    usdPerGuest: 45,
    rating: 4.5,
    reviews: 132,
    maximumGuests: 60,
    looks: { skin: '#8a5a3c', hair: '#17120f', hairStyle: 'bald', wears: 'nothing', beard: true, coat: '#3d3733', backdrop: '#f3b37c' },
  },
  {
    id: 'chef-lin',
    name: { en: 'Lin Yuehua', ko: '린위에화' },
    known: { en: 'Cantonese dim sum, folded to order', ko: '주문과 함께 빚는 광둥식 딤섬' },
    cuisines: ['chinese'],
    diets: ['dairy-free', 'nut-free', 'pescatarian'],
    tags: { en: ['dim sum', 'dairy-free', 'steamed fish'], ko: ['딤섬', '유제품 없음', '생선찜'] },
    priceBand: 'budget',
    usdPerGuest: 34,
    rating: 4.6,
    reviews: 104,
    maximumGuests: 20,
    looks: { skin: '#f3cfa6', hair: '#2a2322', hairStyle: 'bob', wears: 'nothing', glasses: true, coat: '#ffffff', backdrop: '#d9cdf2' },
  },
]
