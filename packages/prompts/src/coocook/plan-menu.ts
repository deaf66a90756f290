import type { Locale } from '@inkling/contracts'
import { type Cuisine, type Diet, type KnownCuisine, type Occasion, occasions } from './choices.ts'
import { type Course, type Dish, keepsDiets } from './dishes/dish.ts'
import { dishesOf } from './dishes/dish-bank.ts'

interface Party {
  dietary: readonly Diet[]
  cuisine: Cuisine
  occasion: Occasion
  hours: number
}

interface PlannedDish {
  dish: string
  description: string
  course: Course
  startMinute: number
  platingOrder: number
}

// The welcome drink stands ready when the guests arrive; a side comes with its main.
const servingOrder: readonly Course[] = ['drink', 'appetizer', 'soup', 'salad', 'main', 'side', 'dessert']

// What a menu needs first: with little time the drink and the soup are left out.
const courseByNeed: readonly Course[] = ['main', 'appetizer', 'dessert', 'side', 'salad', 'soup', 'drink']

// Guests who are open get one coherent style instead of a mixture.
const cuisineFor: Record<Occasion, KnownCuisine> = {
  birthday: 'italian',
  anniversary: 'french',
  'dinner-party': 'mediterranean',
  business: 'japanese',
  holiday: 'korean',
  wedding: 'french',
  casual: 'mexican',
}

const certifiedMeat: Record<Locale, string> = { en: '; use halal-certified meat', ko: ' (할랄 인증 고기 사용)' }

/** A menu from the dish bank: every dish keeps every diet, one dish a course, more courses where there is more time. */
export function planMenu(party: Party, locale: Locale): PlannedDish[] {
  const count = party.hours < 2 ? 5 : party.hours < 4 ? 6 : 7
  const menu = chooseDishes(party, count).toSorted((a, b) => servingOrder.indexOf(a.course) - servingOrder.indexOf(b.course))
  const minutes = servingMinutes(menu, party.hours)
  return menu.map((dish, index) => {
    const [name, description] = dish[locale]
    const needsNote = party.dietary.includes('halal') && dish.contains.includes('meat')
    return {
      dish: name,
      description: needsNote ? `${description}${certifiedMeat[locale]}` : description,
      course: dish.course,
      startMinute: minutes[index]!,
      platingOrder: index + 1,
    }
  })
}

function chooseDishes({ dietary, cuisine, occasion }: Party, count: number): Dish[] {
  const suitable = dishesOf(cuisine === 'any' ? cuisineFor[occasion] : cuisine).filter((dish) => keepsDiets(dish, dietary))
  // Each occasion begins at another dish of a course, so that a birthday's menu is not the business meal's.
  const offset = occasions.indexOf(occasion)
  const chosen = courseByNeed.flatMap((course) => {
    const ofCourse = suitable.filter((dish) => dish.course === course)
    return ofCourse.length > 0 ? [ofCourse[offset % ofCourse.length]!] : []
  })
  return chosen.slice(0, count)
}

/** Evenly over the first three quarters of the time, in steps of five minutes: the rest is for sitting together. */
function servingMinutes(menu: readonly Dish[], hours: number): number[] {
  const seated = menu.filter(({ course }) => course !== 'drink' && course !== 'side').length
  const first = Math.min(15, hours * 5)
  const last = hours * 60 * 0.75
  let served = 0
  let minute = 0
  return menu.map(({ course }) => {
    if (course === 'drink') return 0
    if (course !== 'side') minute = roundToFive(first + ((last - first) * served++) / Math.max(1, seated - 1))
    return minute
  })
}

function roundToFive(minutes: number): number {
  return Math.round(minutes / 5) * 5
}
