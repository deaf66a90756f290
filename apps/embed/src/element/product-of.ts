import type { ComponentType } from 'react'
import type { SuggestionComponent } from './card.tsx'
import { mountSuggestions } from './mount-suggestions.tsx'
import type { Mount } from './mounted.ts'

/** What a product's file exports as `mount`: its components by their names in the address of the API. */
export function productOf(components: Readonly<Record<string, ComponentType<never>>>): Mount {
  // The context comes from the page as JSON: a field that is missing shows in the component, whose boundary says so.
  return (element, root, home) => mountSuggestions(components as Readonly<Record<string, SuggestionComponent>>, element, root, home)
}
