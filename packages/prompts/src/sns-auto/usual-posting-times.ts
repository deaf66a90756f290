import type { Locale } from '@inkling/contracts'
import { type Audience, customsOfAudience } from './audiences.ts'
import { minuteOfDay, type PostingDay } from './coming-week.ts'
import { customsOf, type Platform } from './platforms.ts'
import { weekdayOf } from './wall-time.ts'

const mostTimes = 5
// Where in the usual hours the first, second and further times lie: apart, so that a week of them is a test.
const places = [0.25, 0.5, 0, 0.75, 0.375] as const
// Averages of a platform know nothing of this account: no time is called better than even.
const confidences = [0.5, 0.45, 0.42, 0.38, 0.35] as const

interface PostingTime {
  date: string
  time: string
  reasoning: string
  hashtags: string[]
  confidence: number
}

interface Occasion {
  platform: Platform
  audience: Audience
  days: readonly PostingDay[]
}

/** The platform's average hours on the audience's better days: what can be said without a model. */
export function usualPostingTimes({ platform, audience, days }: Occasion, locale: Locale): PostingTime[] {
  const { usualHours, hashtags } = customsOf[platform]
  const customs = customsOfAudience[audience]
  const from = minuteOfDay(usualHours.from)
  const span = minuteOfDay(usualHours.to) - from
  const rank = ({ date }: PostingDay) => customs.weekdays.indexOf(new Date(date).getUTCDay())
  return days
    .filter((day) => minuteOfDay(day.from) <= from)
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, mostTimes)
    .map(({ date }, index) => ({
      date,
      time: clock(from + Math.round((span * places[index]!) / 15) * 15),
      reasoning: reasons[locale](index, {
        weekday: weekdayOf(date, locale),
        platform: customsOf[platform].name[locale],
        audience: customs.name[locale],
        hours: `${usualHours.from}–${usualHours.to}`,
      }),
      hashtags: customs.hashtags[locale].slice(0, hashtags.maximum),
      confidence: confidences[index]!,
    }))
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

interface Words {
  weekday: string
  platform: string
  audience: string
  hours: string
}

const reasons: Record<Locale, (index: number, words: Words) => string> = {
  en: (index, { weekday, platform, audience, hours }) =>
    [
      `${platform} is busiest from ${hours} on average, and ${weekday} is one of the better days for ${audience}.`,
      `The middle of ${platform}'s usual hours (${hours}) on a ${weekday}: a safe second choice.`,
      `The start of the usual hours on a ${weekday}: early reactions are there when most people arrive.`,
      `Later in the usual hours on a ${weekday}: worth comparing with the earlier times.`,
      `A ${weekday} rounds off the comparison: does ${audience} react differently that day?`,
    ][index]!,
  ko: (index, { weekday, platform, audience, hours }) =>
    [
      `${platform} 이용이 평균적으로 가장 많은 ${hours} 사이이고, ${weekday}은 ${audience}에게 잘 닿는 편이에요.`,
      `${weekday}, ${platform} 평균 이용 시간(${hours})의 한가운데라 무난한 선택이에요.`,
      `${weekday} 평균 이용 시간이 시작될 때예요. 사람이 몰리기 전에 첫 반응을 모을 수 있어요.`,
      `${weekday} 평균 이용 시간의 후반이에요. 이른 시간과 반응을 비교해 보세요.`,
      `${weekday}에도 한 번 올려 보면 ${audience}의 반응을 요일별로 비교할 수 있어요.`,
    ][index]!,
}
