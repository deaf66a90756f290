import { ChefSuggestions, MenuSuggestions, ReviewTemplateSuggestions } from '@inkling/widgets-coocook'
import { productOf } from '../element/product-of.ts'

export const mount = productOf({
  'chef-recommendation': ChefSuggestions,
  'menu-curation': MenuSuggestions,
  'review-template': ReviewTemplateSuggestions,
})
