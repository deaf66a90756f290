import { expect, test } from 'vitest'
import { codeExplanation } from './code-explanation.ts'

const { example } = codeExplanation
const read = (code: string, language: typeof example.language, locale: 'en' | 'ko' = 'en') =>
  codeExplanation.template({ code, language }, locale, new Date())

const places = (code: string, language: typeof example.language) =>
  read(code, language).map(({ firstLine, lastLine, concepts }) => `${firstLine}-${lastLine} ${concepts[0]}`)

test('a function, its loop and its condition are shown with the lines that belong to them', () => {
  expect(places(example.code, 'javascript')).toEqual([
    '1-1 overview first',
    '3-12 functions',
    '5-7 loops',
    '8-10 conditions',
    '11-11 return values',
    '14-14 tracing by hand',
  ])
})

test('blocks without braces end where the indent does', () => {
  const code = ['import csv', 'import sys', '', 'def total(rows):', '    for row in rows:', '        print(row)', '', 'total([])'].join(
    '\n',
  )
  expect(places(code, 'python')).toEqual(['1-1 overview first', '1-2 modules', '4-6 functions', '5-6 loops', '8-8 tracing by hand'])
})

test.each([
  ['html', '<!doctype html>\n<title>Tea</title>\n<main class="shop">\n  <form>\n    <input>\n  </form>\n</main>', '3-7 page structure'],
  ['css', '.card {\n  display: grid;\n}\n@media (width < 40rem) {\n  .card {\n    display: block;\n  }\n}', '4-8 media queries'],
  ['sql', 'SELECT name\nFROM students\nJOIN marks USING (id)\nWHERE mark > 3', '2-3 tables and joins'],
] as const)('%s has landmarks of its own', (language, code, place) => {
  expect(places(code, language)).toContain(place)
})

test('a single line is still worth three steps, and lines that nobody sees do not count', () => {
  expect(places('x', 'javascript')).toEqual(['1-1 overview first', '1-1 names', '1-1 tracing by hand'])
  expect(places('\n\nx\ny\n\n', 'javascript')).toEqual(['3-3 overview first', '3-4 names', '4-4 tracing by hand'])
})

test('the model sees the numbers that its answer names', () => {
  expect(codeExplanation.facts?.({ code: 'let a\nlet b', language: 'javascript' }, new Date())).toEqual({ code: '1| let a\n2| let b' })
})

const problem = (change: Partial<{ firstLine: number; lastLine: number; explanation: string }>) =>
  codeExplanation.checkItem?.(
    { firstLine: 1, lastLine: 1, explanation: 'Says what it does.', concepts: ['loops'], ...change },
    example,
    new Date(),
  )

test('a part lies within the code and does not run backwards', () => {
  expect(problem({ firstLine: 3, lastLine: 14 })).toBeUndefined()
  expect(problem({ firstLine: 3, lastLine: 15 })).toBe('line 15 is beyond the code, which has 14')
  expect(problem({ firstLine: 3, lastLine: 2 })).toBe('the part ends in line 2, before it begins in line 3')
})

test('an explanation that hands over code is refused; one that quotes a name or a statement is not', () => {
  expect(problem({ explanation: 'Here `i <= items.length` lets the loop run once more; items[3] is undefined.' })).toBeUndefined()
  expect(problem({ explanation: 'Use this:\nlet sum = 0;\nfor (const item of items) {' })).toBe('the explanation holds lines of code')
  expect(problem({ explanation: 'Write ```js\nsum += item\n```' })).toBe('the explanation holds lines of code')
})
