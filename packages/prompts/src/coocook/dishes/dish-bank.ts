import type { KnownCuisine } from '../choices.ts'
import { american } from './american.ts'
import { chinese } from './chinese.ts'
import type { Dish } from './dish.ts'
import { french } from './french.ts'
import { indian } from './indian.ts'
import { italian } from './italian.ts'
import { japanese } from './japanese.ts'
import { korean } from './korean.ts'
import { mediterranean } from './mediterranean.ts'
import { mexican } from './mexican.ts'

const byCuisine: Record<KnownCuisine, readonly Dish[]> = {
  korean,
  italian,
  japanese,
  french,
  mexican,
  indian,
  chinese,
  mediterranean,
  american,
}

/** Dishes of a cuisine. In each of the seven courses one of them keeps every diet, so that a menu exists for all restrictions at once. */
export function dishesOf(cuisine: KnownCuisine): readonly Dish[] {
  return byCuisine[cuisine]
}
