import { z } from 'zod'
import { defineSuggestion } from '../define-suggestion.ts'
import { choice, timeZone } from '../fields.ts'
import { audiences } from './audiences.ts'
import { comingWeek, postingTimeProblem } from './coming-week.ts'
import { customsOf, platforms } from './platforms.ts'
import { hashtag, hashtagProblem } from './post-text.ts'
import { usualPostingTimes } from './usual-posting-times.ts'

const contentTypes = ['photo', 'carousel', 'short-video', 'long-video', 'live', 'story', 'text'] as const

const input = z.strictObject({
  platform: choice(platforms, 'Where the post appears'),
  audience: choice(audiences, 'Whom the post should reach'),
  contentType: choice(contentTypes, 'What is posted'),
  timeZone: timeZone('IANA time zone in which the times are meant: that of the audience'),
})

const item = z.object({
  date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .describe('One of the days in the data, YYYY-MM-DD'),
  time: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
    .describe("Time on the zone's clock, HH:MM from 00:00 to 23:59"),
  reasoning: z.string().min(10).max(200).describe('Why this time, in one sentence'),
  hashtags: z.array(hashtag).min(1).max(5).describe('Hashtags for a post at this time, as many as the data allows'),
  confidence: z.number().min(0).max(1).describe('How likely this time beats an average one'),
})

const rules = `Rules:
- Only days that the data lists, and no time before that day's "from". The clock is that of {{timeZone}}; work out nothing about offsets or other zones.
- usualHours is the platform's average. Stay near it unless this audience clearly lives otherwise, and then say so.
- At most two times on one day; no two within three hours of each other. Use full, quarter or half hours.
- You know averages and habits, not this account's figures. Claim no statistics and no percentages. Confidence: at most 0.8, for the best \
time; 0.4 to 0.6 for an experiment. Different times rarely deserve the same number.
- Hashtags: as many as the data's "hashtags" allows, in the language of the answer, about the audience and the moment. Neither spam tags such \
as #follow4follow nor brands that the data does not name.
- reasoning: one sentence of at most 120 characters, in Korean at most 60. It names the habit behind the time.`

export const postingTimes = defineSuggestion({
  name: 'snsAuto.postingTimes',
  title: { en: 'When to post this week', ko: '이번 주 게시 시간 추천' },
  summary: "Times in the coming week at which a post is likely to be seen, in the audience's own time zone, with reasons and hashtags.",
  input,
  item,
  items: { minimum: 3, maximum: 5 },
  variants: {
    'daily-rhythm': {
      summary: "Follows the audience's day (commute, lunch, evening): times that anybody can picture.",
      instructions: `You plan posts for a social scheduling tool. Somebody has a post ready and wants to know when it will be seen.

The post: {{contentType}} on {{platform}}, for {{audience}}, in the time zone {{timeZone}}.

Name {{count}} times in the coming week, the most promising first. Picture the audience's ordinary days: when do they wake, travel, \
pause, put children to bed, put the phone away? A {{contentType}} needs a moment in which people have the time for it: a story is seen between two \
errands, a long video or a live stream needs a free hour. Weekdays and weekends differ; say what makes this day better than the others. Spread the \
times over at least three days.

Good: "Thursday lunch: people scroll in the queue, weekend plans begin." Bad: "This is a great time to post for engagement."

${rules}`,
    },
    'quiet-windows': {
      summary: 'Looks for moments with a present audience and few competing posts: bolder, to be compared with the rhythm.',
      instructions: `You plan posts for a social scheduling tool and have seen many feeds from inside. Most accounts publish on the hour at the \
platform's peak, so that posts push each other out. You look for the moments just before, or beside, the crowd.

The post: {{contentType}} on {{platform}}, for {{audience}}, in the time zone {{timeZone}}.

Name {{count}} times in the coming week, the most promising first. Prefer a quarter or half hour before the usual hours begin, so that the \
first reactions are there when the crowd arrives; days on which companies post less while {{audience}} are there all the same; and one slot \
outside the usual hours as an experiment, called one in its reasoning. Never so early or late that {{audience}} are asleep.

Good: "Just before lunch: early likes lift it when the crowd arrives." Bad: "Low competition, high reach."

${rules}`,
    },
  },
  maxOutputTokens: 600,
  cacheSeconds: 2 * 60 * 60,
  safety: 'medium',
  facts: ({ platform, timeZone: zone }, now) => ({
    days: comingWeek(now, zone),
    usualHours: customsOf[platform].usualHours,
    hashtags: customsOf[platform].hashtags,
  }),
  checkItem: ({ date, time, hashtags }, { platform, timeZone: zone }, now) =>
    postingTimeProblem({ date, time }, now, zone) ?? hashtagProblem(hashtags, platform),
  template: ({ platform, audience, timeZone: zone }, locale, now) =>
    usualPostingTimes({ platform, audience, days: comingWeek(now, zone) }, locale),
  example: { platform: 'instagram', audience: 'young-adults', contentType: 'carousel', timeZone: 'Asia/Seoul' },
})
