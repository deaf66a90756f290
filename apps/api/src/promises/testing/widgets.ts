import type { PromiseWidget } from '@inkling/widget-kit/testing/promise-host'

/** A menu; `guests` tells contexts, and so answers, apart. */
export function menu(guests: number): PromiseWidget {
  return {
    suggestion: 'menuCuration',
    context: { guests, dietary: ['vegetarian'], cuisine: 'italian', occasion: 'birthday', hours: 3 },
  }
}

// Contexts of their own, whatever tests ask by number.
let guests = 200

/** A menu that nobody has asked for, so that no cache answers. */
export const newMenu = () => menu(++guests)

/** Chefs; the suggestion with a running experiment. */
export function chefs(partySize: number): PromiseWidget {
  const cuisines = [['korean'], ['italian'], ['mediterranean'], ['american']]
  return {
    suggestion: 'chefRecommendation',
    context: {
      ...{ budgetUsd: 400, cuisine: 'any', dietary: ['vegetarian'], partySize },
      chefs: cuisines.map((cuisine, index) => ({
        ...{ id: `chef-${index}`, name: `Chef ${index}`, cuisines: cuisine, priceBand: 'standard', rating: 4.9 - index / 10, tags: [] },
      })),
    },
  }
}

/** Sections of a review; its answer belongs to one person. */
export function review(highlights: string): PromiseWidget {
  return { suggestion: 'reviewTemplate', context: { rating: 5, occasion: 'birthday', dishes: ['Truffle risotto'], highlights } }
}
