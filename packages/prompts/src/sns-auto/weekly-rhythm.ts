import type { Locale } from '@inkling/contracts'
import { plannableDates, rhythm } from './month-plan.ts'
import type { Platform } from './platforms.ts'

export const strategyGoals = ['reach', 'engagement', 'followers', 'sales', 'traffic', 'trust'] as const
type Goal = (typeof strategyGoals)[number]

interface Plan {
  platforms: readonly Platform[]
  goals: readonly Goal[]
  month: string
}

interface Entry {
  date: string
  platform: Platform
  theme: string
  hook: string
}

// A month has four or five Tuesdays and Fridays: eight to ten entries, two a week.
const weekdays = [2, 5]
const least = 8

/** Two posts a week, what serves the goals in turn with what every account can post: a plan without a model. */
export function weeklyRhythm({ platforms, goals, month }: Plan, locale: Locale, now: Date): Entry[] {
  const dates = rhythm(plannableDates(month, now), weekdays, least)
  const ideas = ideasFor(goals, dates.length, locale)
  return dates.map((date, index) => {
    const [theme, hook] = ideas[index]!
    return { date, platform: platforms[index % platforms.length]!, theme, hook }
  })
}

/** What every account can post in turn with what serves the goals, none twice; the last looks back. */
function ideasFor(goals: readonly Goal[], count: number, locale: Locale): Idea[] {
  const distinct = [...new Set(goals)]
  const wanted = [0, 1].flatMap((round) => distinct.map((goal) => goalIdeas[locale][goal][round]!))
  const mixed = evergreen[locale].flatMap((idea, index) => [idea, ...wanted.slice(index, index + 1)])
  return [...mixed.slice(0, count - 1), review[locale]]
}

type Idea = readonly [theme: string, hook: string]

const evergreen: Record<Locale, readonly Idea[]> = {
  en: [
    ['Introduce yourself', 'Who we are, and what we do all day'],
    ['Behind the scenes', 'What a normal Tuesday looks like here'],
    ['Beginner guide', 'Start with this before you buy anything'],
    ['Tools we use', 'The one tool we would buy again'],
    ['Quick win', 'Ten minutes tonight, and it is done'],
    ['Myth check', 'Three things people get wrong about this'],
    ['Small detail', 'Look closely: this is what we worry about'],
  ],
  ko: [
    ['소개하기', '우리는 이런 일을 해요'],
    ['비하인드', '평범한 하루를 그대로 보여 드려요'],
    ['입문 가이드', '시작하기 전에 이것부터 보세요'],
    ['애용하는 도구', '다시 사도 고를 단 하나의 도구'],
    ['10분 팁', '오늘 밤 10분이면 끝나요'],
    ['오해 바로잡기', '많이들 잘못 알고 있는 세 가지'],
    ['작은 디테일', '자세히 보면 보이는 우리의 고집'],
  ],
}

const review: Record<Locale, Idea> = {
  en: ['Month in review', 'What worked this month, and what did not'],
  ko: ['한 달 돌아보기', '이번 달에 잘된 것과 아쉬운 것'],
}

const goalIdeas: Record<Locale, Record<Goal, readonly [Idea, Idea]>> = {
  en: {
    reach: [
      ['Common mistake', 'The mistake nearly everybody makes at first'],
      ['Worth passing on', 'Send this to the person who needs it'],
    ],
    engagement: [
      ['Easy question', 'This or that: which one are you?'],
      ['Ask us anything', 'Your questions, our honest answers'],
    ],
    followers: [
      ['Start of a series', 'Part one: the basics in one minute'],
      ['Next part', 'Part two: what changes once you know'],
    ],
    sales: [
      ['One clear reason', 'Who this is for, and who it is not for'],
      ['What it costs', 'What you get for the price, openly'],
    ],
    traffic: [
      ['Longer answer', 'The short version here, the long one on our page'],
      ['Checklist', 'Save the list before you begin'],
    ],
    trust: [
      ['Customer story', 'In their own words: how it went'],
      ['What we got wrong', 'We did this badly for years'],
    ],
  },
  ko: {
    reach: [
      ['흔한 실수', '처음에 누구나 하는 실수 하나'],
      ['함께 나누기', '필요한 사람에게 보내 주세요'],
    ],
    engagement: [
      ['쉬운 질문', '둘 중 하나, 어느 쪽이세요?'],
      ['무엇이든 질문', '궁금한 점에 솔직하게 답해요'],
    ],
    followers: [
      ['시리즈 시작', '1편: 1분이면 아는 기초'],
      ['시리즈 다음 편', '2편: 알고 나면 달라지는 것'],
    ],
    sales: [
      ['분명한 이유', '이런 분께 맞고, 이런 분께는 안 맞아요'],
      ['가격 이야기', '이 가격에 무엇을 받는지 알려 드려요'],
    ],
    traffic: [
      ['더 긴 답', '짧은 답은 여기, 긴 답은 홈페이지에'],
      ['체크리스트', '시작 전에 목록을 저장해 두세요'],
    ],
    trust: [
      ['고객 이야기', '고객이 직접 말하는 경험'],
      ['틀렸던 것', '우리도 몇 년 동안 잘못했어요'],
    ],
  },
}
