'use client'

import { defineSuggestion, sendCandidates } from '@inkling/widget-kit'
import type { ChefCandidate, ChefContext, ChefSuggestion, MenuContext, MenuSuggestion, ReviewContext, ReviewSuggestion } from './context.ts'

/** Ranks the candidates for the occasion; the answer as it stands and the gestures on it, for markup of the host's own. */
export const useChefSuggestions = defineSuggestion<ChefContext, ChefSuggestion>('coocook', 'chefRecommendation', {
  budgetUsd: true,
  cuisine: true,
  dietary: true,
  partySize: true,
  // A chef's name is shown, and stays in the browser.
  chefs: sendCandidates<Omit<ChefCandidate, 'name'>>({ id: true, cuisines: true, priceBand: true, rating: true, tags: true }),
})

/** Plans the courses along the evening. */
export const useMenuSuggestions = defineSuggestion<MenuContext, MenuSuggestion>('coocook', 'menuCuration', {
  guests: true,
  dietary: true,
  cuisine: true,
  occasion: true,
  hours: true,
})

/** Drafts the sections of a review. */
export const useReviewTemplateSuggestions = defineSuggestion<ReviewContext, ReviewSuggestion>('coocook', 'reviewTemplate', {
  rating: true,
  occasion: true,
  dishes: true,
  highlights: true,
})
