import { z } from 'zod'
import { defineSuggestion } from '../define-suggestion.ts'
import { choice, list, text, yearMonth } from '../fields.ts'
import { monthOf, plannableDates } from './month-plan.ts'
import { platforms } from './platforms.ts'
import { datesFrom, weekdayOf } from './wall-time.ts'
import { strategyGoals, weeklyRhythm } from './weekly-rhythm.ts'

const mostHookWords = 12

const input = z.strictObject({
  niche: text(80, "What the account is about, in its owner's own words"),
  platforms: list(choice(platforms, 'A platform'), 4, 'Platforms that the plan serves', 1),
  goals: list(choice(strategyGoals, 'A goal'), 3, 'What the month should bring', 1),
  month: yearMonth('The month to plan, YYYY-MM'),
})

const item = z.object({
  date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .describe('Day of the post within the month, YYYY-MM-DD'),
  platform: z.enum(platforms).describe('One of the platforms of the plan'),
  theme: z.string().min(2).max(50).describe('What the post is about, two to five words'),
  hook: z.string().min(5).max(90).describe('First line of the post; at most 12 words'),
})

const rules = `Rules:
- Every date lies between "from" and "last" in the data, in the order of the calendar, at most one entry on a day, spread over the whole span. The \
data's "weekdays" tell which weekday the span begins with; do not guess others.
- Only the platforms named above, each at least once, in a form that suits it: short video on tiktok, a carousel or photo on instagram, a longer \
video on youtube, a thought or a question on x and threads, something learned on linkedin.
- The niche is the owner's word; stay inside of it. Public holidays and seasons may be used where they fall on the date beyond doubt; no trends, \
no events, no figures that you cannot know.
- hook: the first line as it will be read, at most 9 words, in Korean at most 25 characters. No "Did you know", no clickbait that the post \
cannot keep. No two hooks begin alike.
- theme: two to four words.`

export const contentStrategy = defineSuggestion({
  name: 'snsAuto.contentStrategy',
  title: { en: 'A content plan for the month', ko: '한 달 콘텐츠 계획' },
  summary: "A month's calendar: dated entries with platform, theme and a first line.",
  input,
  item,
  items: { minimum: 8, maximum: 12 },
  variants: {
    'content-pillars': {
      summary: 'Three recurring kinds of content in turn: easy to keep up, for accounts without a campaign.',
      instructions: `You plan content for people who run an account beside their work. A plan that they can keep beats a brilliant one that ends \
after a week.

The month: {{month}}. Platforms: {{platforms}}. Goals: {{goals}}.

Plan {{count}} entries. Choose three recurring kinds of content that fit the niche and the goals (for example: something useful, something from \
behind the scenes, something that asks) and let them take turns, so that followers learn what to expect. Every third entry needs no \
preparation at all. For reach choose subjects that people pass on; for engagement such as they answer; for followers series; for sales and \
traffic one clear reason to come, at most every fourth entry; for trust proof and openness.

Good hook: "Three signs your sourdough wants one more hour" Bad: "You won't believe what we did this week"

${rules}`,
    },
    'campaign-arc': {
      summary: 'One story over the month, from curiosity to a call: for a launch or a season.',
      instructions: `You plan campaigns for small brands. A month of yours has a direction: somebody who sees only two entries still knows where it \
is going.

The month: {{month}}. Platforms: {{platforms}}. Goals: {{goals}}.

Plan {{count}} entries as one line of four parts of about a week each: make people curious about a question of the niche, show how it is done, \
let others speak or try, and end with the one step that serves the first goal. Each entry takes up the one before and stands alone all the \
same. The last entry looks back and names what comes next. On several platforms tell the same week's part, not the same post.

Good hook: "Day one: the oven is cold, the plan is bold" Bad: "Big news coming soon, stay tuned"

${rules}`,
    },
  },
  maxOutputTokens: 800,
  cacheSeconds: 60 * 60,
  safety: 'medium',
  facts: ({ month }, now) => {
    const dates = plannableDates(month, now)
    return { from: dates[0], last: dates.at(-1), weekdays: weekdaysFrom(dates[0]!) }
  },
  checkItem: ({ date, platform, hook }, { month, platforms: wanted }) => {
    const { first, last } = monthOf(month)
    if (date < first || date > last) return `${date} is not a day of ${month}`
    if (!wanted.includes(platform)) return `${platform} is not one of the plan's platforms`
    const words = hook.split(/\s+/).length
    return words > mostHookWords ? `the hook has ${words} words; at most ${mostHookWords}` : undefined
  },
  template: weeklyRhythm,
  example: {
    niche: 'Sourdough baking at home',
    platforms: ['instagram', 'tiktok'],
    goals: ['engagement', 'followers'],
    month: '2026-12',
  },
})

/** `["2026-12-01 Tuesday", ...]` of the first seven days: from them the others follow. */
function weekdaysFrom(date: string): string[] {
  return datesFrom(date, 7).map((day) => `${day} ${weekdayOf(day, 'en')}`)
}
