import { expect, test } from 'vitest'
import { dayOfTraffic } from '../traffic/day-of-traffic.ts'
import { replayDay } from './replay-day.ts'

const day = dayOfTraffic({ seed: 1, users: 8 })

test('every ask of a day is answered by the model or by what the cache kept of it', async () => {
  const { asks, hits, suggestions } = await replayDay(day)
  expect(asks).toBe(day.length)
  expect(hits).toBeGreaterThan(0)
  expect(hits).toBeLessThan(asks)
  expect([...suggestions.values()].reduce((sum, each) => sum + each.hits, 0)).toBe(hits)
})

test('the same day has the same hits; literal keys have fewer, longer lifetimes not fewer', async () => {
  const { hits } = await replayDay(day)
  expect((await replayDay(day)).hits).toBe(hits)
  expect((await replayDay(day, { literalKeys: true })).hits).toBeLessThan(hits)
  expect((await replayDay(day, { lifetime: 24 })).hits).toBeGreaterThanOrEqual(hits)
})

test('nobody gets an answer that was written for the words of another', async () => {
  const review = day.filter(({ suggestion }) => suggestion.cacheScope === 'user').slice(0, 1)
  const others = review.flatMap((ask) => [ask, { ...ask, userId: 'somebody else' }])
  expect((await replayDay(others)).hits).toBe(0)
})
