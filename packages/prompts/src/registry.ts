import { isProduct, toCamelCase } from '@inkling/contracts'
import { aiAutomation } from './ai-automation/suggestions.ts'
import { coocook } from './coocook/suggestions.ts'
import type { Suggestion } from './define-suggestion.ts'
import { review } from './review/suggestions.ts'
import { snsAuto } from './sns-auto/suggestions.ts'
import { webappBuilder } from './webapp-builder/suggestions.ts'

/** Every suggestion by product and key, in the order in which people see them. Doors, types, documentation and tests follow from it. */
export const registry = { coocook, snsAuto, review, aiAutomation, webappBuilder }

export type Registry = typeof registry

export const suggestions: readonly Suggestion[] = Object.values(registry).flatMap((ofProduct) => Object.values(ofProduct) as Suggestion[])

const byPath = new Map(suggestions.map((suggestion) => [suggestion.path, suggestion]))

/** By its path in URLs: `coocook/chef-recommendation`. */
export function findSuggestionByPath(product: string, key: string): Suggestion | undefined {
  return isProduct(toCamelCase(product)) ? byPath.get(`${product}/${key}`) : undefined
}
