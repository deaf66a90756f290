export { InklingProvider, type InklingProviderProps } from '@inkling/widget-kit'
export { ChefSuggestions, type ChefSuggestionsProps } from './chef-suggestions.tsx'
export type {
  ChefCandidate,
  ChefContext,
  ChefSuggestion,
  MenuContext,
  MenuSuggestion,
  ReviewContext,
  ReviewSuggestion,
} from './context.ts'
export { useChefSuggestions, useMenuSuggestions, useReviewTemplateSuggestions } from './hooks.ts'
export { MenuSuggestions, type MenuSuggestionsProps } from './menu-suggestions.tsx'
export { ReviewTemplateSuggestions, type ReviewTemplateSuggestionsProps } from './review-template-suggestions.tsx'
