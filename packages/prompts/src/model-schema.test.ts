import { expect, test } from 'vitest'
import { z } from 'zod'
import { candidateFieldsOf } from './candidate-fields.ts'
import { candidateReference } from './fields.ts'
import { candidateAliases, modelSchemaOf } from './model-schema.ts'

const items = { minimum: 2, maximum: 3 }

function entryOf(item: z.ZodType) {
  return (modelSchemaOf(item, items) as { properties: { items: { items: object } } }).properties.items.items
}

test('limits become words, and a candidate becomes one of the twenty aliases', () => {
  const item = z.object({
    who: candidateReference('Who'),
    line: z.int().min(1).describe('Line'),
    below: z.number().max(9),
    score: z.number().min(0).max(1).describe('Score'),
    note: z.string().min(5).max(20).optional(),
    kind: z.enum(['x', 'y']),
    only: z.literal('z'),
    tags: z.array(z.string()).min(1).max(4).describe('Tags'),
    words: z.array(z.string()).max(2),
    sure: z.boolean(),
  })
  expect(entryOf(item)).toEqual({
    type: 'object',
    properties: {
      who: { type: 'string', enum: candidateAliases, description: 'Who' },
      line: { type: 'integer', description: 'Line; at least 1' },
      below: { type: 'number', description: 'at most 9' },
      score: { type: 'number', description: 'Score; from 0 to 1' },
      note: { type: 'string', description: 'at most 20 characters' },
      kind: { type: 'string', enum: ['x', 'y'] },
      only: { type: 'string', enum: ['z'] },
      tags: { type: 'array', items: { type: 'string' }, description: 'Tags; 1 to 4 items' },
      words: { type: 'array', items: { type: 'string' }, description: 'at most 2 items' },
      sure: { type: 'boolean' },
    },
    required: ['who', 'line', 'below', 'score', 'kind', 'only', 'tags', 'words', 'sure'],
    additionalProperties: false,
  })
})

test('the number of items is said once for a fixed count', () => {
  const description = (minimum: number, maximum: number) =>
    (modelSchemaOf(z.object({}), { minimum, maximum }) as { properties: { items: { description: string } } }).properties.items.description
  expect(description(2, 3)).toBe('2 to 3 items')
  expect(description(5, 5)).toBe('5 items')
})

test('a union, a nullable and closed numbers are refused at start', () => {
  expect(() => entryOf(z.object({ a: z.union([z.string(), z.number()]) }))).toThrow('An answer may hold objects, lists, strings')
  expect(() => entryOf(z.object({ a: z.string().nullable() }))).toThrow('An answer may hold objects, lists, strings')
  expect(() => entryOf(z.object({ a: z.literal(1) }))).toThrow('The closed values of an answer are strings; found [1].')
})

test('fields that name a candidate are found at any depth', () => {
  const item = z.object({
    first: candidateReference('First'),
    others: z.array(z.object({ id: candidateReference('Other') })),
    maybe: candidateReference('Maybe').optional(),
    text: z.string(),
  })
  expect(candidateFieldsOf(item)).toEqual([['first'], ['others', '*', 'id'], ['maybe']])
})
