import { aliasCandidates } from '@inkling/prompts'
import type { LanguageModel } from '@inkling/suggestions/ports'
import type { Ask } from '../traffic/day-of-traffic.ts'

const usage = { input_tokens: 900, output_tokens: 200 }

/** Answers at once with what the suggestion's own template says, as Claude would write it: JSON, candidates under their aliases. */
export function templateModel(current: () => Ask & { now: number }): LanguageModel {
  return {
    simulated: true,
    async *ask() {
      yield { type: 'text', text: JSON.stringify({ items: itemsFor(current()) }) }
      yield { type: 'end', outcome: { kind: 'complete', usage, stopReason: 'end_turn', contentEmpty: false } }
    },
  }
}

function itemsFor({ suggestion, context, locale, now }: Ask & { now: number }): unknown[] {
  const input = suggestion.input.parse(context)
  const { idOf } = aliasCandidates(suggestion, input)
  const aliasOf = new Map([...idOf].map(([alias, id]) => [id, alias]))
  const items = suggestion.template(input, suggestion.answerLocale?.(input) ?? locale, new Date(now)).slice(0, suggestion.items.maximum)
  return JSON.parse(JSON.stringify(items), (_, value) => aliasOf.get(value) ?? value)
}
