import fc from 'fast-check'
import { expect, test } from 'vitest'
import { insertSection, removeSection } from './section-text.ts'

test('sections stand a blank line apart', () => {
  const first = insertSection('', 'The food\nGood.').after
  expect(insertSection(first, 'The service\nCalm.').after).toBe('The food\nGood.\n\nThe service\nCalm.')
  expect(insertSection('One line\n', 'Two').after).toBe('One line\n\nTwo')
})

test('an undo gives any text back byte for byte', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', minLength: 1 }), (text, section) => {
      const insertion = insertSection(text, section)
      expect(removeSection(insertion.after, insertion)).toBe(text)
    }),
  )
})

test('what was written since stays when an earlier section goes', () => {
  const first = insertSection('Hello.', 'The food')
  const second = insertSection(first.after, 'The service')
  expect(removeSection(second.after, first)).toBe('Hello.\n\nThe service')
  const alone = insertSection('', 'The food')
  expect(removeSection(insertSection(alone.after, 'The service').after, alone)).toBe('The service')
})

test('a section that was rewritten cannot be taken out', () => {
  const insertion = insertSection('', 'The food was good.')
  expect(removeSection('The food was great.', insertion)).toBeUndefined()
})
