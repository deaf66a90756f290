import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashtag, hashtagProblem, postLength, postProblem } from './post-text.ts'

test('X counts Hangul and emoji twice, a joined emoji once as two, and composed letters once', () => {
  expect(postLength('hello', 'x')).toBe(5)
  expect(postLength('안녕', 'x')).toBe(4)
  expect(postLength('👨‍👩‍👧‍👦', 'x')).toBe(2)
  expect(postLength('🇰🇷', 'x')).toBe(2)
  expect(postLength('1️⃣', 'x')).toBe(2)
  expect(postLength('cafe\u0301', 'x')).toBe(4)
  expect(postLength('\u1112\u1161\u11ab', 'x')).toBe(2)
  expect(postLength('“quoted” – it’s', 'x')).toBe(15)
})

test('other platforms count code points', () => {
  expect(postLength('안녕 👋', 'instagram')).toBe(4)
})

test('a post of 280 counted characters with its hashtags fits X, one more does not', () => {
  // The empty line between and the tag of four.
  const room = 280 - 2 - '#tag'.length
  expect(postProblem('a'.repeat(room), ['#tag'], 'x')).toBeUndefined()
  expect(postProblem('a'.repeat(room + 1), ['#tag'], 'x')).toBe('281 characters with hashtags; x takes 280')
  expect(postProblem('가'.repeat(room / 2), ['#tag'], 'x')).toBeUndefined()
  expect(postProblem(`${'가'.repeat(room / 2)}.`, ['#tag'], 'x')).toMatch(/281 characters/)
})

test('hashtags inside of the caption count with the others', () => {
  expect(postProblem('Fresh #bread today', ['#bakery'], 'threads')).toMatch(/2 hashtags/)
  expect(postProblem('We are #1 in patience', ['#bakery'], 'threads')).toBeUndefined()
  expect(postProblem('#bread', ['#Bread'], 'x')).toBe('#Bread is there twice')
})

test('the number of hashtags follows the customs of the platform', () => {
  const tags = (count: number) => Array.from({ length: count }, (_, index) => `#tag${index}`)
  expect([2, 3, 5, 6].map((count) => hashtagProblem(tags(count), 'instagram') === undefined)).toEqual([false, true, true, false])
  expect([0, 1, 2, 3].map((count) => hashtagProblem(tags(count), 'x') === undefined)).toEqual([false, true, true, false])
  expect(hashtagProblem(tags(2), 'threads')).toBe('2 hashtags; threads is best served with 1')
})

test('a hashtag is one word behind one sign, as platforms link it', () => {
  for (const tag of ['#bread', '#BreadOf2026', '#아침_빵', '#café', '#2026goals']) expect(hashtag.safeParse(tag).success, tag).toBe(true)
  for (const tag of ['bread', '#', '#2026', '#two words', '##bread', '#bread!', '#a-b', `#${'a'.repeat(31)}`])
    expect(hashtag.safeParse(tag).success, tag).toBe(false)
})

test('a longer text never counts for less', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(postLength(`${text}\na`, 'x')).toBeGreaterThan(postLength(text, 'x'))
      expect(postLength(text, 'x')).toBeLessThanOrEqual(2 * [...text.normalize('NFC')].length)
    }),
  )
})
