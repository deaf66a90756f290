import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cuisines, type Diet, diets, occasions } from './choices.ts'
import { courses, type Dish, type Ingredient, keepsDiets } from './dishes/dish.ts'
import { dishesOf } from './dishes/dish-bank.ts'
import { menuCuration } from './menu-curation.ts'
import { planMenu } from './plan-menu.ts'

const known = cuisines.filter((cuisine) => cuisine !== 'any')
const bank = known.flatMap((cuisine) => dishesOf(cuisine))

// Written apart from the bank's own table: what a reader would call a mistake.
const refused: Record<Diet, readonly Ingredient[]> = {
  vegetarian: ['meat', 'pork', 'fish', 'shellfish'],
  vegan: ['meat', 'pork', 'fish', 'shellfish', 'dairy', 'egg', 'honey'],
  'gluten-free': ['gluten'],
  'dairy-free': ['dairy'],
  'nut-free': ['nuts'],
  halal: ['pork', 'alcohol'],
  kosher: ['pork', 'shellfish', 'meat'],
  pescatarian: ['meat', 'pork'],
}

const telltale: Partial<Record<Ingredient, RegExp>> = {
  meat: /\b(beef|chicken|lamb|veal|duck)\b|소고기|닭|양고기|송아지/i,
  pork: /\b(pork|bacon|prosciutto|ham)\b|돼지|베이컨|프로슈토/i,
  fish: /\b(fish|salmon|bass|bream|sole|mackerel|dashi)\b|(?<!without )\banchov|생선|연어|농어|도미|서대|고등어|멸치|가다랑어/i,
  shellfish: /\b(prawns?|shrimps?|crab)\b|새우|게살/i,
  dairy:
    /\b(butter|cheese|ricotta|mozzarella|mascarpone|gruyère|yoghurt|feta|cheddar|paneer|milk)\b|(?<!without )\bcream\b|치즈|버터|우유|요거트|리코타/i,
  egg: /\b(eggs?|custard)\b|달걀/i,
  honey: /\bhoney\b|꿀/i,
  gluten: /\b(wheat|flour|filo|bread\w*|lasagne|pastry|shortcrust|soy sauce|macaroni|biscuit|quiche|sponge)\b|밀가루|간장|빵|과자|라자냐/i,
  nuts: /\b(almonds?|walnuts?|cashews?|peanuts?|pecans?)\b|아몬드|호두|캐슈|땅콩/i,
  alcohol: /\b(wine|marsala|mirin|sake|rum|beer)\b|(?<!\p{Script=Hangul})와인|미림|마르살라/iu,
}

test('every dish declares what its own words give away', () => {
  for (const dish of bank) {
    for (const [ingredient, words] of Object.entries(telltale)) {
      if (words.test([...dish.en, ...dish.ko].join(' '))) expect(dish.contains, `${dish.en[0]}: ${ingredient}`).toContain(ingredient)
    }
  }
})

test('every dish is named once, in English and in Korean', () => {
  for (const locale of ['en', 'ko'] as const) expect(new Set(bank.map((dish) => dish[locale][0])).size).toBe(bank.length)
  for (const dish of bank) {
    expect(dish.en.join('')).not.toMatch(/\p{Script=Hangul}/u)
    expect(dish.ko[0]).toMatch(/\p{Script=Hangul}/u)
    expect(dish.ko[1]).toMatch(/\p{Script=Hangul}/u)
  }
})

test.each(known)('%s: each course has a dish that keeps all diets at once', (cuisine) => {
  for (const course of courses) {
    expect(dishesOf(cuisine).some((dish) => dish.course === course && keepsDiets(dish, diets))).toBe(true)
  }
})

test.each(cuisines.flatMap((cuisine) => diets.map((diet) => [cuisine, diet] as const)))('%s, %s: at least five dishes', (cuisine, diet) => {
  for (const occasion of occasions) {
    const menu = planMenu({ dietary: [diet], cuisine, occasion, hours: 1 }, 'en')
    expect(menu.length).toBeGreaterThanOrEqual(5)
    for (const { dish } of menu) expect(ingredientsOf(dish).filter((ingredient) => refused[diet].includes(ingredient))).toEqual([])
  }
})

const parties = fc.record({
  dietary: fc.uniqueArray(fc.constantFrom(...diets)),
  cuisine: fc.constantFrom(...cuisines),
  occasion: fc.constantFrom(...occasions),
  hours: fc.double({ min: 1, max: 12, noNaN: true }),
})

test('no dish of a menu breaks any restriction, whatever the combination', () => {
  fc.assert(
    fc.property(parties, (party) => {
      for (const { dish } of planMenu(party, 'en')) {
        for (const diet of party.dietary) expect(ingredientsOf(dish).some((ingredient) => refused[diet].includes(ingredient))).toBe(false)
      }
    }),
  )
})

test('a menu is served in order within the hours, no course twice, plated 1, 2, 3', () => {
  fc.assert(
    fc.property(parties, (party) => {
      const menu = planMenu(party, 'ko')
      expect(menu.map(({ platingOrder }) => platingOrder)).toEqual(menu.map((_, index) => index + 1))
      const minutes = menu.map(({ startMinute }) => startMinute)
      expect(minutes).toEqual(minutes.toSorted((a, b) => a - b))
      expect(minutes.at(-1)).toBeLessThanOrEqual(party.hours * 60)
      expect(new Set(menu.map(({ course }) => course)).size).toBe(menu.length)
      const served = new Map(menu.map(({ course, startMinute }) => [course, startMinute]))
      expect(served.get('side')).toBe(served.get('main'))
    }),
  )
})

test('more time allows more courses', () => {
  const lengths = [1, 3, 6].map((hours) => planMenu({ dietary: [], cuisine: 'korean', occasion: 'holiday', hours }, 'en').length)
  expect(lengths).toEqual([5, 6, 7])
})

test('a halal menu with meat asks for certified meat, in both languages', () => {
  const party = { dietary: ['halal'], cuisine: 'mediterranean', occasion: 'dinner-party', hours: 3 } as const
  for (const [locale, note] of [
    ['en', 'halal-certified'],
    ['ko', '할랄 인증'],
  ] as const) {
    const lamb = planMenu(party, locale).find(({ course }) => course === 'main')
    expect(lamb?.description).toContain(note)
  }
})

test('occasions differ in their menus', () => {
  const menus = occasions.map((occasion) => JSON.stringify(planMenu({ dietary: [], cuisine: 'indian', occasion, hours: 3 }, 'en')))
  expect(new Set(menus).size).toBeGreaterThan(1)
})

test('a dish that starts after the guests have gone is refused, the last minute is not', () => {
  const { example, checkItem } = menuCuration
  const item = {
    dish: 'Caponata',
    description: 'Aubergines in tomato sauce',
    course: 'appetizer',
    startMinute: 180,
    platingOrder: 1,
  } as const
  expect(checkItem?.(item, example, new Date())).toBeUndefined()
  expect(checkItem?.({ ...item, startMinute: 181 }, example, new Date())).toBe(
    'startMinute 181 is after the end, 180 minutes after the arrival',
  )
})

function ingredientsOf(name: string): readonly Ingredient[] {
  return (bank.find((dish) => dish.en[0] === name) as Dish).contains
}
