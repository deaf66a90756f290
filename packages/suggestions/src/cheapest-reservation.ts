import { aliasCandidates, controlPrompt, type Suggestion, smallestContext } from '@inkling/prompts'
import type { Randomness } from './ports.ts'
import type { ModelChoice } from './stages/assign-variant.ts'
import { renderPrompt } from './stages/render-prompt.ts'
import { boundOf } from './stages/reserve.ts'

/**
 * Pico-dollars of the cheapest call that any of the suggestions can make: its bound at the smallest context. Where settled money plus this no
 * longer fits a limit, nothing ever will, and the limit counts as reached.
 */
export function cheapestReservation(suggestions: readonly Suggestion[], models: ModelChoice, randomness: Randomness, now: number): bigint {
  const bounds = suggestions.map((suggestion) => {
    const aliased = aliasCandidates(suggestion, smallestContext(suggestion.input))
    const prompt = controlPrompt(suggestion)
    const { minimum, maximum } = suggestion.items
    const asked = { suggestion, aliased, prompt, locale: 'en' as const, minimumItems: minimum, maximumItems: maximum }
    const bound = boundOf(suggestion, models[suggestion.model], prompt.maxOutputTokens, renderPrompt(asked, randomness), now)
    if (!bound.ok) throw new Error(`The cost of ${suggestion.name} has no bound: ${bound.message}`)
    return bound.picoUsd
  })
  // Bigints: Math.min would not take them.
  return bounds.sort((a, b) => (a < b ? -1 : 1))[0] ?? 0n
}
