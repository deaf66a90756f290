import { expect, test } from 'vitest'
import { z } from 'zod'
import { defineSuggestion } from './define-suggestion.ts'
import { candidateReference, candidates, choice, identifier, list, text, wholeNumber } from './fields.ts'

const specification = {
  name: 'snsAuto.bestPost' as const,
  title: { en: 'Best post', ko: '최고의 게시물' },
  summary: 'Chooses a post.',
  input: z.strictObject({
    tone: choice(['warm', 'dry'], 'Tone'),
    goals: list(choice(['reach', 'sales'], 'Goal'), 2, 'Goals'),
    nested: z.strictObject({ level: wholeNumber({ minimum: 0, maximum: 9 }, 'Level'), note: text(9, 'Note').optional() }),
    posts: candidates({ id: identifier('Id'), kind: choice(['x', 'y'], 'Kind'), words: text(9, 'Words') }, 'Posts'),
  }),
  candidates: 'posts' as const,
  item: z.object({ postId: candidateReference('Post') }),
  items: { minimum: 1, maximum: 2 },
  variants: {
    one: { summary: 'One', instructions: 'Be {{tone}}: {{goals}}.' },
    two: { summary: 'Two', instructions: 'Be {{tone}}, in {{answerLanguage}}.' },
  },
  maxOutputTokens: 100,
  cacheSeconds: 1,
  safety: 'low' as const,
  template: () => [],
  example: { tone: 'warm' as const, goals: [], nested: { level: 1 }, posts: [] },
}

const withVariants = (variants: Record<string, { summary: string; instructions: string }>) => () =>
  defineSuggestion({ ...specification, variants })

test('what follows from a specification is derived', () => {
  const suggestion = defineSuggestion(specification)
  expect(suggestion).toMatchObject({
    product: 'snsAuto',
    key: 'bestPost',
    path: 'sns-auto/best-post',
    promptFlag: 'sns-auto-best-post-prompt',
    control: 'one',
    model: 'default',
    candidateFields: [['postId']],
    distinct: 'postId',
    cacheScope: 'user',
  })
  expect(suggestion.untrustedFields.map(({ path }) => path.join('.'))).toEqual(['nested.note', 'posts.*.words'])
  expect(suggestion.schemaVersion).toMatch(/^[0-9a-f]{12}$/)
})

test('variables are the closed values at the top, never an object that may hold text', () => {
  expect([...defineSuggestion(specification).variables].sort()).toEqual(['answerLanguage', 'count', 'goals', 'tone'])
})

test('the schema version changes with the shape of the answer alone', () => {
  const { schemaVersion } = defineSuggestion(specification)
  expect(defineSuggestion({ ...specification, cacheSeconds: 9, summary: 'Other.' }).schemaVersion).toBe(schemaVersion)
  const item = z.object({ postId: candidateReference('Post'), why: z.string() })
  expect(defineSuggestion({ ...specification, item }).schemaVersion).not.toBe(schemaVersion)
})

test('a specification that is wrong ends the start with a sentence that names it', () => {
  const variant = { summary: 'S', instructions: 'Do.' }
  expect(withVariants({})).toThrow('snsAuto.bestPost needs two prompt variants: there is nothing to compare.')
  expect(withVariants({ one: variant })).toThrow('needs two prompt variants')
  expect(withVariants({ one: variant, Two: variant })).toThrow('variant "Two": the name must be kebab-case')
  expect(withVariants({ one: variant, two: { summary: 'S', instructions: '{{posts}}' } })).toThrow(
    'snsAuto.bestPost, variant "two": the variable {{posts}} is not known; known are answerLanguage, count, goals, tone.',
  )
  expect(() => defineSuggestion({ ...specification, maxOutputTokens: 801 })).toThrow('at most 800 output tokens, not 801')
  expect(() => defineSuggestion({ ...specification, items: { minimum: 3, maximum: 2 } })).toThrow('3 to 2 items make no range')
  expect(() => defineSuggestion({ ...specification, items: { minimum: 0, maximum: 2 } })).toThrow('0 to 2 items make no range')
})
