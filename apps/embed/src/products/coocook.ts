import { ChefSuggestions, MenuSuggestions, ReviewTemplateSuggestions } from '@inkling/widgets-coocook'
import styles from '@inkling/widgets-coocook/styles.css?inline'
import { productOf } from '../element/product-of.ts'

export const mount = productOf(styles, {
  'chef-recommendation': ChefSuggestions,
  'menu-curation': MenuSuggestions,
  'review-template': ReviewTemplateSuggestions,
})
