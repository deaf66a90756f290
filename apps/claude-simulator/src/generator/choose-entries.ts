import { metrics, workflow } from '../content/automation.ts'
import { codeFindings } from '../content/code.ts'
import { dishes } from '../content/dishes.ts'
import type { Bank, Entry } from '../content/entry.ts'
import { courses, features, general } from '../content/learning.ts'
import { brief, campaign, goalNumbers, postIdeas } from '../content/marketing.ts'
import { reviewSections } from '../content/review.ts'
import { calendar, captions, postingTimes } from '../content/social.ts'
import { codeWalkthrough } from '../content/walkthrough.ts'
import type { Random } from '../random.ts'
import { partOfDay } from './dates.ts'
import { factText, type RequestFacts } from './request-facts.ts'

type Choose = (facts: RequestFacts, count: number) => readonly Entry[]

interface Topic {
  /** Names in the answer's items that only this topic has. */
  properties: RegExp
  /** Keys of the request's data. */
  data: RegExp
  /** Words of the instructions. */
  words: RegExp
  choose: Choose
  /** Whether another request gets another selection; absent where the order carries meaning. */
  varied?: true
  /** As many items as there are ideas, within the limits: a review does not stop at the first mistake. */
  exhaustive?: true
}

const from =
  (bank: Bank): Choose =>
  (facts) =>
    bank[facts.language]

const topics: readonly Topic[] = [
  { properties: /dish|course(?!id)|plating/i, data: /^(guests|cuisine|dietary|hours)$/, words: /\bmenu\b|메뉴/i, choose: chooseDishes },
  {
    properties: /heading|section/i,
    data: /^(rating|dishes|highlights)$/,
    words: /\breview(er|ing)? (template|of|a booking)|후기/i,
    choose: from(reviewSections),
  },
  {
    properties: /time|hour|weekday|hashtags/i,
    data: /^(timezone|contenttype|audience|platform)$/,
    words: /posting times?|게시 시간/i,
    choose: (facts) => postingTimes[partOfDay(facts)][facts.language],
    varied: true,
  },
  {
    properties: /caption|hashtags/i,
    data: /^(productname|brandtone|tone|platform)$/,
    words: /caption|캡션/i,
    choose: from(captions),
    varied: true,
  },
  {
    properties: /theme|hook/i,
    data: /^(niche|platforms|goals|month)$/,
    words: /calendar|content strategy|캘린더/i,
    choose: from(calendar),
  },
  {
    properties: /kpi|timeline|phase/i,
    data: /^(productcategory|goal|audience|budget)$/,
    words: /campaign|캠페인/i,
    choose: planCampaign,
  },
  {
    properties: /influencer|postidea/i,
    data: /^(brandvoice|audience|influencers)$/,
    words: /influencers?|인플루언서/i,
    choose: from(postIdeas),
    varied: true,
  },
  {
    properties: /heading|section/i,
    data: /^(deliverables|dos|donts|campaign.*|productname)$/,
    words: /\bbrief\b|브리프/i,
    choose: from(brief),
  },
  {
    properties: /effort|effect|impact|tip/i,
    data: /^(usecase|steps|painpoint)$/,
    words: /workflow|워크플로/i,
    choose: from(workflow),
    varied: true,
  },
  {
    properties: /severity|problem|fix/i,
    data: /^(code|numberedcode)$/,
    words: /code review|findings?|코드 리뷰/i,
    choose: (facts) => codeFindings(facts),
    exhaustive: true,
  },
  {
    properties: /kpi|formula|monitor/i,
    data: /^(workflowtype|goal)$/,
    words: /\bkpis?\b|success metrics|지표/i,
    choose: from(metrics),
  },
  { properties: /weeks/i, data: /^(weeklyhours|level|goal|courses)$/, words: /learning path|course sequence|학습/i, choose: from(courses) },
  {
    properties: /(from|start|first)line|linestart|lines|concepts|explanation/i,
    data: /^(code|numberedcode|question)$/,
    words: /explain|walkthrough|설명/i,
    choose: codeWalkthrough,
  },
  {
    properties: /effort|feature/i,
    data: /^(stack|level|description|projectdescription)$/,
    words: /feature|next steps?|기능/i,
    choose: from(features),
    varied: true,
  },
]

function planCampaign(facts: RequestFacts): readonly Entry[] {
  const ofGoal = goalNumbers[factText(facts, 'goal') ?? '']?.[facts.language]
  return campaign[facts.language].map((entry) => (entry.part === 'kpis' && ofGoal ? { ...entry, ...ofGoal } : entry))
}

function chooseDishes(facts: RequestFacts, count: number): readonly Entry[] {
  const cuisine = (factText(facts, 'cuisine', 'cuisines') ?? '').toLowerCase()
  const bank = /ital|이탈|pasta/.test(cuisine) ? dishes.italian : /korea|한식|한국/.test(cuisine) ? dishes.korean : dishes.seasonal
  const all = bank[facts.language]
  const plantsOnly = /vegetarian|vegan|plant|채식|비건/i.test(
    JSON.stringify([facts.data.get('dietary') ?? '', facts.data.get('dietaryrestrictions') ?? '']),
  )
  const allowed = plantsOnly ? all.filter((entry) => entry.diet === 'plants') : all
  // Drops from the front doubles first, so that a short menu still ends with dessert.
  const courseOf = (index: number) => allowed[index]?.course
  const kept = allowed.filter((_, index) => allowed.length <= count || courseOf(index) !== courseOf(index + 1))
  const enough = kept.length >= count ? kept : allowed
  return enough.length <= count ? enough : [...enough.slice(0, count - 1), enough.at(-1)!]
}

function topicOf(facts: RequestFacts, propertyNames: readonly string[]): Topic | undefined {
  let best: { topic: Topic; score: number } | undefined
  for (const topic of topics) {
    const score =
      2 * propertyNames.filter((name) => topic.properties.test(name)).length +
      2 * [...facts.data.keys()].filter((key) => topic.data.test(key)).length +
      (topic.words.test(facts.systemText) ? 3 : 0)
    if (score > (best?.score ?? 1)) best = { topic, score }
  }
  return best?.topic
}

/** Whether the answer should hold all that {@link chooseEntries} gives. */
export function isExhaustive(facts: RequestFacts, propertyNames: readonly string[]): boolean {
  return topicOf(facts, propertyNames)?.exhaustive === true
}

/** Ideas for `count` items whose schema has these property names. There is always at least one. */
export function chooseEntries(facts: RequestFacts, propertyNames: readonly string[], count: number, random: Random): readonly Entry[] {
  const topic = topicOf(facts, propertyNames)
  const chosen = topic?.choose(facts, count) ?? []
  if (chosen.length === 0) return general[facts.language]
  if (topic?.varied === undefined || chosen.length <= count) return chosen
  const skip = Math.floor(random() * (chosen.length - count + 1))
  return chosen.slice(skip)
}
