import type { Wishes } from './booking-terms.ts'
import type { Chef } from './chefs.ts'
import { quote } from './quote.ts'

/** Chefs who meet every wish, the best rated first. */
export function filterChefs(chefs: readonly Chef[], wishes: Wishes): Chef[] {
  return candidateChefs(chefs, wishes.guests).filter(
    ({ cuisines, diets, usdPerGuest }) =>
      (wishes.cuisine === 'any' || cuisines.includes(wishes.cuisine)) &&
      wishes.diets.every((diet) => diets.includes(diet)) &&
      quote({ usdPerGuest, guests: wishes.guests }).totalCents <= wishes.budgetUsd * 100,
  )
}

/** Chefs who can cook for so many at all: the suggestion weighs the other wishes itself, so that a near miss is still seen. */
export function candidateChefs(chefs: readonly Chef[], guests: number): Chef[] {
  return chefs.filter(({ maximumGuests }) => guests <= maximumGuests).toSorted((a, b) => b.rating - a.rating)
}
