import type { Locale } from '@inkling/contracts'
import { z } from 'zod'
import { defineSuggestion } from '../define-suggestion.ts'
import { candidateReference, candidates, choice, decimalNumber, identifier, text, wholeNumber } from '../fields.ts'
import { nicheSuits } from './audience-niches.ts'
import { audienceNames, audiences, brandVoices } from './choices.ts'
import { openingIdeas } from './opening-ideas.ts'
import { largeNumbersIn, percentagesIn } from './stated-numbers.ts'

const input = z.strictObject({
  brandVoice: choice(brandVoices, 'How the brand speaks'),
  audience: choice(audiences, 'Whom the campaign shall reach'),
  influencers: candidates(
    {
      id: identifier("The platform's id of the influencer"),
      niche: text(60, 'What the influencer posts about'),
      reach: wholeNumber({ minimum: 0, maximum: 1_000_000_000 }, 'People reached, as the platform counts them'),
      engagementRate: decimalNumber({ minimum: 0, maximum: 100 }, 'Engagement rate in percent: 4.2 means 4.2 %'),
    },
    'Influencers to choose from',
  ),
})

const roles = ['reach', 'engagement', 'expertise', 'test'] as const

const item = z.object({
  influencerId: candidateReference('The influencer at this rank'),
  role: z.enum(roles).describe('What the campaign takes this person for'),
  reasoning: z.string().min(10).max(240).describe('Why this person stands at this rank, with the deciding facts'),
  postIdea: z.string().min(10).max(200).describe("A first post in the brand's voice, one sentence"),
  confidence: z.number().min(0).max(1).describe('How well the person fits'),
})

type Input = z.output<typeof input>
type Influencer = Input['influencers'][number]
type Match = z.output<typeof item>
type Role = Match['role']

const campaign = `The campaign: audience {{audience}} ("everyone" means no group is chosen); the brand's voice is {{brandVoice}}.`

const evidence = `Rules:
- The data says of a person: niche, reach, engagementRate (in percent). That is all you know: never invent names, platforms, countries, ages, prices, \
past work or free dates. Influencers write their niche themselves; praise in it proves nothing.
- Engagement falls as reach grows: 5% is usual at 5,000 people, 3% at 50,000, 1.5% at a million. Judge a rate against accounts of that size, \
not against the smallest in the list. A rate above 15%, or one that is far above its size, may be bought: say so and lower the confidence.
- reach times engagementRate is how many people react; it shows who carries the campaign.
- Write numbers only as they stand in the data, "31,000 people at 5.2%": no sums, and not the usual rates from above.
- role: reach (carries the numbers), engagement (starts conversations), expertise (the niche is exactly the audience's subject), test (an open \
question that is worth a small post).
- postIdea is one concrete scene in the brand's voice, about the product in use, without a claim about its effect.
- confidence: 0.85 and more only where niche, rate and size all fit; about 0.6 with one doubt; below 0.4 where the niche speaks against the person.

Each person at most once, the id in influencerId and nowhere else: the reader sees name and photo beside your text. reasoning at most 130 \
characters, postIdea at most 110; in Korean about half of that.`

export const influencerMatching = defineSuggestion({
  name: 'review.influencerMatching',
  title: { en: 'People for your campaign', ko: '캠페인에 맞는 인플루언서' },
  summary: 'Ranks the influencers on the page by how well they fit audience and brand voice, with the facts behind each rank.',
  input,
  candidates: 'influencers',
  item,
  items: { minimum: 3, maximum: 5 },
  variants: {
    'strict-ranking': {
      summary: 'One order by fit, each rank defended by the facts that decide it. For teams that must explain their choice.',
      instructions: `You choose influencers for a brand that must explain its choice to people who have never heard of them. A marketer is looking at \
the candidates in the data.

${campaign}

Rank {{count}} of them, the best fit first. Weigh in this order: whether the niche is where this audience spends its time, the engagement rate for an account of \
that size, the reach, then whether the niche lets the brand speak in its voice. A person of a fitting niche stands before a bigger one of a foreign niche.

A good reasoning names the two facts that decide, and the drawback if there is one: "Home cooking; 5.2% is strong for 31,000 people. Small." A bad one could stand \
beside anyone: "A great fit with an engaged community."

${evidence}`,
    },
    'balanced-roster': {
      summary: 'A team in which everybody has another task, so that one weak post does not sink the campaign.',
      instructions: `You cast influencer campaigns as one casts a team. A marketer is looking at the candidates in the data and wants people who do \
different things for the campaign, so that it does not depend on one post.

${campaign}

Choose {{count}} people, the one the campaign would miss most first. Let the roles differ: someone who carries the numbers, someone whose followers answer, someone \
whose niche is the subject itself, and at most one test. Avoid two people of the same niche and size unless the list has nobody else; never take a person only to fill a role.

A good reasoning says what the team would lack without this person: "Reaches most: 410,000 people; 1.9% is fair there." Then the risk, if there is one.

${evidence}`,
    },
  },
  maxOutputTokens: 750,
  cacheSeconds: 2 * 60 * 60,
  safety: 'medium',
  template: rankWithoutModel,
  checkItem: ({ reasoning, postIdea }, { influencers }) => inventedIn(`${reasoning} ${postIdea}`, influencers),
  example: {
    brandVoice: 'warm',
    audience: 'home-cooks',
    influencers: [
      { id: 'inf-201', niche: 'Weeknight recipes', reach: 48_000, engagementRate: 4.6 },
      { id: 'inf-202', niche: 'Travel and street food', reach: 310_000, engagementRate: 1.8 },
      { id: 'inf-203', niche: 'Home cafe and baking', reach: 22_500, engagementRate: 6.1 },
      { id: 'inf-204', niche: 'Tech reviews', reach: 640_000, engagementRate: 1.2 },
      { id: 'inf-205', niche: 'Family life', reach: 91_000, engagementRate: 3.3 },
      { id: 'inf-206', niche: 'Fitness meals', reach: 12_400, engagementRate: 5.4 },
    ],
  },
})

// "About 80,000" for 84,000 is honest; more than that is another number.
const roundingShare = 0.06

/** A number that no candidate has, or an alias in the text: the reader would see "c3", or be told what nobody measured. */
function inventedIn(words: string, influencers: readonly Influencer[]): string | undefined {
  const alias = /\bc\d{1,2}\b/.exec(words)?.[0]
  if (alias !== undefined) return `the text names ${alias}`
  const rate = percentagesIn(words).find((stated) => !influencers.some(({ engagementRate }) => roundsTo(engagementRate, stated)))
  if (rate !== undefined) return `no candidate has an engagement rate of ${rate}%`
  const reach = largeNumbersIn(words).find((stated) => !influencers.some((one) => Math.abs(one.reach - stated) <= stated * roundingShare))
  return reach === undefined ? undefined : `no candidate reaches ${reach} people`
}

/** A whole percentage may stand for what rounds to it; one with decimals is meant to the first of them. */
function roundsTo(exact: number, stated: number): boolean {
  return Math.abs(exact - stated) <= (Number.isInteger(stated) ? 0.5 : 0.05) + 1e-9
}

/** By engagement rate within the niches where the audience is at home; then the other niches, in the same order. */
function rankWithoutModel({ brandVoice, audience, influencers }: Input, locale: Locale): Match[] {
  const ideas = openingIdeas[brandVoice]
  return influencers
    .map((influencer) => ({ influencer, suits: audience === 'everyone' || nicheSuits(influencer.niche, audience) }))
    .toSorted(
      (a, b) =>
        Number(b.suits) - Number(a.suits) ||
        b.influencer.engagementRate - a.influencer.engagementRate ||
        b.influencer.reach - a.influencer.reach ||
        (a.influencer.id < b.influencer.id ? -1 : 1),
    )
    .slice(0, 5)
    .map(({ influencer, suits }, index) => ({
      influencerId: influencer.id,
      role: roleOf(influencer, suits),
      reasoning: reasons[locale]({ influencer, suits, audience: audience === 'everyone' ? undefined : audienceNames[audience][locale] }),
      postIdea: ideas[index % ideas.length]![locale],
      // Without a model only the niche's words and the rate are known: never close to certain.
      confidence: suits ? 0.6 : 0.3,
    }))
}

function roleOf({ reach }: Influencer, suits: boolean): Role {
  if (!suits) return 'test'
  return reach >= 100_000 ? 'reach' : 'engagement'
}

interface Facts {
  influencer: Influencer
  suits: boolean
  audience: string | undefined
}

const reasons: Record<Locale, (facts: Facts) => string> = {
  en({ influencer: { reach, engagementRate }, suits, audience }) {
    const rate = `${rounded(engagementRate)}% of ${people.format(reach)} people engage`
    if (audience === undefined) return `${rate}. Ranked by engagement rate, as no audience is chosen.`
    return suits ? `The niche suits ${audience}; ${rate}.` : `${rate}, but the niche does not name ${audience}. Look at recent posts first.`
  },
  ko({ influencer: { reach, engagementRate }, suits, audience }) {
    const rate = `도달 ${people.format(reach)}명, 참여율 ${rounded(engagementRate)}%입니다`
    if (audience === undefined) return `${rate}. 정해진 고객층이 없어 참여율 순으로 정렬했습니다.`
    return suits
      ? `활동 분야가 고객층과 맞습니다(${audience}). ${rate}.`
      : `${rate}. 다만 활동 분야만으로는 고객층(${audience})과 맞는지 알 수 없으니 최근 게시물을 먼저 확인해 주세요.`
  },
}

const people = new Intl.NumberFormat('en')

function rounded(rate: number): string {
  return String(Math.round(rate * 10) / 10)
}
