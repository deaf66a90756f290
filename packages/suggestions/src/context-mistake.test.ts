import { registry } from '@inkling/prompts'
import { expect, test } from 'vitest'
import { contextMistake } from './context-mistake.ts'

const { chefRecommendation } = registry.coocook
const good = chefRecommendation.example

test.each([
  [{ ...good, partySize: undefined }, 'The field "partySize" is missing: it must be a number.'],
  [{ ...good, cuisine: undefined }, 'The field "cuisine" is missing: it must be one of korean, italian'],
  [{ ...good, partySize: 2.5 }, 'The field "partySize" must be a whole number.'],
  [{ ...good, partySize: 'secret text' }, 'The field "partySize" must be a number.'],
  [{ ...good, partySize: 0 }, 'The field "partySize" must be at least 1.'],
  [{ ...good, budgetUsd: 1e9 }, 'The field "budgetUsd" must be at most 100000.'],
  [{ ...good, dietary: ['vegetarian', 'air'] }, 'The field "dietary.1" must be one of vegetarian'],
  [{ ...good, chefs: 'all' }, 'The field "chefs" must be a list.'],
  [{ ...good, chefs: [{ ...good.chefs[0], tags: ['x'.repeat(99)] }] }, 'The field "chefs.0.tags.0" must have at most 40 characters.'],
  [{ ...good, chefs: [{ ...good.chefs[0], id: 'a b' }] }, 'The field "chefs.0.id" must be 1 to 64 letters'],
  [{ ...good, chefs: [good.chefs[0], good.chefs[0]] }, 'The field "chefs.1.id" repeats the id'],
  [{ ...good, extra: 1 }, 'The field "extra" is not known. Remove it; coocook.chefRecommendation takes budgetUsd, cuisine'],
  ['text', 'The context must be a JSON object.'],
])('a mistake is told with its field and its fix (%#)', (context, message) => {
  const parsed = chefRecommendation.input.safeParse(context)
  const issue = parsed.error?.issues[0]
  expect(issue).toBeDefined()
  const mistake = contextMistake(chefRecommendation, context, issue!)
  expect(mistake.message).toContain(message)
  expect(mistake.message).not.toContain('secret text')
})
