import fc from 'fast-check'
import { expect, test } from 'vitest'
import { KnownCleanTexts } from './known-clean-texts.ts'

test('a text is known under its own options alone', () => {
  const known = new KnownCleanTexts()
  known.add(known.keyOf('fresh pasta', 'text low') ?? '')
  expect(known.has(known.keyOf('fresh pasta', 'text low') ?? '')).toBe(true)
  expect(known.has(known.keyOf('fresh pasta', 'text high') ?? '')).toBe(false)
  expect(known.has(known.keyOf('fresh pasta ', 'text low') ?? '')).toBe(false)
})

test('neither the words nor a guessable hash of them are kept', () => {
  const [one, other] = [new KnownCleanTexts(), new KnownCleanTexts()]
  expect(one.keyOf('fresh pasta', '')).not.toBe(other.keyOf('fresh pasta', ''))
  expect(one.keyOf('fresh pasta', '')).not.toContain('pasta')
})

test('long texts are not remembered', () => {
  expect(new KnownCleanTexts().keyOf('x'.repeat(81), '')).toBeUndefined()
})

test('memory is bounded, and what is asked for stays', () => {
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 40 }), fc.integer({ min: 1, max: 200 }), (capacity, texts) => {
      const known = new KnownCleanTexts(capacity)
      const often = known.keyOf('often', '') ?? ''
      known.add(often)
      for (let index = 0; index < texts; index++) {
        known.add(known.keyOf(`text ${index}`, '') ?? '')
        expect(known.has(often)).toBe(true)
        expect(known.size).toBeLessThanOrEqual(capacity + 1)
      }
    }),
    { numRuns: 50 },
  )
})

test('a list is known as it stands, under its own options, and its words are not kept', () => {
  const known = new KnownCleanTexts()
  const rows = JSON.stringify([{ id: 'c1', tags: ['fresh pasta'] }])
  known.add(known.keyOfJson(rows, 'low'))
  expect(known.has(known.keyOfJson(rows, 'low'))).toBe(true)
  expect(known.has(known.keyOfJson(rows, 'high'))).toBe(false)
  expect(known.has(known.keyOfJson(JSON.stringify([{ id: 'c1', tags: ['fresh pasta', 'call 010-1234-5678'] }]), 'low'))).toBe(false)
  expect(new KnownCleanTexts().keyOfJson(rows, 'low')).not.toBe(known.keyOfJson(rows, 'low'))
})
