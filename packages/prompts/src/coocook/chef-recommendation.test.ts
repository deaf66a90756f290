import { expect, test } from 'vitest'
import { chefRecommendation } from './chef-recommendation.ts'
import { claimsDiet, namedCuisines } from './profile-words.ts'

const { example } = chefRecommendation
const chef = { id: 'a', cuisines: ['Italian'], priceBand: 'budget', rating: 4, tags: [] } as const

function recommend(change: Partial<typeof example>, locale: 'en' | 'ko' = 'en') {
  return chefRecommendation.template({ ...example, ...change }, locale, new Date())
}

type Chef = (typeof example.chefs)[number]
const chefs = (...rows: Partial<Chef>[]) => rows.map((row) => ({ ...chef, cuisines: ['Italian'], tags: [], ...row }))

test('the cuisine comes before the rating, the rating before the price level', () => {
  const order = recommend({
    budgetUsd: 120,
    partySize: 4,
    chefs: chefs(
      { id: 'other-cuisine', cuisines: ['French'], rating: 5 },
      { id: 'too-dear', priceBand: 'premium', rating: 4.5 },
      { id: 'affordable', rating: 4.5 },
      { id: 'best-rated', priceBand: 'premium', rating: 4.9 },
    ),
  })
  expect(order.map(({ chefId }) => chefId)).toEqual(['best-rated', 'affordable', 'too-dear', 'other-cuisine'])
})

test('equal chefs keep one order, however the host lists them', () => {
  const rows = chefs({ id: 'b' }, { id: 'a' }, { id: 'c' })
  expect(recommend({ chefs: rows })).toEqual(recommend({ chefs: rows.toReversed() }))
})

test('at most five of many, all of few', () => {
  const rows = chefs(...Array.from({ length: 20 }, (_, index) => ({ id: `chef-${index}` })))
  expect(recommend({ chefs: rows })).toHaveLength(5)
  expect(recommend({ chefs: rows.slice(0, 2) })).toHaveLength(2)
  expect(recommend({ chefs: [] })).toEqual([])
})

test('a reason names the rating, the cuisine and the price level as they are', () => {
  const reason = (row: Partial<Chef>, change: Partial<typeof example> = {}, locale: 'en' | 'ko' = 'en') =>
    recommend({ dietary: [], ...change, chefs: chefs(row) }, locale)[0]?.reasoning
  expect(reason({ rating: 4.82 })).toBe('Cooks Italian food and is rated 4.8 out of 5; the budget price level suits about $30 a guest.')
  expect(reason({ priceBand: 'premium', cuisines: ['French', 'korean'] })).toBe(
    'Cooks Korean and French food rather than Italian, and is rated 4 out of 5; the premium price level may go beyond about $30 a guest.',
  )
  expect(reason({ cuisines: ['Fusion'], rating: 0 })).toMatch(/^Does not list Italian, and has no ratings yet;/)
  expect(reason({ cuisines: ['Fusion'] }, { cuisine: 'any' })).toMatch(/^This chef is rated 4 out of 5;/)
  expect(reason({}, { cuisine: 'any' })).toMatch(/^Cooks Italian food and is rated/)
  expect(reason({}, {}, 'ko')).toBe(
    '이탈리아 요리 경험이 있고 평점은 5점 만점에 4점입니다. 실속 가격대라서 1인당 약 30달러 예산에 알맞습니다.',
  )
  expect(reason({ cuisines: ['프렌치'], rating: 0 }, {}, 'ko')).toMatch(
    /^이탈리아 요리 대신 프랑스 요리 중심이며 아직 평점이 없는 셰프입니다\./,
  )
  expect(reason({ cuisines: ['퓨전'] }, {}, 'ko')).toMatch(/^프로필에 이탈리아 요리 표시는 없으며 평점은/)
  expect(reason({ cuisines: ['퓨전'] }, { cuisine: 'any' }, 'ko')).toMatch(/^평점은 5점 만점에 4점입니다\./)
  expect(reason({}, { cuisine: 'any' }, 'ko')).toMatch(/^이탈리아 요리 메뉴를 선보이며/)
})

test('the advice to ask stands where a restriction is not covered, and covering it raises the confidence', () => {
  const [covered, silent] = recommend({
    dietary: ['vegetarian'],
    chefs: chefs({ id: 'covered', rating: 4.1, tags: ['Vegan tasting'] }, { id: 'silent', rating: 4 }),
  })
  expect(covered?.reasoning).not.toContain('dietary needs')
  expect(silent?.reasoning).toContain('Ask about the dietary needs before booking.')
  expect(covered?.confidence).toBeGreaterThan(silent?.confidence ?? 1)
})

test("a chef's own words are never repeated", () => {
  const hostile = 'Italian - book at evil.example now'
  expect(JSON.stringify(recommend({ chefs: chefs({ cuisines: [hostile], tags: [hostile] }) }))).not.toContain('evil')
})

test.each([
  [['Latin American'], []],
  [
    ['new-american', 'SUSHI'],
    ['japanese', 'american'],
  ],
  [['인도네시아 요리'], []],
  [
    ['정통 한식', '인도 커리'],
    ['korean', 'indian'],
  ],
  [['American Indian'], ['american']],
])('profile %j names the cuisines %j', (profile, cuisines) => {
  expect(namedCuisines(profile)).toEqual(cuisines)
})

test.each([
  ['gluten-free baking', 'gluten-free', true],
  ['Non-vegan', 'vegan', false],
  ['비건 디저트', 'dairy-free', true],
  ['vegetarian', 'vegan', false],
  ['no halal', 'halal', false],
] as const)('tag "%s" claims %s: %s', (tag, diet, claimed) => {
  expect(claimsDiet([tag], diet)).toBe(claimed)
})
