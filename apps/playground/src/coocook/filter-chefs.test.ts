import { expect, test } from 'vitest'
import { type Diet, diets, type Wishes } from './booking-terms.ts'
import { chefs } from './chefs.ts'
import { candidateChefs, filterChefs } from './filter-chefs.ts'

const open: Wishes = { cuisine: 'any', diets: [], guests: 2, budgetUsd: 10_000 }
const ids = (wishes: Partial<Wishes>) => filterChefs(chefs, { ...open, ...wishes }).map(({ id }) => id)

test('without wishes every chef is shown, the best rated first', () => {
  const found = filterChefs(chefs, open)
  expect(found).toHaveLength(chefs.length)
  expect(found.map(({ rating }) => rating)).toEqual(chefs.map(({ rating }) => rating).toSorted((a, b) => b - a))
})

test('a cuisine keeps those who cook it, second cuisines included', () => {
  expect(ids({ cuisine: 'mediterranean' })).toEqual(['chef-yasmin', 'chef-giulia'])
})

test('all restrictions must be kept at once', () => {
  expect(ids({ diets: ['vegan', 'gluten-free'] })).toEqual(['chef-arjun', 'chef-giulia'])
})

test('a chef is within budget when the fee fits too', () => {
  // 58 USD x 2 guests + 7 % = 124.12 USD
  expect(ids({ cuisine: 'korean', budgetUsd: 124 })).toEqual([])
  expect(ids({ cuisine: 'korean', budgetUsd: 125 })).toEqual(['chef-mina'])
})

test('a party that is too large leaves the chef out of the candidates as well', () => {
  expect(candidateChefs(chefs, 8).map(({ id }) => id)).toContain('chef-kenji')
  expect(candidateChefs(chefs, 9).map(({ id }) => id)).not.toContain('chef-kenji')
})

test('every restriction that can be chosen is kept by somebody', () => {
  const kept = (diet: Diet) => ids({ diets: [diet] }).length
  expect(diets.filter((diet) => kept(diet) === 0)).toEqual([])
})

test('no more candidates are offered than the suggestion takes', () => {
  expect(candidateChefs(chefs, 1).length).toBeLessThanOrEqual(20)
})
