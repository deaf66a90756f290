import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aliasCandidates, countCandidates, registry, restoreCandidates } from './index.ts'
import { arbitraryContext } from './testing/arbitrary-context.ts'

const suggestion = registry.coocook.chefRecommendation
const { example } = suggestion
const item = (chefId: string) => ({ chefId, reasoning: 'Fits the budget and the cuisine.', confidence: 0.5 })

test('an alias leads back to the candidate whose row it stood for, and no real id is left', () => {
  fc.assert(
    fc.property(arbitraryContext(suggestion), (sent) => {
      const context = suggestion.input.parse(sent)
      const { input, idOf } = aliasCandidates(suggestion, context)
      expect(input.chefs.map(({ id }) => id)).toEqual(context.chefs.map((_, index) => `c${index + 1}`))
      for (const { id: alias, ...row } of input.chefs) {
        const restored = restoreCandidates(suggestion, item(alias), idOf)
        expect(context.chefs.find(({ id }) => id === restored?.chefId)).toEqual({ id: restored?.chefId, ...row })
      }
      expect({ ...input, chefs: [] }).toEqual({ ...context, chefs: [] })
    }),
  )
})

test('the order in which the host lists its rows makes no difference', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(example.chefs, { minLength: example.chefs.length }), (chefs) => {
      expect(aliasCandidates(suggestion, { ...example, chefs })).toEqual(aliasCandidates(suggestion, example))
    }),
  )
})

test('the context that is given is not altered', () => {
  const before = structuredClone(example)
  aliasCandidates(suggestion, example)
  expect(example).toEqual(before)
})

test('an item that names an alias that was not offered is refused, a real id too', () => {
  const { idOf } = aliasCandidates(suggestion, { ...example, chefs: example.chefs.slice(0, 2) })
  expect(restoreCandidates(suggestion, item('c2'), idOf)?.chefId).toBe('chef-102')
  for (const foreign of ['c3', 'c20', 'c0', 'chef-101', 'constructor', '']) {
    expect(restoreCandidates(suggestion, item(foreign), idOf)).toBeUndefined()
  }
})

test('a suggestion without candidates keeps context and items as they are', () => {
  const menu = registry.coocook.menuCuration
  const { input, idOf } = aliasCandidates(menu, menu.example)
  expect(input).toBe(menu.example)
  expect(idOf.size).toBe(0)
  const [dish] = menu.template(menu.example, 'en', new Date())
  expect(restoreCandidates(menu, dish, idOf)).toBe(dish)
})

test('candidates are counted where there are any to choose from', () => {
  expect(countCandidates(suggestion, example)).toBe(6)
  expect(countCandidates(suggestion, { ...example, chefs: [] })).toBe(0)
  expect(countCandidates(registry.coocook.menuCuration, registry.coocook.menuCuration.example)).toBeUndefined()
})
