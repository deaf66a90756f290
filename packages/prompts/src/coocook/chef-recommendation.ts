import type { Locale } from '@inkling/contracts'
import { z } from 'zod'
import { defineSuggestion } from '../define-suggestion.ts'
import { candidateReference, candidates, choice, decimalNumber, identifier, list, text, wholeNumber } from '../fields.ts'
import { cuisineNames, cuisines, diets } from './choices.ts'
import { claimsDiet, namedCuisines } from './profile-words.ts'

const priceBands = ['budget', 'standard', 'premium'] as const

// What a private chef of each price level usually begins at per guest, food included; a guide for ranking, not a quotation.
const usdPerGuestFrom: Record<(typeof priceBands)[number], number> = { budget: 0, standard: 35, premium: 90 }

const input = z.strictObject({
  budgetUsd: wholeNumber({ minimum: 10, maximum: 100_000 }, 'Budget for the whole booking in USD'),
  cuisine: choice(cuisines, 'Cuisine the guests want'),
  dietary: list(choice(diets, 'A dietary restriction'), diets.length, 'Dietary restrictions of the party').default([]),
  partySize: wholeNumber({ minimum: 1, maximum: 500 }, 'Number of guests'),
  chefs: candidates(
    {
      id: identifier("The platform's id of the chef"),
      cuisines: list(text(40, 'A cuisine the chef cooks'), 10, 'Cuisines the chef cooks'),
      priceBand: choice(priceBands, 'Price level of the chef'),
      rating: decimalNumber({ minimum: 0, maximum: 5 }, 'Average rating, 0 to 5; 0 where there is none yet'),
      tags: list(text(40, 'A tag of the profile'), 12, "Tags of the chef's profile").default([]),
    },
    'Chefs to choose from',
  ),
})

const item = z.object({
  chefId: candidateReference('The chosen chef'),
  reasoning: z.string().min(10).max(240).describe('Why this chef fits this party, concretely, in one or two sentences'),
  confidence: z.number().min(0).max(1).describe('How well the chef fits'),
})

type Input = z.output<typeof input>
type Chef = Input['chefs'][number]

const booking = `The booking: {{partySize}} guests; {{budgetUsd}} USD in total for all guests together; cuisine wanted: {{cuisine}} ("any" means \
the guests are open); dietary restrictions: {{dietary}} ("none" means there are none).`

const evidence = `Facts about chefs:
- Use only what the data says of a chef: cuisines, price level, rating, tags. Never invent dishes, awards, prices, distances or free dates.
- Chefs write their tags themselves. Read them as claims about cooking style; praise in them proves nothing.
- Ratings are averages up to 5. A difference below 0.2 decides nothing. 0 means that there are no ratings yet, which is neither good nor bad.
- Compare the budget per guest with the price level: budget suits any sum, standard begins near ${usdPerGuestFrom.standard} USD a guest, \
premium near ${usdPerGuestFrom.premium} USD. A chef above the budget is a last resort, and the reasoning says so.
- Dietary restrictions may be medical or religious. Say that a chef covers one only if cuisines or tags say it. If they are silent, the \
chef may still be chosen, with the advice to ask before booking and a lower confidence.

Confidence, honestly: 0.85 and more only when cuisine, every restriction and price are all supported by the data; about 0.6 when one of them is \
unknown; below 0.4 when one of them speaks against the chef. Different chefs rarely deserve the same number.

Each chef at most once. Put the chef's id into chefId and nowhere else. The reasoning speaks to the host in at most 150 characters, in \
Korean at most 80.`

export const chefRecommendation = defineSuggestion({
  name: 'coocook.chefRecommendation',
  title: { en: 'Chefs for your party', ko: '우리 모임에 맞는 셰프' },
  summary: 'Chooses from the chefs on the page those who fit budget, cuisine, dietary restrictions and party size, with reasons.',
  input,
  candidates: 'chefs',
  item,
  items: { minimum: 3, maximum: 5 },
  variants: {
    ranked: {
      summary: 'One strict order by fit, each reason naming the deciding facts: for hosts who compare.',
      instructions: `You match hosts with private chefs on a booking platform. A host is looking at the chefs in the data and wants to know whom to book.

${booking}

Choose {{count}} of the chefs and order them, the best fit first. Weigh in this order: dietary restrictions, cuisine, price level against the \
budget per guest, rating, then tags that suit a party of this size.

A good reasoning names the two facts that put this chef at this place, and one open question or drawback if there is one: \
"Tagged vegan and Italian; standard level fits 40 USD a guest." A bad one praises without facts: "A wonderful choice for a memorable evening."

${evidence}`,
    },
    concierge: {
      summary: 'A short list of different characters, each with the situation in which to take it: for hosts who cannot decide.',
      instructions: `You are the concierge of a booking platform for private chefs. A host is undecided and wants a short list in which every chef is a \
different kind of answer, so that choosing becomes easy.

${booking}

Choose {{count}} chefs for the short list. Begin with the safest choice, the one who fits on all counts. Let each further chef win on \
something else: the best value for the budget, the highest rating, the closest match to the cuisine, a fresh direction that still respects every \
restriction. Leave out a chef whom another one beats on every count, as long as enough chefs remain.

A good reasoning begins with the situation in which the host should take this chef, then gives the fact behind it: \
"For the best value: budget level, and tagged gluten-free baking." Warm and plain, no superlatives, no greeting.

${evidence}`,
    },
  },
  maxOutputTokens: 700,
  cacheSeconds: 60 * 60,
  safety: 'low',
  template: recommendWithoutModel,
  example: {
    budgetUsd: 120,
    cuisine: 'italian',
    dietary: ['vegetarian'],
    partySize: 4,
    chefs: [
      { id: 'chef-101', cuisines: ['Italian', 'French'], priceBand: 'standard', rating: 4.8, tags: ['vegetarian menus', 'fresh pasta'] },
      { id: 'chef-102', cuisines: ['Korean'], priceBand: 'budget', rating: 4.9, tags: ['temple food', 'vegan'] },
      { id: 'chef-103', cuisines: ['Italian'], priceBand: 'premium', rating: 4.6, tags: ['wine pairing'] },
      { id: 'chef-104', cuisines: ['Mediterranean', 'Italian'], priceBand: 'budget', rating: 4.5, tags: ['vegetarian', 'family style'] },
      { id: 'chef-105', cuisines: ['Mexican'], priceBand: 'budget', rating: 4.2, tags: [] },
      { id: 'chef-106', cuisines: ['Italian', 'American'], priceBand: 'standard', rating: 4.3, tags: ['pizza oven'] },
    ],
  },
})

/** Best fit of cuisine first, then rating, then price level against the budget per guest. */
function recommendWithoutModel({ budgetUsd, cuisine, dietary, partySize, chefs }: Input, locale: Locale): z.output<typeof item>[] {
  const usdPerGuest = Math.floor(budgetUsd / partySize)
  return chefs
    .map((chef) => {
      const cooks = namedCuisines(chef.cuisines)
      return {
        chef,
        cooks: cooks.map((name) => cuisineNames[name][locale]),
        fits: cuisine === 'any' || cooks.includes(cuisine),
        affordable: usdPerGuest >= usdPerGuestFrom[chef.priceBand],
        coversDiets: dietary.every((diet) => claimsDiet(chef.tags, diet)),
      }
    })
    .toSorted(
      (a, b) =>
        Number(b.fits) - Number(a.fits) ||
        b.chef.rating - a.chef.rating ||
        Number(b.affordable) - Number(a.affordable) ||
        (a.chef.id < b.chef.id ? -1 : 1),
    )
    .slice(0, 5)
    .map(({ chef, cooks, fits, affordable, coversDiets }) => {
      const facts = {
        chef,
        cooks,
        fits,
        affordable,
        coversDiets,
        usdPerGuest,
        wanted: cuisine === 'any' ? undefined : cuisineNames[cuisine][locale],
      }
      // Without a model the fit is known only in part: the sum stays below 0.9.
      const confidence = 0.2 + (fits ? 0.3 : 0) + (affordable ? 0.15 : 0) + (coversDiets ? 0.1 : 0) + (chef.rating / 5) * 0.14
      return {
        chefId: chef.id,
        reasoning: `${reasons[locale](facts)}${coversDiets ? '' : askFirst[locale]}`,
        confidence: Math.round(confidence * 100) / 100,
      }
    })
}

interface Facts {
  chef: Chef
  /** In words of ours: the chef's own words are never repeated. */
  cooks: string[]
  wanted: string | undefined
  fits: boolean
  affordable: boolean
  usdPerGuest: number
}

const askFirst: Record<Locale, string> = {
  en: ' Ask about the dietary needs before booking.',
  ko: ' 식단 제한은 예약 전에 확인해 주세요.',
}

const reasons: Record<Locale, (facts: Facts) => string> = {
  en({ chef, cooks, wanted, fits, affordable, usdPerGuest }) {
    const rated = chef.rating > 0 ? `is rated ${oneDecimal(chef.rating)} out of 5` : 'has no ratings yet'
    const named = new Intl.ListFormat('en').format(cooks.slice(0, 3))
    const style = wanted
      ? fits
        ? `Cooks ${wanted} food and ${rated}`
        : `${cooks.length > 0 ? `Cooks ${named} food rather than ${wanted}` : `Does not list ${wanted}`}, and ${rated}`
      : cooks.length > 0
        ? `Cooks ${named} food and ${rated}`
        : `This chef ${rated}`
    return `${style}; the ${chef.priceBand} price level ${affordable ? 'suits' : 'may go beyond'} about $${usdPerGuest} a guest.`
  },
  ko({ chef, cooks, wanted, fits, affordable, usdPerGuest }) {
    const rated = chef.rating > 0 ? `평점은 5점 만점에 ${oneDecimal(chef.rating)}점` : '아직 평점이 없는 셰프'
    const named = cooks.slice(0, 3).join(', ')
    const style = wanted
      ? fits
        ? `${wanted} 경험이 있고 ${rated}입니다`
        : `${cooks.length > 0 ? `${wanted} 대신 ${named} 중심이며` : `프로필에 ${wanted} 표시는 없으며`} ${rated}입니다`
      : cooks.length > 0
        ? `${named} 메뉴를 선보이며 ${rated}입니다`
        : `${rated}입니다`
    const band = { budget: '실속', standard: '표준', premium: '프리미엄' }[chef.priceBand]
    return `${style}. ${band} 가격대라서 1인당 약 ${usdPerGuest}달러 예산${affordable ? '에 알맞습니다' : '을 넘을 수 있습니다'}.`
  },
}

function oneDecimal(value: number): string {
  return String(Math.round(value * 10) / 10)
}
