import type { Suggestion } from './define-suggestion.ts'
import { mapStringsAt } from './field-paths.ts'
import { candidateAliases } from './model-schema.ts'

interface Candidate {
  id: string
}

/** Candidates of one request under aliases. Real ids stay here: they are neither sent nor cached. */
export interface AliasedCandidates<Input> {
  /** The context with its candidates in canonical order (by id), each id replaced by its alias. */
  input: Input
  idOf: ReadonlyMap<string, string>
}

/** How many candidates the context offers; `undefined` where the suggestion does not choose among candidates. */
export function countCandidates(suggestion: Suggestion, input: unknown): number | undefined {
  return suggestion.candidates === undefined ? undefined : (input as Record<string, Candidate[]>)[suggestion.candidates]!.length
}

export function aliasCandidates<Input>(suggestion: Suggestion<Input>, input: Input): AliasedCandidates<Input> {
  if (suggestion.candidates === undefined) return { input, idOf: new Map() }
  const field = suggestion.candidates
  const ordered = [...(input as Record<string, Candidate[]>)[field]!].sort((a, b) => (a.id < b.id ? -1 : 1))
  const idOf = new Map(ordered.map(({ id }, index) => [candidateAliases[index]!, id]))
  return { input: { ...input, [field]: ordered.map((row, index) => ({ ...row, id: candidateAliases[index] })) }, idOf }
}

/** An item with real ids in place of aliases, or `undefined` if it names an alias that was not offered. */
export function restoreCandidates<Item>(
  suggestion: Suggestion<unknown, Item>,
  item: Item,
  idOf: ReadonlyMap<string, string>,
): Item | undefined {
  let foreign = false
  let restored: unknown = item
  for (const path of suggestion.candidateFields) {
    restored = mapStringsAt(restored, path, (alias) => {
      const id = idOf.get(alias)
      if (id === undefined) foreign = true
      return id ?? alias
    })
  }
  return foreign ? undefined : (restored as Item)
}
