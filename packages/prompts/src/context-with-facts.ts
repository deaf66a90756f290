import type { Suggestion } from './define-suggestion.ts'

/** The context with what code knows about it: what the prompt's data and the cache key are made of. */
export function contextWithFacts<Input>(suggestion: Suggestion<Input>, input: Input, now: Date): Input {
  return suggestion.facts ? { ...(input as Input & object), ...suggestion.facts(input, now) } : input
}
