import { expect, test } from 'vitest'
import { canonicalContext } from './canonical-context.ts'
import { registry } from './registry.ts'

const { chefRecommendation } = registry.coocook
const { example } = chefRecommendation

test('the order of closed values makes no difference, that of candidates and texts stays', () => {
  const one = canonicalContext(chefRecommendation, { ...example, dietary: ['vegan', 'halal'] })
  const other = canonicalContext(chefRecommendation, { ...example, dietary: ['halal', 'vegan'] })
  expect(one).toEqual(other)
  expect(one.chefs).toBe(example.chefs)
})

test("a caller's own context is not changed, and one that is in order is not copied", () => {
  const dietary: (typeof example)['dietary'] = ['vegan', 'halal']
  canonicalContext(chefRecommendation, { ...example, dietary })
  expect(dietary).toEqual(['vegan', 'halal'])
  const single = { ...example, dietary: [] }
  expect(canonicalContext(chefRecommendation, single)).toBe(single)
})
