import type { ComponentType } from 'react'
import type { SuggestionComponent } from './card.tsx'
import { mountSuggestions, sheetOf } from './mount-suggestions.tsx'
import type { Mount } from './mounted.ts'

/**
 * What a product's file exports as `mount`: its components by their names in the address of the API. `styles` is the product's sheet, from
 * which the build leaves out the kit's own.
 */
export function productOf(styles: string, components: Readonly<Record<string, ComponentType<never>>>): Mount {
  const product = {
    sheet: sheetOf(styles),
    // The context comes from the page as JSON: a field that is missing shows in the component, whose boundary says so.
    components: components as Readonly<Record<string, SuggestionComponent>>,
  }
  return (element, root, home) => mountSuggestions(product, element, root, home)
}
