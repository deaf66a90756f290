import { z } from 'zod'
import { defineSuggestion } from '../define-suggestion.ts'
import { choice, wholeNumber } from '../fields.ts'
import { audiences, goals, productCategories } from './choices.ts'
import { planCampaign } from './plan-campaign.ts'
import { dollarsIn } from './stated-numbers.ts'

const input = z.strictObject({
  productCategory: choice(productCategories, 'What kind of product is advertised'),
  budgetUsd: wholeNumber({ minimum: 100, maximum: 10_000_000 }, 'Budget for the whole campaign in USD'),
  goal: choice(goals, 'What the campaign shall achieve'),
  audience: choice(audiences, 'Whom it shall reach'),
})

export const parts = ['audience', 'kpis', 'creators', 'brief', 'amplification', 'timeline'] as const

// The largest share of each part. They add up to 100, so that whichever parts an answer has, it never spends more than there is.
export const largestShare: Record<(typeof parts)[number], number> = {
  audience: 5,
  kpis: 5,
  creators: 50,
  brief: 15,
  amplification: 20,
  timeline: 5,
}

const item = z.object({
  part: z.enum(parts).describe('Which part of the strategy this is'),
  headline: z.string().min(3).max(70).describe('The decision of this part, three to eight words'),
  plan: z.string().min(20).max(280).describe('What to do, concretely, in one or two sentences'),
  kpi: z.string().min(2).max(50).describe('What is measured'),
  formula: z.string().min(5).max(120).describe('How the KPI is calculated, with / * + or -'),
  target: z.string().min(2).max(90).describe('The value to reach: number, unit, and by when'),
  budgetPercent: z.int().min(0).max(60).describe('Share of the budget for this part in percent'),
})

// A hyphen counts only with space around it: "sign-ups" is no subtraction.
const arithmetic = /\S\s*[/÷*×+]\s*\S|\S\s+[-−–]\s+\S/

const campaign = `The campaign: product category {{productCategory}}; budget {{budgetUsd}} USD for everything; goal {{goal}}; audience {{audience}} \
("everyone" means no group is chosen yet). "content" as a goal means pictures and videos that the brand may reuse.`

const measurable = `Rules for the parts:
- Each part at most once: audience (one group, one message), kpis (the one number that decides about the campaign, and how it is tracked), \
creators (how many, of which size, why), brief (what they make and what it must show), amplification (paid boosts of posts that work), timeline (weeks and decision points).
- Every part has a KPI that a brand can read from its platforms, codes or links. formula is arithmetic over named counts, such as \
"(likes + comments + saves) / reach". A KPI without a formula is an opinion.
- target holds a number, its unit, and by when: "4% or more within 7 days". Set it where a campaign of this budget and category would be \
satisfied, neither sure nor out of reach. Smaller creators bring higher rates and fewer people; say for whom a rate holds.
- budgetPercent is a whole number, at most: ${parts.map((part) => `${part} ${largestShare[part]}`).join(', ')}. What is left over is the reserve. \
A sum of money in the plan fits the budget. A small budget means few creators or products instead of fees, not tiny shares of everything.
- You know nothing about the brand's margins, past results or contracts. Do not state any; say what to find out.
- No names of people, brands or agencies. Advertising is always disclosed.
- headline at most 45 characters, plan at most 150, formula at most 70, target at most 50; in Korean about half of that.`

export const campaignStrategy = defineSuggestion({
  name: 'review.campaignStrategy',
  title: { en: 'An outline for your campaign', ko: '캠페인 전략 초안' },
  summary: 'Outlines an influencer campaign part by part, each with a KPI, its formula, a target and a share of the budget.',
  input,
  item,
  distinct: 'part',
  items: { minimum: 4, maximum: 6 },
  variants: {
    'from-the-goal': {
      summary: 'Plans backwards from the goal: every part serves one deciding number. For teams that know what they want.',
      instructions: `You plan influencer campaigns for brands that have to justify every dollar afterwards. A marketer has just opened a new \
campaign and needs an outline to discuss with the team.

${campaign}

Write {{count}} parts, in the order in which the team should decide them. Plan backwards: begin from the number that would prove the goal was \
reached, then choose audience, creators and content that move this number. Each part's KPI is a step on that way, so that a weak result shows where the chain broke.

Good: "Twelve creators under 50,000 followers, two posts each." Bad: "Work with authentic creators who love your brand."

${measurable}`,
    },
    'test-then-scale': {
      summary: 'A small first wave with stop rules, then money for what worked. For teams that do not know yet what works.',
      instructions: `You plan influencer campaigns for brands that cannot know beforehand which creator or message will work. A marketer has \
just opened a new campaign and wants a plan that finds out cheaply before most of the money is spent.

${campaign}

Write {{count}} parts of a campaign in two waves, in the order in which the team should decide them. The first wave tests few, different creators or \
messages with a small part of the money; a rule that is written down beforehand decides what gets the rest. Each part says what it assumes; its KPI is \
the earliest number that would prove the assumption wrong, and its target is the line below which the team stops or changes course.

Good: "No post past 2% saves by day 5: change the hook." Bad: "Monitor performance and optimise continuously."

${measurable}`,
    },
  },
  maxOutputTokens: 800,
  cacheSeconds: 60 * 60,
  safety: 'medium',
  template: planCampaign,
  checkItem({ part, plan, formula, target, budgetPercent }, { budgetUsd }) {
    if (budgetPercent > largestShare[part]) return `budgetPercent ${budgetPercent} is above ${largestShare[part]}, the most for ${part}`
    if (!/\d/.test(target)) return 'target holds no number'
    if (!arithmetic.test(formula)) return 'formula holds no arithmetic'
    const unaffordable = dollarsIn(plan).find((amount) => amount > budgetUsd)
    return unaffordable === undefined ? undefined : `the plan spends ${unaffordable} USD of ${budgetUsd} USD`
  },
  example: { productCategory: 'skincare', budgetUsd: 12_000, goal: 'sales', audience: 'young-professionals' },
})
