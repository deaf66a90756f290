import fc from 'fast-check'
import { expect, test } from 'vitest'
import { captions } from './captions.ts'
import { platforms } from './platforms.ts'

const { example } = captions
const now = new Date('2026-11-25T12:00:00Z')
type Context = typeof example

const write = (change: Partial<Context>, locale: 'en' | 'ko' = 'en') => captions.template({ ...example, ...change }, locale, now)

test('the context names the language of the captions, whoever asks', () => {
  expect(captions.answerLocale!({ ...example, language: 'ko' })).toBe('ko')
})

test('the prompt is told what the platform takes', () => {
  expect(captions.facts!({ ...example, platform: 'x' }, now)).toEqual({
    limits: { characters: 280, lettersCountDouble: true, shownFirst: 280, hashtags: { minimum: 1, maximum: 2 } },
  })
})

test('without a model every platform takes the captions, whatever the product is called', () => {
  const names = fc.oneof(
    fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
    fc.constant('가'.repeat(40)),
    fc.constant('a'.repeat(60)),
  )
  fc.assert(
    fc.property(names, fc.constantFrom(...platforms), fc.constantFrom('en' as const, 'ko' as const), (productName, platform, locale) => {
      const context = { ...example, productName, platform }
      for (const item of captions.template(context, locale, now)) expect(captions.checkItem!(item, context, now)).toBeUndefined()
    }),
  )
})

test('the product is named, and tagged, where its name is visibly just a name', () => {
  expect(write({})[0]).toMatchObject({
    caption: expect.stringContaining('Morning Blend'),
    hashtags: expect.arrayContaining(['#MorningBlend']),
  })
  const unknown = write({ productName: '<b>www.evil.example</b>' })
  expect(JSON.stringify(unknown)).not.toContain('evil')
  expect(unknown[0]?.caption).toContain('[product]')
})

test('every skeleton leaves gaps, and repeats nothing of the description', () => {
  for (const { caption } of write({ description: 'call 010-1234-5678' })) {
    expect(caption).toMatch(/\[[^\]]+\]/)
    expect(caption).not.toContain('1234')
  }
})

test('a caption of the model that the platform would not take is refused', () => {
  const item = { angle: 'Easy question', caption: 'x'.repeat(300), hashtags: ['#coffee'] }
  expect(captions.checkItem!(item, { ...example, platform: 'x' }, now)).toMatch(/x takes 280/)
  expect(captions.checkItem!(item, { ...example, platform: 'instagram' }, now)).toMatch(/1 hashtags; instagram is best served with 3 to 5/)
  expect(captions.checkItem!(item, { ...example, platform: 'facebook' }, now)).toBeUndefined()
})
