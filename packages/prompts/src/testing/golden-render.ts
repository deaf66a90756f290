import { aliasCandidates } from '../candidates.ts'
import { canonicalContext } from '../canonical-context.ts'
import { contextWithFacts } from '../context-with-facts.ts'
import type { Suggestion } from '../define-suggestion.ts'
import { renderInstructions } from '../instructions.ts'

/** All that Claude is asked with for the suggestion's example, apart from the frame that is the same for every suggestion. */
export function goldenRender(suggestion: Suggestion, now: Date): string {
  const context = canonicalContext(suggestion, suggestion.input.parse(suggestion.example))
  const { input } = aliasCandidates(suggestion, contextWithFacts(suggestion, context, now))
  const closedValues = Object.fromEntries(
    Object.entries(input as Record<string, unknown>).filter(([name]) => suggestion.variables.has(name)),
  )
  const { minimum, maximum } = suggestion.items
  const values = { ...closedValues, count: `${minimum} to ${maximum}`, answerLanguage: 'English' }
  const variants = Object.entries(suggestion.variants).map(([name, { instructions }]): [string, string] => [
    `instructions of ${name}`,
    renderInstructions(instructions, values).trim(),
  ])
  const parts: [string, string][] = [
    ...variants,
    ['data', JSON.stringify(input, null, 2)],
    ['schema', JSON.stringify(suggestion.modelSchema, null, 2)],
  ]
  return parts.map(([title, body]) => `===== ${title} =====\n\n${body}\n`).join('\n')
}
