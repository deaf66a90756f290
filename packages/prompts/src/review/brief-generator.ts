import { z } from 'zod'
import { defineSuggestion } from '../define-suggestion.ts'
import { choice, list, text, wholeNumber } from '../fields.ts'
import { audiences, brandVoices, goals, productCategories } from './choices.ts'
import { formats } from './deliverables.ts'
import { dollarsIn } from './stated-numbers.ts'
import { writeBrief } from './write-brief.ts'

const deliverable = z.strictObject({
  format: choice(formats, 'What is made'),
  count: wholeNumber({ minimum: 1, maximum: 30 }, 'How many of it'),
})

const input = z.strictObject({
  productName: text(80, 'Name of the product'),
  productCategory: choice(productCategories, 'What kind of product it is'),
  goal: choice(goals, 'What the campaign shall achieve'),
  audience: choice(audiences, 'Whom it shall reach'),
  brandVoice: choice(brandVoices, 'How the brand speaks'),
  keyMessage: text(300, 'What people shall remember, in the words of the brand').optional(),
  deliverables: list(deliverable, 6, 'What the creator delivers').default([]),
  daysUntilPosting: wholeNumber({ minimum: 1, maximum: 120 }, 'Days from today to the first post'),
  dos: list(text(140, 'Something the creator shall do'), 6, "Do's of the brand").default([]),
  donts: list(text(140, 'Something the creator shall not do'), 6, "Don'ts of the brand").default([]),
})

export const briefSections = ['campaign', 'audience', 'message', 'deliverables', 'dos', 'donts', 'schedule'] as const

const item = z.object({
  section: z.enum(briefSections).describe('Which section of the brief this is'),
  heading: z.string().min(2).max(60).describe('Heading, two to five words'),
  body: z.string().min(10).max(600).describe('Text of the section; lists with one point a line, each begun with "- "'),
})

type Input = z.output<typeof input>

const facts = `The campaign: a product of the category {{productCategory}}; goal {{goal}}; audience {{audience}} ("everyone" means no group is \
chosen); the brand's voice is {{brandVoice}}; {{daysUntilPosting}} days until the first post. Product name, key message, deliverables, do's and \
don'ts are in the data, in the brand's own words.`

const binding = `Rules:
- A brief is part of an agreement. State only what the data holds. Invent no fees, prices, discounts, codes, dates, hashtags, handles, \
ingredients, results or usage rights. Where something must be agreed and is missing, leave a gap in square brackets: [fee], [usage rights], [contact].
- Each section at most once: campaign (product, goal), audience, message (what people shall remember, and the tone), deliverables, dos, donts, schedule.
- deliverables: every format of the data with its number as a digit, one a line, and what each should show. None in the data: [agree on formats and number].
- dos: all do's of the data, meaning unchanged, spelling corrected. Always add that each post is marked as advertising at its beginning, as \
the law asks for.
- donts: all don'ts of the data, meaning unchanged. Never weaken one. Add none, except claims about health or results that the category makes risky.
- schedule: draft, feedback, final version, post, counted in days before posting, none more than {{daysUntilPosting}}; one round of changes unless the data says otherwise.
- If a do contradicts a don't, keep both and say in one sentence that the brand must decide.
- heading at most 30 characters, body at most 260, in Korean about half. Lists have one point a line, begun with "- ".`

export const briefGenerator = defineSuggestion({
  name: 'review.briefGenerator',
  title: { en: 'A brief for your creators', ko: '크리에이터 브리프 초안' },
  summary: "Writes the sections of a brief from the campaign's facts, deliverables, do's and don'ts, with gaps where something is missing.",
  input,
  item,
  distinct: 'section',
  items: { minimum: 5, maximum: 7 },
  variants: {
    'one-page-agreement': {
      summary: 'Short and binding: what both sides can point to later. For brands with legal review.',
      instructions: `You write briefs for influencer campaigns. A brief of yours fits one page, and both sides can point to it when they disagree.

${facts}

Write {{count}} sections, in the order in which a creator needs them. Short sentences in the imperative, one fact each. What is not in the data but \
decides about the work becomes a gap in brackets, so that nobody signs a brief with a hole in it. Keep opinion and praise out.

Good: "- 2 Reels: the product in use in the first three seconds." Bad: "Create engaging content that resonates."

${binding}`,
    },
    'letter-to-the-creator': {
      summary: 'Addressed to the person, with the reason behind each request and room for their own idea.',
      instructions: `You write briefs that creators like to get: they say why, and leave the how to the person who knows the followers best.

${facts}

Write {{count}} sections, in the order in which a creator needs them. Address the creator as "you", in the brand's voice but plainly. Give each request its reason \
in half a sentence, and name in the message section one thing that is theirs to decide. Requests stay exact: a friendly brief that leaves open how many posts \
are due helps nobody.

Good: "Show it in use early; most people decide by then." Bad: "Have fun and be yourself!"

${binding}`,
    },
  },
  maxOutputTokens: 800,
  cacheSeconds: 30 * 60,
  safety: 'medium',
  template: writeBrief,
  checkItem: ({ section, body }, context) => contradiction(section, body, context),
  example: {
    productName: 'Morning Dew Serum',
    productCategory: 'skincare',
    goal: 'sales',
    audience: 'young-professionals',
    brandVoice: 'warm',
    keyMessage: 'Three drops before the sunscreen, nothing else to think about.',
    deliverables: [
      { format: 'instagram-reel', count: 2 },
      { format: 'instagram-story', count: 3 },
    ],
    daysUntilPosting: 14,
    dos: ['Show the texture in daylight', 'Mention that it is fragrance free'],
    donts: ['No before and after pictures', 'No comparison with other brands'],
  },
})

// Influencer posts that are paid for must say so, in Korea and the US alike.
const disclosure = /\b(?:advertis\w*|sponsor\w*|paid partnership|ad)\b|광고|협찬|유료/i
const daysBefore = /(\d+)\s*days?\s+before|(\d+)\s*일\s*전|\bD-(\d+)/gi

/** Where a section says less or more than was agreed. */
function contradiction(section: string, body: string, context: Input): string | undefined {
  if (section === 'deliverables') {
    const missing = context.deliverables.find(({ count }) => !new RegExp(String.raw`(?<!\d)${count}(?!\d)`).test(body))
    if (missing) return `the section does not say ${missing.count} for ${missing.format}`
  }
  if (section === 'dos' && !disclosure.test(body)) return 'the section does not ask for the advertising label'
  const agreed = [context.productName, context.keyMessage ?? '', ...context.dos, ...context.donts].flatMap(dollarsIn)
  const invented = dollarsIn(body).find((amount) => !agreed.includes(amount))
  if (invented !== undefined) return `${invented} USD is not in the context`
  const late = [...body.matchAll(daysBefore)].map((match) => Number(match[1] ?? match[2] ?? match[3]))
  const tooEarly = late.find((days) => days > context.daysUntilPosting)
  return tooEarly === undefined
    ? undefined
    : `${tooEarly} days before posting is in the past: there are ${context.daysUntilPosting} days left`
}
