import { locales } from '@inkling/contracts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  aliasCandidates,
  countCandidates,
  findSuggestionByPath,
  mapStringsAt,
  parseModelItem,
  renderInstructions,
  suggestions,
} from './index.ts'
import { candidateAliases, modelSchemaOf } from './model-schema.ts'
import { arbitraryContext, latinText } from './testing/arbitrary-context.ts'
import { proseOf } from './testing/prose-of.ts'

const now = new Date('2026-11-22T12:00:00Z')

const hangul = /\p{Script=Hangul}/u
const kebabCase = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

type Node = Record<string, unknown>

function nodesOf(schema: unknown): Node[] {
  const node = schema as Node
  const children = [...Object.values((node.properties ?? {}) as Node), ...(node.items ? [node.items] : [])]
  return [node, ...children.flatMap(nodesOf)]
}

test('paths, names and flags are unique', () => {
  for (const key of ['path', 'name', 'promptFlag'] as const) {
    expect(new Set(suggestions.map((suggestion) => suggestion[key])).size).toBe(suggestions.length)
  }
})

test('a path that no suggestion has is not found', () => {
  expect(findSuggestionByPath('coocook', 'no-such-thing')).toBeUndefined()
  expect(findSuggestionByPath('no-such-product', 'chef-recommendation')).toBeUndefined()
  expect(findSuggestionByPath('constructor', '')).toBeUndefined()
})

describe.each(suggestions.map((suggestion) => [suggestion.name, suggestion] as const))('%s', (_, suggestion) => {
  const example = suggestion.input.parse(suggestion.example)

  test('has kebab-case path, flag and variant names, and titles in both languages', () => {
    const [product, key] = suggestion.path.split('/')
    expect(product).toMatch(kebabCase)
    expect(key).toMatch(kebabCase)
    expect(findSuggestionByPath(product!, key!)).toBe(suggestion)
    expect(suggestion.promptFlag).toBe(`${product}-${key}-prompt`)
    expect(suggestion.title.en).toMatch(/^[^\p{Script=Hangul}]+$/u)
    expect(suggestion.title.ko).toMatch(hangul)
    expect(Object.keys(suggestion.variants).length).toBeGreaterThanOrEqual(2)
    for (const [name, { summary }] of Object.entries(suggestion.variants)) {
      expect(name).toMatch(kebabCase)
      expect(summary).not.toBe('')
    }
    expect(new Set(Object.values(suggestion.variants).map(({ instructions }) => instructions)).size).toBe(
      Object.keys(suggestion.variants).length,
    )
  })

  test('asks for a short answer', () => {
    expect(suggestion.maxOutputTokens).toBeLessThanOrEqual(800)
    expect(suggestion.items.minimum).toBeGreaterThanOrEqual(1)
    expect(suggestion.cacheSeconds).toBeGreaterThan(0)
  })

  test('is cached for one user alone exactly if the context has free text of that user', () => {
    const own = suggestion.fields.some(({ kind, path }) => (kind === 'text' || kind === 'code') && path[0] !== suggestion.candidates)
    expect(suggestion.cacheScope).toBe(own ? 'user' : 'shared')
  })

  test('sends a schema that the Messages API accepts', () => {
    const nodes = nodesOf(suggestion.modelSchema)
    const allowed = new Set(['type', 'properties', 'required', 'items', 'enum', 'description', 'additionalProperties'])
    expect(nodes.flatMap((node) => Object.keys(node)).filter((key) => !allowed.has(key))).toEqual([])
    // Each type is one word, so that there is no union at all.
    expect(nodes.filter(({ type }) => typeof type !== 'string')).toEqual([])
    const objects = nodes.filter(({ type }) => type === 'object')
    expect(objects.filter(({ additionalProperties }) => additionalProperties !== false)).toEqual([])
    const optional = objects.map(({ properties, required }) => Object.keys(properties as Node).length - (required as string[]).length)
    expect(optional.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(24)
  })

  test('sends the same schema whatever the candidates are', () => {
    expect(modelSchemaOf(suggestion.item, suggestion.items)).toEqual(suggestion.modelSchema)
    const closed = nodesOf(suggestion.modelSchema).filter((node) => (node.enum as string[] | undefined)?.includes('c1'))
    expect(closed).toHaveLength(suggestion.candidateFields.length)
    for (const node of closed) expect(node.enum).toEqual(candidateAliases)
    expect(suggestion.candidateFields.length > 0).toBe(suggestion.candidates !== undefined)
  })

  test('accepts its example and refuses a field that it does not know', () => {
    expect(suggestion.input.safeParse(suggestion.example).success).toBe(true)
    expect(suggestion.input.safeParse({ ...(example as object), unknownField: 1 }).success).toBe(false)
  })

  test('lets no text of a person or third party into the instructions', () => {
    const marker = 'PLANTED'
    let planted = example as object
    const open = suggestion.fields.filter(({ kind }) => kind !== 'choice' && kind !== 'number')
    for (const { path } of open) {
      const before = planted
      planted = mapStringsAt(planted, path, (_text, place) => `${marker}-${place}`) as object
      // The example fills every open field, so that each is tried here.
      expect(planted, path.join('.')).not.toBe(before)
    }
    const accepted = suggestion.input.parse(planted) as object
    for (const { instructions } of Object.values(suggestion.variants)) {
      const rendered = renderInstructions(instructions, { ...accepted, count: 4, answerLanguage: 'English' })
      expect(rendered).not.toContain(marker)
      expect(rendered).not.toMatch(/\{\{|\}\}|\[object|undefined|NaN/)
      expect(rendered).not.toMatch(hangul)
    }
    for (const name of open.map(({ path }) => path[0]!)) expect(suggestion.variables).not.toContain(name)
  })

  test('shows examples too short to be taken for a leak of the instructions when an answer follows them', () => {
    for (const { instructions } of Object.values(suggestion.variants)) {
      for (const [example] of instructions.matchAll(/"[^"]+"/g)) {
        // Answers that repeat twelve words of the instructions are dropped.
        expect(example.match(/[\p{L}\p{N}]+/gu)?.length ?? 0, example).toBeLessThan(12)
      }
    }
  })

  test.each(locales)('answers its example without a model, in its language: %s', (locale) => {
    const items = suggestion.template(example, locale, now)
    expectValidAnswer(example, items)
    for (const item of items) expect(hangul.test(proseOf(suggestion, item).join(' '))).toBe(locale === 'ko')
  })

  test.each(locales)('answers every valid context without a model: %s', (locale) => {
    fc.assert(
      fc.property(arbitraryContext(suggestion), (sent) => {
        const context = suggestion.input.parse(sent)
        expectValidAnswer(context, suggestion.template(context, locale, now))
      }),
    )
  })

  test('keeps to the language for every context without foreign letters', () => {
    fc.assert(
      fc.property(arbitraryContext(suggestion, latinText), fc.constantFrom(...locales), (sent, locale) => {
        for (const item of suggestion.template(suggestion.input.parse(sent), locale, now)) {
          expect(hangul.test(proseOf(suggestion, item).join(' '))).toBe(locale === 'ko')
        }
      }),
    )
  })

  test('gives the same template answer for the same context', () => {
    expect(suggestion.template(example, 'en', now)).toEqual(suggestion.template(structuredClone(example), 'en', now))
  })

  function expectValidAnswer(context: unknown, items: readonly unknown[]) {
    const offered = countCandidates(suggestion, context)
    expect(items.length).toBeGreaterThanOrEqual(Math.min(suggestion.items.minimum, offered ?? Number.POSITIVE_INFINITY))
    expect(items.length).toBeLessThanOrEqual(suggestion.items.maximum)
    for (const item of items) {
      // Exactly as the schema has it: nothing dropped, nothing changed.
      expect(suggestion.item.parse(item)).toEqual(item)
      expect(suggestion.checkItem?.(item, context, now)).toBeUndefined()
      // What a template says survives the way that a model's item takes.
      expect('item' in parseModelItem(suggestion, item)).toBe(true)
    }
    expect(new Set(items.map((item) => JSON.stringify(item))).size).toBe(items.length)
    const { distinct } = suggestion
    if (distinct !== undefined) expect(new Set(items.map((item) => (item as Node)[distinct])).size).toBe(items.length)
    const ids = new Set(aliasCandidates(suggestion, context).idOf.values())
    for (const path of suggestion.candidateFields) {
      const named: string[] = []
      for (const item of items) {
        mapStringsAt(item, path, (id) => {
          named.push(id)
          return id
        })
      }
      expect(named.every((id) => ids.has(id))).toBe(true)
      expect(new Set(named).size).toBe(named.length)
    }
  }
})
