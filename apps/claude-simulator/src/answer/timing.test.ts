import { expect, it } from 'vitest'
import { findModel } from '../models.ts'
import { createTiming, pause } from './timing.ts'

const haiku = findModel('claude-haiku-5-5', Date.parse('2026-11-22'))!

it('spreads the first token around the median and takes 120 tokens a second', () => {
  const timing = createTiming('realistic', 'seed')
  const times = Array.from({ length: 2_001 }, () => timing.firstTokenMs(haiku)).sort((a, b) => a - b)
  expect(times[1_000]).toBeGreaterThan(560)
  expect(times[1_000]).toBeLessThan(640)
  expect(times[1_900]).toBeGreaterThan(900)
  expect(timing.tokensMs(haiku, 240)).toBe(2_000)
})

it('makes only the first use of a schema slow', () => {
  const timing = createTiming(10, 'seed')
  expect(timing.compileMs({ type: 'object' })).toBe(150)
  expect(timing.compileMs({ type: 'object' })).toBe(0)
  expect(timing.compileMs(null)).toBe(0)
})

it('takes no time at all when asked', () => {
  const timing = createTiming('none', 'seed')
  expect(timing.firstTokenMs(haiku) + timing.tokensMs(haiku, 1_000) + timing.compileMs({})).toBe(0)
})

it('ends a pause when the client goes', async () => {
  const controller = new AbortController()
  const waiting = pause(60_000, controller.signal)
  controller.abort()
  expect(await waiting).toBe(false)
  expect(await pause(60_000, controller.signal)).toBe(false)
})
