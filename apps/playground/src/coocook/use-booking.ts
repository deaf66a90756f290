import type { MenuSuggestion } from '@inkling/widgets-coocook'
import { useRef, useState } from 'react'
import type { Occasion, Wishes } from './booking-terms.ts'
import { type Chef, chefs } from './chefs.ts'

export interface PlannedDish extends MenuSuggestion {
  key: number
}

export const noWishes: Wishes = { cuisine: 'any', diets: [], guests: 6, budgetUsd: 450 }
const firstWishes: Wishes = { ...noWishes, cuisine: 'italian', diets: ['vegetarian'] }

/** The booking as it is being put together. What a suggestion changes comes back with a function that takes it back. */
export function useBooking() {
  const [wishes, setWishes] = useState<Wishes>(firstWishes)
  const [occasion, setOccasion] = useState<Occasion>('birthday')
  const [hours, setHours] = useState(3)
  const [chefId, setChefId] = useState<string>()
  const [dishes, setDishes] = useState<readonly PlannedDish[]>([])
  const [requested, setRequested] = useState(false)
  const lastKey = useRef(0)

  const change = <Value>(set: (value: Value) => void) => {
    return (value: Value) => {
      setRequested(false)
      set(value)
    }
  }

  return {
    wishes,
    occasion,
    hours,
    requested,
    chef: chefs.find(({ id }) => id === chefId) as Chef | undefined,
    /** In the order in which they are served. */
    dishes: dishes.toSorted((a, b) => a.startMinute - b.startMinute || a.platingOrder - b.platingOrder || a.key - b.key),
    setWishes: change(setWishes),
    setOccasion: change(setOccasion),
    setHours: change(setHours),
    selectChef: change<string | undefined>(setChefId),
    request: () => setRequested(true),
    reopen: () => setRequested(false),
    takeChef(id: string) {
      const before = chefId
      setRequested(false)
      setChefId(id)
      // Another choice made since then is not overruled.
      return () => setChefId((current) => (current === id ? before : current))
    },
    addDish(dish: MenuSuggestion) {
      const key = ++lastKey.current
      setRequested(false)
      setDishes((current) => [...current, { ...dish, key }])
      return () => setDishes((current) => current.filter((planned) => planned.key !== key))
    },
    removeDish: (key: number) => setDishes((current) => current.filter((planned) => planned.key !== key)),
  }
}

export type Booking = ReturnType<typeof useBooking>
