import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { dayOfTraffic } from './day-of-traffic.ts'

const options = { seed: 1, users: 100 }
const day = dayOfTraffic(options)

test('the same seed gives the same day, another seed another one', () => {
  const digest = (asks: object) => createHash('sha256').update(JSON.stringify(asks)).digest('hex')
  expect(digest(dayOfTraffic(options))).toBe(digest(day))
  expect(digest(dayOfTraffic({ ...options, seed: 2 }))).not.toBe(digest(day))
})

test('every context is one that its suggestion takes', () => {
  for (const { suggestion, context } of day) expect(suggestion.input.safeParse(context).error).toBeUndefined()
})

test('every user of every product comes once and asks three to eight times, in the order of time', () => {
  const sessions = Map.groupBy(day, ({ product, userId }) => `${product} ${userId}`)
  expect(sessions.size).toBe(5 * options.users)
  for (const asks of sessions.values()) {
    expect(asks.length).toBeGreaterThanOrEqual(3)
    expect(asks.length).toBeLessThanOrEqual(8)
  }
  expect(day.map(({ at }) => at)).toEqual(day.map(({ at }) => at).toSorted((a, b) => a - b))
})

test('the offered chefs change four times a day, whatever the order in which a page lists them', () => {
  const lists = dayOfTraffic({ seed: 1, users: 1_000 }).flatMap(({ context }) => {
    const chefs = context.chefs as { id: string }[] | undefined
    return chefs ? [JSON.stringify(chefs.map(({ id }) => id).toSorted())] : []
  })
  expect(new Set(lists).size).toBe(4)
})

test('the first cuisine is asked for far more often than the last', () => {
  const asked = day.map(({ context }) => context.cuisine)
  const count = (cuisine: string) => asked.filter((each) => each === cuisine).length
  expect(count('korean')).toBeGreaterThan(3 * count('american'))
})
