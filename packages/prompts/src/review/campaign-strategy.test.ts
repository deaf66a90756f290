import { expect, test } from 'vitest'
import { campaignStrategy, largestShare, parts } from './campaign-strategy.ts'
import { goals } from './choices.ts'

const now = new Date('2026-11-25T12:00:00Z')
const { example } = campaignStrategy
const part = {
  part: 'creators' as const,
  headline: 'Twelve small creators',
  plan: 'Book twelve creators under 50,000 followers for $400 each.',
  kpi: 'Engagement rate',
  formula: '(likes + comments) / reach',
  target: '4% or more within 7 days',
  budgetPercent: 40,
}
const problemOf = (change: Partial<typeof part> | { part: string }) =>
  campaignStrategy.checkItem?.({ ...part, ...change } as typeof part, example, now)

test('whichever parts an answer has, their shares never exceed the budget', () => {
  expect(parts.reduce((sum, name) => sum + largestShare[name], 0)).toBe(100)
  expect(problemOf({})).toBeUndefined()
  expect(problemOf({ budgetPercent: 51 })).toBe('budgetPercent 51 is above 50, the most for creators')
  expect(problemOf({ part: 'timeline' })).toBe('budgetPercent 40 is above 5, the most for timeline')
})

test('a KPI has a number to reach', () => {
  expect(problemOf({ target: 'as many as possible' })).toBe('target holds no number')
  expect(problemOf({ target: '7일 안에 4% 이상' })).toBeUndefined()
})

test.each([
  ['spending / sign-ups', true],
  ['revenue - cost', true],
  ['(좋아요 + 댓글) ÷ 도달', true],
  ['number of sign-ups', false],
  ['follow-up rate', false],
  ['저장 수', false],
])('"%s" is a formula: %s', (formula, accepted) => {
  expect(problemOf({ formula }) === undefined).toBe(accepted)
})

test('a plan does not spend more than the budget', () => {
  expect(problemOf({ plan: 'Pay one celebrity $50,000 for a single post.' })).toBe('the plan spends 50000 USD of 12000 USD')
  expect(problemOf({ plan: '유명 크리에이터 한 명에게 2만 달러를 씁니다. 나머지는 줄입니다.' })).toContain('20000 USD')
})

test('without a model the number that decides follows from the goal', () => {
  const deciding = goals.map(
    (goal) => campaignStrategy.template({ ...example, goal }, 'en', now).find(({ part: name }) => name === 'kpis')?.kpi,
  )
  expect(new Set(deciding).size).toBe(goals.length)
})

test('without a model a small budget gives products, a larger one fees, never more than the creators may cost', () => {
  const creatorsFor = (budgetUsd: number) =>
    campaignStrategy.template({ ...example, budgetUsd }, 'en', now).find(({ part: name }) => name === 'creators')
  expect(creatorsFor(800)?.plan).toContain('Send the product to 5 creators')
  expect(creatorsFor(5_000)?.plan).toContain('Book 5 creators under 50,000 followers')
  expect(creatorsFor(40_000)?.plan).toContain('Book 8 creators between 50,000 and 250,000 followers')
  expect(creatorsFor(5_000_000)?.plan).toContain('Book 20 creators')
})
