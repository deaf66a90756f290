import { expect, test } from 'vitest'
import { AskSupply } from './ask-supply.ts'

const textOf = ({ suggestion, userId, locale, context }: ReturnType<AskSupply['next']>) =>
  JSON.stringify([suggestion.name, suggestion.cacheScope === 'user' ? userId : '', locale, context])

test('without hits nothing comes twice', () => {
  const supply = new AskSupply({ hitRate: 0, seed: 1 })
  const asks = Array.from({ length: 500 }, () => supply.next())
  for (const ask of asks) supply.answered(ask)
  expect(new Set([...asks, supply.next()].map(textOf)).size).toBe(501)
})

test('the wanted share of asks was answered before', () => {
  const supply = new AskSupply({ hitRate: 0.7, seed: 1 })
  const seen = new Set<string>()
  let repeated = 0
  for (let index = 0; index < 2_000; index++) {
    const ask = supply.next()
    if (seen.has(textOf(ask))) repeated += 1
    seen.add(textOf(ask))
    supply.answered(ask)
  }
  expect(repeated / 2_000).toBeGreaterThan(0.67)
  expect(repeated / 2_000).toBeLessThan(0.73)
})

test('what is not answered yet is not asked again as a hit', () => {
  const supply = new AskSupply({ hitRate: 1, seed: 1 })
  expect(textOf(supply.next())).not.toBe(textOf(supply.next()))
})
