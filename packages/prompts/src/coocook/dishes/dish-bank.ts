import type { Cuisine } from '../choices.ts'
import type { Dish } from './dish.ts'
import { italian } from './italian.ts'
import { korean } from './korean.ts'

const byCuisine = { korean, italian } as const

export function dishesOf(cuisine: Cuisine): readonly Dish[] {
  return cuisine === 'any' ? Object.values(byCuisine).flat() : byCuisine[cuisine]
}
