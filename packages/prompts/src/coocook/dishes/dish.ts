import type { Locale } from '@inkling/contracts'
import type { Diet } from '../choices.ts'

export const courses = ['appetizer', 'soup', 'salad', 'main', 'side', 'dessert', 'drink'] as const
export type Course = (typeof courses)[number]

/** What a diet may forbid. `meat` includes poultry and meat stock but not pork, `nuts` peanuts, almonds, pine nuts and coconut. */
export type Ingredient = 'meat' | 'pork' | 'fish' | 'shellfish' | 'dairy' | 'egg' | 'honey' | 'gluten' | 'nuts' | 'alcohol'

/** A dish exactly as it is described here. Soy sauce counts as gluten; where tamari is meant, the description says so. */
export interface Dish extends Record<Locale, readonly [name: string, description: string]> {
  course: Course
  contains: readonly Ingredient[]
}

/**
 * Kosher meals never mix meat and dairy, and meat and wine need certification that no menu can promise: the bank's kosher menus do without
 * meat and without alcohol. Meat in halal menus has to be halal-certified, which the menu says.
 */
const forbidden: Record<Diet, readonly Ingredient[]> = {
  vegetarian: ['meat', 'pork', 'fish', 'shellfish'],
  vegan: ['meat', 'pork', 'fish', 'shellfish', 'dairy', 'egg', 'honey'],
  'gluten-free': ['gluten'],
  'dairy-free': ['dairy'],
  'nut-free': ['nuts'],
  halal: ['pork', 'alcohol'],
  kosher: ['meat', 'pork', 'shellfish', 'alcohol'],
  pescatarian: ['meat', 'pork'],
}

export function keepsDiets(dish: Dish, diets: readonly Diet[]): boolean {
  return diets.every((diet) => !dish.contains.some((ingredient) => forbidden[diet].includes(ingredient)))
}
