import type { ChefSuggestionsProps, MenuSuggestionsProps, ReviewTemplateSuggestionsProps } from '@inkling/widgets-coocook'
import { useRested } from '../page/use-rested.ts'
import { chefs } from './chefs.ts'
import { candidateChefs } from './filter-chefs.ts'
import type { Booking } from './use-booking.ts'
import type { Review } from './use-review.ts'
import { useWords } from './words/use-words.ts'

export type ReviewQuestion = Pick<ReviewTemplateSuggestionsProps, 'rating' | 'occasion' | 'dishes' | 'highlights'>

// Between two words people pause for less than a second.
const typingPauseMilliseconds = 900

/** What the page asks for, made from what the guest has entered. */
export function useQuestions(booking: Booking, review: Review) {
  const { language, words } = useWords()
  const { wishes, occasion, hours, chef } = booking
  const highlights = useRested((review.highlights ?? words.review.highlightsExample).trim(), typingPauseMilliseconds)
  const dietary = [...wishes.diets]

  const chefQuestion = {
    budgetUsd: wishes.budgetUsd,
    cuisine: wishes.cuisine,
    dietary,
    partySize: wishes.guests,
    chefs: candidateChefs(chefs, wishes.guests).map(({ id, name, cuisines, priceBand, rating, tags }) => ({
      id,
      cuisines: cuisines.map((cuisine) => words.cuisines[cuisine]),
      priceBand,
      rating,
      tags: [...tags[language]],
      name: name[language],
    })),
  } satisfies ChefSuggestionsProps

  // A chosen chef cooks what the chef is known for.
  const menuQuestion = {
    guests: wishes.guests,
    dietary,
    cuisine: chef?.cuisines[0] ?? wishes.cuisine,
    occasion,
    hours,
  } satisfies MenuSuggestionsProps

  const reviewQuestion: ReviewQuestion | undefined =
    review.rating === 0
      ? undefined
      : {
          rating: review.rating,
          occasion: 'birthday',
          dishes: review.dishes.flatMap((place) => words.review.dishNames[place] ?? []),
          ...(highlights === '' ? {} : { highlights }),
        }

  return { chefQuestion, menuQuestion, reviewQuestion }
}
