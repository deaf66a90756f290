import { expect, test } from 'vitest'
import { sampleText } from './sample-text.ts'

test.each([0, 1, 100, 2_048, 16_384])('has exactly %i bytes and no broken character', (bytes) => {
  const text = sampleText(bytes)
  expect(Buffer.byteLength(text)).toBe(bytes)
  expect(text.isWellFormed()).toBe(true)
})
