import { expect, test } from 'vitest'
import { ordinaryTexts } from './safety-texts.ts'

test('ordinary texts have the asked-for length, differ, and hold no broken character', () => {
  const texts = ordinaryTexts(2_048)
  expect(texts).toHaveLength(100)
  expect(new Set(texts).size).toBeGreaterThan(50)
  for (const text of texts) {
    expect(text.isWellFormed()).toBe(true)
    expect(2_048 - Buffer.byteLength(text)).toBeLessThan(4)
  }
})
