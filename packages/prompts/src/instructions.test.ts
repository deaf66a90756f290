import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instructionsProblem, maximumInstructionsLength, renderInstructions } from './instructions.ts'

const known = new Set(['cuisine', 'count', 'language'])

test('known variables, with or without spaces, are accepted', () => {
  expect(instructionsProblem('Choose {{count}} of {{ cuisine }} { "json": {} }', known)).toBeUndefined()
})

test.each([
  ['', 'the instructions are empty'],
  [' \n', 'the instructions are empty'],
  ['Use {{highlights}}', 'the variable {{highlights}} is not known; known are count, cuisine, language'],
  ['Use {{count}', 'a "{{" or "}}" does not belong to a variable'],
  ['Use {{a.b}}', 'a "{{" or "}}" does not belong to a variable'],
  ['Use {{{{count}}}}', 'a "{{" or "}}" does not belong to a variable'],
])('"%s" is refused: %s', (instructions, problem) => {
  expect(instructionsProblem(instructions, known)).toBe(problem)
})

test('the length is limited', () => {
  expect(instructionsProblem('x'.repeat(maximumInstructionsLength), known)).toBeUndefined()
  expect(instructionsProblem('x'.repeat(maximumInstructionsLength + 1), known)).toBe(
    'the instructions have 4001 characters; at most 4000 are allowed',
  )
})

test('lists are joined; an empty list, an absent value and inherited names are "none"', () => {
  const render = (instructions: string) =>
    renderInstructions(instructions, { diets: ['vegan', 'halal'], none: [], zero: 0, gone: undefined })
  expect(render('{{diets}}|{{ none }}|{{zero}}|{{gone}}|{{absent}}|{{constructor}}')).toBe('vegan, halal|none|0|none|none|none')
})

test('a value is never read as a template, nor as a replacement pattern', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('{{count}}', '$&', '$1', '$$')), (value) => {
      expect(renderInstructions('<{{cuisine}}>', { cuisine: value, count: 4 })).toBe(`<${value}>`)
    }),
  )
})
