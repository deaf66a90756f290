import type { ChefSuggestionsProps, MenuSuggestion, MenuSuggestionsProps } from '@inkling/widgets-coocook'
import type { Language } from '../preferences/use-preferences.ts'
export type Localised = Record<Language, string>
export type Cuisine = ChefSuggestionsProps['cuisine']
export type Diet = ChefSuggestionsProps['dietary'][number]
export type PriceBand = ChefSuggestionsProps['chefs'][number]['priceBand']
export type Occasion = MenuSuggestionsProps['occasion']
export type Course = MenuSuggestion['course']

export const cuisines = [
  'any',
  'italian',
  'korean',
  'french',
  'japanese',
  'indian',
  'mediterranean',
  'mexican',
  'american',
  'chinese',
] as const satisfies Cuisine[]
export const diets = ['vegetarian', 'vegan', 'gluten-free', 'dairy-free', 'nut-free', 'halal', 'pescatarian'] as const satisfies Diet[]
export const occasions = [
  'dinner-party',
  'birthday',
  'anniversary',
  'holiday',
  'business',
  'wedding',
  'casual',
] as const satisfies Occasion[]

/** What the guest is looking for; the booking's terms at the same time. */
export interface Wishes {
  cuisine: Cuisine
  diets: readonly Diet[]
  guests: number
  /** Whole US dollars for the evening. */
  budgetUsd: number
}
