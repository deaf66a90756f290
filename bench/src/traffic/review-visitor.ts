import { registry } from '@inkling/prompts'
import { seededRandom } from './seeded-random.ts'
import { choicesOf, listOf, type VisitorFactory } from './visitor.ts'

const { campaignStrategy, influencerMatching } = registry.review
const categories = choicesOf(campaignStrategy, 'productCategory')
const goals = choicesOf(campaignStrategy, 'goal')
const audiences = choicesOf(campaignStrategy, 'audience')
const voices = choicesOf(influencerMatching, 'brandVoice')
const budgets = [500, 1_000, 2_000, 3_000, 5_000, 10_000, 20_000, 50_000]
const niches = ['skincare routines', 'street food', 'home workouts', 'retro games', 'van life', 'slow fashion', 'new parents', 'gadgets']
const products = ['Glow serum', 'Oat snack', 'Yoga mat', 'Board game', 'Travel pillow', 'Rain jacket']
const messages = ['Gentle enough for every day.', 'Made to last for years.', 'Tastes like home.', 'Ready in two minutes.']

const lists = Array.from({ length: 4 }, (_, list) => {
  const random = seededRandom(8_000 + list)
  return Array.from({ length: 10 }, (_, index) => ({
    id: `creator-${list * 3 + index}`,
    niche: random.pick(niches),
    reach: random.between(2, 400) * 1_000,
    engagementRate: random.between(8, 90) / 10,
  }))
})

/** Somebody who sets up one campaign: its strategy, its creators, their brief. */
export const reviewVisitor: VisitorFactory = (random, hour) => {
  const campaign = {
    productCategory: random.zipf(categories, 1.1),
    goal: random.zipf(goals, 1.1),
    audience: random.zipf(audiences, 1.1),
    budgetUsd: random.zipf(budgets, 1.1),
    brandVoice: random.zipf(voices, 1.1),
    productName: random.pick(products),
    keyMessage: random.pick(messages),
    daysUntilPosting: random.pick([7, 14, 21, 30]),
  }
  const nextPage = () =>
    random.weighted([
      ['campaignStrategy', 35],
      ['influencerMatching', 45],
      ['briefGenerator', 20],
    ] as const)
  let page = nextPage()
  return {
    turn: () => {
      page = nextPage()
    },
    refine: () => {
      if (page === 'briefGenerator') campaign.keyMessage = random.pick(messages)
      else if (page === 'influencerMatching') campaign.brandVoice = random.zipf(voices, 1.1)
      else if (random.fraction() < 0.5) campaign.budgetUsd = random.zipf(budgets, 1.1)
      else campaign.goal = random.zipf(goals, 1.1)
    },
    ask: () => {
      const { productCategory, goal, audience, budgetUsd, brandVoice, productName, keyMessage, daysUntilPosting } = campaign
      if (page === 'campaignStrategy') return { key: page, context: { productCategory, goal, audience, budgetUsd } }
      if (page === 'influencerMatching') return { key: page, context: { brandVoice, audience, influencers: lists[listOf(hour())]! } }
      const context = { productName, productCategory, goal, audience, brandVoice, keyMessage, daysUntilPosting }
      return { key: page, context }
    },
  }
}
