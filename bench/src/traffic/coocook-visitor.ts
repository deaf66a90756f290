import { registry } from '@inkling/prompts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'
import { choicesOf, listOf, type VisitorFactory } from './visitor.ts'

const { chefRecommendation, menuCuration } = registry.coocook
const cuisines = choicesOf(chefRecommendation, 'cuisine')
const occasions = choicesOf(menuCuration, 'occasion')

// Six sets; most people have no restriction, and few have two.
const dietarySets: readonly (readonly [string[], number])[] = [
  [[], 50],
  [['vegetarian'], 20],
  [['gluten-free'], 10],
  [['vegan'], 10],
  [['vegetarian', 'nut-free'], 6],
  [['halal'], 4],
]
// 1 to 12 as people say it: couples and tables of four, six and eight; nobody plans for eleven.
const partySizes: readonly (readonly [number, number])[] = [
  ...([1, 2, 3, 4, 5, 6] as const).map((size) => [size, [2, 25, 6, 25, 6, 18][size - 1]!] as const),
  ...([8, 10, 12] as const).map((size) => [size, size === 8 ? 10 : 4] as const),
]
// The page's slider: 20 to 600 USD in steps of 10, around 40 a guest.
const slider = { least: 20, most: 600, step: 10 }
const dishes = ['Mushroom risotto', 'Lemon granita', 'Short ribs', 'Tempura', 'Lamb tagine', 'Bibimbap', 'Tarte tatin', 'Ceviche']
const highlights = ['Everything was on time.', 'The chef explained every course.', 'The kitchen was spotless.', 'Dessert came late.']

/** The chefs that the page lists in a quarter of the day: twelve of forty, the same for everybody. */
function chefsOf(list: number) {
  const random = seededRandom(7_000 + list)
  const tags = ['vegetarian menus', 'vegan', 'gluten-free', 'family style', 'wine pairing', 'fresh pasta', 'grill', 'halal']
  return Array.from({ length: 12 }, (_, index) => ({
    id: `chef-${list * 3 + index}`,
    cuisines: [random.pick(cuisines.filter((cuisine) => cuisine !== 'any'))],
    priceBand: random.pick(choicesOfBands),
    rating: random.between(38, 50) / 10,
    tags: [random.pick(tags)],
  }))
}
const choicesOfBands = ['budget', 'standard', 'premium']
const lists = Array.from({ length: 4 }, (_, list) => chefsOf(list))

function budgetFor(partySize: number, random: SeededRandom): number {
  const wanted = partySize * random.between(20, 60)
  return Math.min(slider.most, Math.max(slider.least, Math.round(wanted / slider.step) * slider.step))
}

/** A host who plans one party: mostly looks for a chef, then at menus; some come back to review. */
export const coocookVisitor: VisitorFactory = (random, hour) => {
  const party = {
    cuisine: random.zipf(cuisines, 1.1),
    dietary: random.weighted(dietarySets),
    partySize: random.weighted(partySizes),
    budgetUsd: 0,
    occasion: random.pick(occasions),
    hours: random.pick([2, 3, 4]),
  }
  party.budgetUsd = budgetFor(party.partySize, random)
  const review = {
    rating: random.weighted([
      [5, 60],
      [4, 25],
      [3, 8],
      [2, 4],
      [1, 3],
    ] as const),
    dish: 0,
    highlight: 0,
  }
  const nextPage = () =>
    random.weighted([
      ['chefRecommendation', 55],
      ['menuCuration', 30],
      ['reviewTemplate', 15],
    ] as const)
  let page = nextPage()
  return {
    turn: () => {
      page = nextPage()
    },
    refine: () => {
      if (page === 'reviewTemplate') review.highlight = random.between(0, highlights.length - 1)
      else if (page === 'menuCuration') party.hours = random.pick([2, 3, 4])
      else {
        const what = random.weighted([
          ['budget', 50],
          ['cuisine', 30],
          ['size', 20],
        ] as const)
        if (what === 'budget') party.budgetUsd = budgetFor(party.partySize, random)
        if (what === 'cuisine') party.cuisine = random.zipf(cuisines, 1.1)
        if (what === 'size') party.partySize = random.weighted(partySizes)
      }
    },
    ask: () => {
      const { cuisine, dietary, partySize, budgetUsd, occasion, hours } = party
      // Forms hand over what was ticked in the order of the clicks.
      const ticked = random.fraction() < 0.5 ? dietary : dietary.toReversed()
      if (page === 'menuCuration') return { key: page, context: { guests: partySize, dietary: ticked, cuisine, occasion, hours } }
      if (page === 'reviewTemplate') {
        const served = [dishes[review.dish]!, dishes[(review.dish + 3) % dishes.length]!]
        return { key: page, context: { rating: review.rating, occasion, dishes: served, highlights: highlights[review.highlight]! } }
      }
      // Lists come in the order in which the page sorts them.
      const chefs = random.fraction() < 0.5 ? lists[listOf(hour())]! : lists[listOf(hour())]!.toReversed()
      return { key: page, context: { budgetUsd, cuisine, dietary: ticked, partySize, chefs } }
    },
  }
}
