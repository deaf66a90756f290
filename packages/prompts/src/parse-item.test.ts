import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { text } from './fields.ts'
import { defineSuggestion, parseModelItem, registry } from './index.ts'

const chef = registry.coocook.chefRecommendation
const menu = registry.coocook.menuCuration
const dish = { dish: 'Caponata', description: 'Aubergines in tomato sauce', course: 'appetizer', startMinute: 10, platingOrder: 1 }

test('letter case of closed values, white space and unknown fields are forgiven', () => {
  const parsed = parseModelItem(menu, { ...dish, dish: '  Caponata\n', course: ' APPETIZER', invented: true })
  expect(parsed).toEqual({ item: dish })
  const chosen = parseModelItem(chef, { chefId: 'C3', reasoning: ' Fits the budget. ', confidence: 1 })
  expect(chosen).toEqual({ item: { chefId: 'c3', reasoning: 'Fits the budget.', confidence: 1 } })
})

test.each([
  [{ ...dish, course: 'brunch' }, 'course: '],
  [{ ...dish, startMinute: -1 }, 'startMinute: '],
  [{ ...dish, startMinute: '10' }, 'startMinute: '],
  [{ ...dish, platingOrder: 1.5 }, 'platingOrder: '],
  [{ ...dish, dish: '   ' }, 'dish: '],
  [{ ...dish, description: 'x'.repeat(201) }, 'description: '],
  [{}, 'dish: '],
  [null, ': '],
  ['text', ': '],
])('%j is refused, and the problem names the place %s', (raw, place) => {
  const parsed = parseModelItem(menu, raw)
  expect(parsed).toHaveProperty('problem')
  expect('problem' in parsed && parsed.problem.startsWith(place)).toBe(true)
})

test('a list in place of an item is refused', () => {
  expect(parseModelItem(menu, [dish])).toHaveProperty('problem')
})

test('nothing that a model can write throws', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (raw) => {
      expect(Object.keys(parseModelItem(chef, raw))).toHaveLength(1)
    }),
  )
  const polluted = JSON.parse('{"__proto__":{"dish":"x"},"constructor":{"a":"b"}}')
  expect(parseModelItem(menu, polluted)).toHaveProperty('problem')
})

test('lists and nested objects are forgiven in the same way', () => {
  const nested = defineSuggestion({
    name: 'review.nested',
    title: { en: 'Nested', ko: '중첩' },
    summary: 'A list within an item.',
    input: z.strictObject({ note: text(10, 'Note') }),
    item: z.object({ tags: z.array(z.enum(['Red', 'Blue'])), inner: z.object({ name: z.string() }) }),
    items: { minimum: 1, maximum: 1 },
    variants: { one: { summary: 'One', instructions: 'Do.' }, two: { summary: 'Two', instructions: 'Do it.' } },
    maxOutputTokens: 100,
    cacheSeconds: 1,
    safety: 'low',
    template: () => [{ tags: ['Red' as const], inner: { name: 'x' } }],
    example: { note: 'x' },
  })
  expect(parseModelItem(nested, { tags: ['red', 'BLUE '], inner: { name: ' x ' } })).toEqual({
    item: { tags: ['Red', 'Blue'], inner: { name: 'x' } },
  })
})
