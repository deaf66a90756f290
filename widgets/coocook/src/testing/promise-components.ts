import { ChefSuggestions, MenuSuggestions, ReviewTemplateSuggestions } from '../index.ts'

/** What the pages of the promises show. */
export const promiseComponents = {
  chefRecommendation: ChefSuggestions,
  menuCuration: MenuSuggestions,
  reviewTemplate: ReviewTemplateSuggestions,
}
