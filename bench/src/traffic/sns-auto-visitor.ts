import { registry } from '@inkling/prompts'
import { choicesOf, type VisitorFactory } from './visitor.ts'

const { postingTimes, captions, contentStrategy } = registry.snsAuto
const platforms = choicesOf(postingTimes, 'platform')
const audiences = choicesOf(postingTimes, 'audience')
const contentTypes = choicesOf(postingTimes, 'contentType')
const tones = choicesOf(captions, 'brandTone')
const goals = choicesOf(contentStrategy, 'goals')
const timeZones = ['Asia/Seoul', 'America/New_York', 'Europe/Berlin', 'Europe/London', 'America/Los_Angeles'] as const
const niches = ['home cooking', 'trail running', 'handmade candles', 'budget travel', 'indie games', 'street fashion', 'house plants']
const products = ['Lavender candle', 'Cold brew kit', 'Trail shoes', 'Linen apron', 'Desk lamp', 'Photo workshop']
const descriptions = [
  'Made by hand in small batches.',
  'New this week, limited stock.',
  'Our bestseller is back.',
  'Free shipping until Sunday.',
]

/** Somebody who schedules a post: when, with which words, as part of which month. */
export const snsAutoVisitor: VisitorFactory = (random) => {
  const post = {
    platform: random.zipf(platforms, 1.1),
    audience: random.zipf(audiences, 1.1),
    contentType: random.zipf(contentTypes, 1.1),
    timeZone: random.zipf(timeZones, 1.1),
    tone: random.zipf(tones, 1.1),
    goal: random.zipf(goals, 1.1),
    niche: random.pick(niches),
    product: random.pick(products),
    description: random.pick(descriptions),
    language: random.weighted([
      ['en', 70],
      ['ko', 30],
    ] as const),
  }
  const nextPage = () =>
    random.weighted([
      ['postingTimes', 45],
      ['captions', 35],
      ['contentStrategy', 20],
    ] as const)
  let page = nextPage()
  return {
    turn: () => {
      page = nextPage()
    },
    refine: () => {
      if (page === 'captions') post.description = random.pick(descriptions)
      else if (page === 'contentStrategy') post.goal = random.zipf(goals, 1.1)
      else if (random.fraction() < 0.5) post.contentType = random.zipf(contentTypes, 1.1)
      else post.platform = random.zipf(platforms, 1.1)
    },
    ask: () => {
      const { platform, audience, contentType, timeZone, tone, goal, niche, product, description, language } = post
      if (page === 'postingTimes') return { key: page, context: { platform, audience, contentType, timeZone } }
      if (page === 'contentStrategy') return { key: page, context: { niche, platforms: [platform], goals: [goal], month: '2026-12' } }
      return { key: page, context: { productName: product, description, platform, brandTone: tone, language } }
    },
  }
}
