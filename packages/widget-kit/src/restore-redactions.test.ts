import fc from 'fast-check'
import { expect, test } from 'vitest'
import { restoreRedactions } from './restore-redactions.ts'

const context = { highlights: 'Write to ana@example.com!', dishes: ['soup for 555-0100'], rating: 5 }
const email = { placeholder: '[EMAIL_1]', field: 'highlights', start: 9, end: 24 }
const phone = { placeholder: '[PHONE_1]', field: 'dishes.0', start: 9, end: 17 }

test('placeholders become the words of the context again, however deep they stand', () => {
  const items = [{ body: 'Mail [EMAIL_1], call [PHONE_1], mail [EMAIL_1].', more: { tags: ['[PHONE_1]'] }, order: 1, none: null }]
  expect(restoreRedactions(items, [email, phone], context)).toEqual([
    { body: 'Mail ana@example.com, call 555-0100, mail ana@example.com.', more: { tags: ['555-0100'] }, order: 1, none: null },
  ])
})

test('a placeholder without a matching text stays as it is', () => {
  const items = [{ body: '[EMAIL_1] [NAME_2]' }]
  for (const field of ['missing', 'rating', 'highlights.length', 'constructor', 'dishes.7']) {
    expect(restoreRedactions(items, [{ ...email, field }], context)).toEqual(items)
  }
  expect(restoreRedactions(items, undefined, context)).toEqual(items)
})

test('the first of two redactions with the same placeholder counts', () => {
  expect(restoreRedactions(['[EMAIL_1]'], [email, { ...phone, placeholder: '[EMAIL_1]' }], context)).toEqual(['ana@example.com'])
})

test('the words are put in as they are, even where they look like a pattern or a placeholder', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (words) => {
      const redaction = { placeholder: '[NAME_1]', field: 'text', start: 2, end: 2 + words.length }
      expect(restoreRedactions(['a [NAME_1] b'], [redaction], { text: `> ${words}` })).toEqual([`a ${words} b`])
    }),
  )
})
