import { expect, test } from 'vitest'
import { findRepeatProblem } from './find-repeats.ts'

test.each(['(a+)+b', '(?:a|b+){2,}', '(?:x(?:y*))*', '(\\d+,?){3}'])('finds a repeat inside a repeat: %s', (source) => {
  expect(findRepeatProblem(source, 'g')).toBe('a repeat without an end inside a repeat')
})

test.each(['a+b', '\\s*$', 'x[^y]*y', '(?:a+|b)c', '\\d{3,}(?=x)', 'a+\\b', '\\p{L}+-', '[a-z]+b?c', 'a(?:b+)c'])(
  'finds what can fail behind a repeat: %s',
  (source) => {
    expect(findRepeatProblem(source, 'gu')).toBe('something that can fail behind a repeat without an end')
  },
)

test.each([
  '^a+b',
  '(?<![a-z])[a-z]+!',
  'a{1,20}b',
  'ba+',
  'ba+c?',
  '(?:a|b){0,9}c',
  '[+*]x',
  '\\+\\*x',
  'a{2}b',
  '(?:ab+|c)',
  'x(?:a|b)+',
])('lets pass what is linear: %s', (source) => {
  expect(findRepeatProblem(source, 'g')).toBeUndefined()
})

test('lets a sticky expression pass, which starts at one place', () => {
  expect(findRepeatProblem('a+b', 'y')).toBeUndefined()
  expect(findRepeatProblem('^a+b', 'm')).toBeDefined()
})
