import { isObject, type JsonObject } from '../protocol.ts'
import { integerBetween } from '../random.ts'
import { candidateReason } from './candidate-reason.ts'
import { daysOf, offsetOf, spreadDay, timeFor } from './dates.ts'
import { lengthOfList, type Range } from './described-limits.ts'
import { fillText } from './fill-text.ts'
import { fitText } from './fit-text.ts'
import { type AnswerContext, detailOf, type Item } from './item.ts'
import { factList, factText } from './request-facts.ts'

const reasonLike = /reason|why|rationale|explanation|match|fit|note|summary/i

export function textValue(schema: JsonObject, name: string, item: Item, context: AnswerContext): string {
  const description = String(schema.description ?? '')
  if (typeof schema.format === 'string') return formatted(schema.format, item, context)
  const calendar = calendarText(name, description, item, context)
  if (calendar !== undefined) return calendar
  if (/platform|channel/i.test(name)) return platformOf(item, context)
  if (/^language$/i.test(name)) return context.facts.language
  const { facts } = context
  const detail = detailOf(item.entry, name)
  const named = item.candidate !== null && reasonLike.test(name)
  const idea = Array.isArray(detail) ? detail.join(' ') : String(detail ?? item.entry.body)
  const text = named ? candidateReason(item.candidate!, facts, item.index) : fillText(idea, facts)
  return fitText(text, description, facts.language)
}

function platformOf(item: Item, { facts }: AnswerContext): string {
  const platforms = factList(facts, 'platforms', 'platform', 'channels')
  return platforms[item.index % Math.max(platforms.length, 1)] ?? 'instagram'
}

function calendarText(name: string, description: string, item: Item, { facts, now }: AnswerContext): string | undefined {
  const day = spreadDay(daysOf(facts, now), item.index, item.count)
  const zone = factText(facts, 'timezone', 'tz')
  if (
    /date-?time|ISO 8601 (date and time|time ?stamp)|YYYY-MM-DDT/i.test(`${name} ${description}`) ||
    /^(startsAt|postAt|publishAt|at)$/.test(name)
  ) {
    return `${day}T${timeFor(facts, item.index)}:00${offsetOf(zone, day)}`
  }
  if (/^(date|day|on)$|Date$|YYYY-MM-DD/i.test(name) || /YYYY-MM-DD/.test(description)) {
    if (/weekday|day of the week/i.test(description)) return weekday(day, facts.language)
    return day
  }
  if (/weekday/i.test(name)) return weekday(day, facts.language)
  if (/^time$|Time$|^hour$/.test(name) || /\bHH:MM\b/i.test(description)) return timeFor(facts, item.index)
  return undefined
}

export function weekday(day: string, language: 'en' | 'ko'): string {
  return new Intl.DateTimeFormat(language === 'ko' ? 'ko-KR' : 'en-US', { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}

function formatted(format: string, item: Item, { facts, now, random }: AnswerContext): string {
  const day = spreadDay(daysOf(facts, now), item.index, item.count)
  const hex = (count: number): string => Array.from({ length: count }, () => integerBetween(random, 0, 15).toString(16)).join('')
  const values: Record<string, () => string> = {
    date: () => day,
    'date-time': () => `${day}T${timeFor(facts, item.index)}:00${offsetOf(factText(facts, 'timezone', 'tz'), day)}`,
    time: () => `${timeFor(facts, item.index)}:00Z`,
    duration: () => `PT${15 * (item.index + 1)}M`,
    email: () => `team${item.index + 1}@example.com`,
    hostname: () => 'www.example.com',
    uri: () => `https://www.example.com/${item.index + 1}`,
    ipv4: () => `192.0.2.${item.index + 1}`,
    ipv6: () => `2001:db8::${item.index + 1}`,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
  }
  return values[format]?.() ?? item.entry.title
}

/** A list of texts: what the idea holds under that name, filled from the request's own words. */
export function textList(schema: JsonObject, element: JsonObject, name: string, item: Item, context: AnswerContext): string[] {
  const { facts, random } = context
  const description = String(schema.description ?? '')
  const range = /hashtag/i.test(name) ? { ...lengthOfList(description), ...allowedHashtags(context) } : lengthOfList(description)
  const detail = detailOf(item.entry, name)
  const own = Array.isArray(detail) ? [...detail] : []
  if (/hashtag|^tags$/i.test(name)) own.push(...hashtagsOf(context))
  if (/platform|channel/i.test(name)) own.unshift(...factList(facts, 'platforms', 'platform'))
  if (own.length === 0) own.push(...(item.entry.body.match(/[^.!?]+[.!?]/g) ?? [item.entry.body]), item.entry.title)
  const bare = /without (the |a )?(#|hash)|# ?없이/i.test(description + String(element.description ?? ''))
  const texts = own.map((text) =>
    fitText(fillText(bare ? text.replace(/^#/, '') : text, facts).trim(), String(element.description ?? ''), facts.language),
  )
  const distinct = [...new Set(texts)]
  const low = Math.max(range.low ?? 0, Number(schema.minItems ?? 0))
  const high = Math.max(low, range.high ?? Math.max(low, 3))
  const count = integerBetween(random, Math.min(Math.max(low, 1, Math.min(2, high)), high), high)
  for (let extra = 2; distinct.length < low; extra += 1) distinct.push(`${texts[distinct.length % texts.length]!}${extra}`)
  return distinct.slice(0, count)
}

/** `hashtags: { minimum, maximum }` somewhere in the request's data. */
function allowedHashtags({ facts }: AnswerContext): Range {
  const limits = facts.data.get('hashtags')
  if (!isObject(limits)) return {}
  const { minimum, maximum } = limits
  return { ...(typeof minimum === 'number' ? { low: minimum } : {}), ...(typeof maximum === 'number' ? { high: maximum } : {}) }
}

function hashtagsOf({ facts }: AnswerContext): string[] {
  const words = [...factList(facts, 'productname'), ...factList(facts, 'niche', 'productcategory', 'cuisine')]
  const tags = words.map((word) => word.replace(/[^\p{L}\p{N}]/gu, '')).filter((word) => word !== '' && word.length <= 24)
  const more =
    facts.language === 'ko'
      ? ['추천', '오늘의픽', '함께해요', '새소식', '리뷰']
      : ['mustsee', 'todayspick', 'joinus', 'goodtoknow', 'newin']
  return [...tags, ...more].map((tag) => `#${tag.toLowerCase()}`)
}
