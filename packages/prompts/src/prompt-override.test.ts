import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyPromptOverride, controlPrompt, registry } from './index.ts'

const suggestion = registry.coocook.chefRecommendation
const models = new Set(['model-b', 'model-a'])
const apply = (value: unknown) => applyPromptOverride(suggestion, value, models)

test('the control is the first variant as it stands in code', () => {
  expect(controlPrompt(suggestion)).toEqual({
    variant: 'ranked',
    instructions: suggestion.variants.ranked?.instructions,
    effort: 'low',
    maxOutputTokens: suggestion.maxOutputTokens,
  })
})

test('naming a variant is enough', () => {
  expect(apply({ variant: 'ranked' })).toEqual({ prompt: controlPrompt(suggestion) })
  expect(apply({ variant: 'concierge' })).toMatchObject({ prompt: { instructions: suggestion.variants.concierge?.instructions } })
})

test('model, effort and output limit are overridden', () => {
  const { prompt } = apply({ variant: 'concierge', model: 'model-a', effort: 'high', maxOutputTokens: 300 }) as { prompt: object }
  expect(prompt).toMatchObject({ variant: 'concierge', model: 'model-a', effort: 'high', maxOutputTokens: 300 })
})

test('own instructions come under a name of their own', () => {
  expect(apply({ variant: 'short-2', instructions: 'Choose {{count}} chefs for {{partySize}} guests.' })).toEqual({
    prompt: {
      variant: 'short-2',
      instructions: 'Choose {{count}} chefs for {{partySize}} guests.',
      effort: 'low',
      maxOutputTokens: suggestion.maxOutputTokens,
    },
  })
})

test.each([
  [{ variant: 'nope' }, 'variant: "nope" is not known; known are ranked, concierge'],
  [{ variant: 'constructor' }, 'variant: "constructor" is not known; known are ranked, concierge'],
  [{ variant: 'Not Kebab' }, 'variant: must be kebab-case, at most 40 characters'],
  [{ variant: `x${'y'.repeat(40)}` }, 'variant: must be kebab-case, at most 40 characters'],
  [{ variant: 'ranked', model: 'other' }, 'model: "other" is not allowed; allowed are model-a, model-b'],
  [{ variant: 'ranked', instructions: 'Mine.' }, 'variant: "ranked" exists in code; own instructions need a name of their own'],
  [{ variant: 'mine', instructions: ' ' }, 'instructions: the instructions are empty'],
  [
    { variant: 'mine', instructions: '{{chefs}}' },
    'instructions: the variable {{chefs}} is not known; known are answerLanguage, budgetUsd, count, cuisine, dietary, partySize',
  ],
  [{ variant: 'mine', instructions: '{{count' }, 'instructions: a "{{" or "}}" does not belong to a variable'],
])('%j is not used: %s', (value, problem) => {
  expect(apply(value)).toEqual({ problem })
})

test.each([
  [{}, /^variant: /],
  [null, /^value: /],
  ['ranked', /^value: /],
  [[], /^value: /],
  [{ variant: 'ranked', temperature: 1 }, /^value: .*temperature/],
  [{ variant: 'ranked', effort: 'huge' }, /^effort: /],
  [{ variant: 'ranked', maxOutputTokens: 801 }, /^maxOutputTokens: /],
  [{ variant: 'ranked', maxOutputTokens: 99 }, /^maxOutputTokens: /],
  [{ variant: 'ranked', maxOutputTokens: 200.5 }, /^maxOutputTokens: /],
])('%j is not used, and the problem names the place', (value, problem) => {
  expect((apply(value) as { problem: string }).problem).toMatch(problem)
})

test('no value throws, and what is accepted keeps the limits', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const result = apply(value)
      expect('problem' in result || result.prompt.maxOutputTokens <= 800).toBe(true)
    }),
  )
})
