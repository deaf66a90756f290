import { expect, test } from 'vitest'
import type { Language } from '../language.ts'
import type { Json } from '../protocol.ts'
import { chefConfidence, chefWorth, fitOfChef } from './chef.ts'
import { chefReason } from './chef-reason.ts'
import type { RequestFacts } from './request-facts.ts'

const party = { budgetUsd: 450, cuisine: 'italian', dietary: ['vegetarian'], partySize: 6 }
const luca = { cuisines: ['italian'], priceBand: 'standard', rating: 4.7, tags: ['vegetarian menus', 'fresh pasta'] }
const arjun = { cuisines: ['indian'], priceBand: 'budget', rating: 4.9, tags: ['vegan', 'spice workshop'] }
const carla = { cuisines: ['Italian'], priceBand: 'premium', rating: 5, tags: ['wine pairing'] }

const dataOf = (context: Record<string, Json>) => new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), value]))
const data = dataOf(party)
const reason = (attributes: Record<string, Json>, index: number, language: Language = 'en') =>
  chefReason({ id: 'c1', attributes }, { language, data } as RequestFacts, index)

test('restrictions count before the cuisine, the cuisine before price and rating', () => {
  const ranked = [carla, arjun, luca].toSorted((a, b) => chefWorth(b, data) - chefWorth(a, data))
  expect(ranked).toEqual([luca, arjun, carla])
})

test('only a chef whom nothing speaks against is recommended with high confidence', () => {
  expect(chefConfidence(luca, data, 0)).toBeGreaterThan(0.85)
  expect(chefConfidence(arjun, data, 1)).toBeLessThan(0.4)
  expect(chefConfidence({ ...luca, tags: [] }, data, 0)).toBeCloseTo(0.62)
})

test('profiles are read in both languages, and a stricter claim covers the milder one', () => {
  expect(fitOfChef({ ...luca, cuisines: ['이탈리아 가정식'], tags: ['비건'] }, data)).toMatchObject({ cooksIt: true, open: [] })
  expect(fitOfChef(arjun, data)).toMatchObject({ cooksIt: false, covered: ['vegetarian'], usdPerGuest: 75, affordable: true })
})

test('a reason says what fits, what does not, and what to ask first, within the length that the prompt allows', () => {
  expect(reason(luca, 0)).toBe('Cooks Italian and is tagged vegetarian; the standard level fits $75 a guest.')
  expect(reason(arjun, 1)).toBe('Rated 4.9, known for spice workshop; cooks Indian rather than Italian and is tagged vegetarian.')
  expect(reason(carla, 1)).toBe('Cooks Italian; the premium level may exceed $75 a guest. Ask about vegetarian dishes first.')
  expect(reason(luca, 0, 'ko')).toBe('이탈리아 요리를 하고 채식 표시가 있어요. 표준 가격대라 1인 75달러에 맞아요.')
  for (const chef of [luca, arjun, carla]) {
    for (const index of [0, 1]) {
      expect(reason(chef, index).length).toBeLessThanOrEqual(150)
      expect(reason(chef, index, 'ko').length).toBeLessThanOrEqual(80)
    }
  }
})
