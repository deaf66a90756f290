import { CallerError, isProduct, type Product, type SuggestionName, toCamelCase } from '@inkling/contracts'
import type { DenyTarget } from '@inkling/database'
import { findSuggestionByPath, suggestions } from '@inkling/prompts'

/** The suggestion that a person means by `coocook/menu-curation`, `coocook.menuCuration`, or by its last part beside a product. */
export function nameSuggestion(text: string, product?: Product): SuggestionName {
  const [first = '', second] = text.split(/[./]/)
  const ofProduct = second === undefined ? product : toCamelCase(first)
  const key = second ?? first
  const found = suggestions.find(({ name }) => name === `${ofProduct}.${toCamelCase(key)}`) ?? findSuggestionByPath(ofProduct ?? '', key)
  if (!found || (product && found.product !== product)) {
    const known = suggestions.filter((each) => !ofProduct || !isProduct(ofProduct) || each.product === ofProduct).map(({ path }) => path)
    throw new CallerError('invalid-input', `There is no suggestion "${text}". Known: ${known.join(', ')}.`, { field: 'suggestion' })
  }
  return found.name
}

/** Everything, a product, or one suggestion. */
export function nameTarget({ product, suggestion }: { product?: Product | undefined; suggestion?: string | undefined }): DenyTarget {
  return suggestion === undefined ? (product ?? 'global') : nameSuggestion(suggestion, product)
}
