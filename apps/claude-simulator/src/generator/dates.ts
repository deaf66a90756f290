import { isObject } from '../protocol.ts'
import { factText, type RequestFacts } from './request-facts.ts'

const dayMs = 86_400_000

/** The days that the request is about: a list of days, a named start and end, a month, else the week that begins on a start or today. */
export function daysOf(facts: RequestFacts, now: number): string[] {
  const listed = listedDays(facts)
  if (listed.length > 0) return listed
  const start = asDay(factText(facts, 'weekstart', 'startdate', 'start', 'from', 'today', 'date', 'now'))
  const end = asDay(factText(facts, 'weekend', 'enddate', 'end', 'last', 'to', 'until'))
  if (start !== undefined && end !== undefined && end >= start) return days(start, Math.min(62, Math.round((end - start) / dayMs) + 1))
  const month = /^(\d{4})-(\d{2})$/.exec(factText(facts, 'month', 'campaignmonth') ?? '')
  if (month !== null) {
    const first = Date.UTC(Number(month[1]), Number(month[2]) - 1, 1)
    const next = Date.UTC(Number(month[1]), Number(month[2]), 1)
    return days(first, Math.round((next - first) / dayMs))
  }
  return days(start ?? Math.floor(now / dayMs) * dayMs, 7)
}

/** `days: ["2026-11-26", ...]` or `days: [{ date: "2026-11-26", from: "16:00" }, ...]`: a day of which only the end is left is passed over. */
function listedDays(facts: RequestFacts): string[] {
  const list = facts.data.get('days')
  if (!Array.isArray(list)) return []
  return list.flatMap((entry) => {
    const { date, from } = isObject(entry) ? entry : { date: entry, from: undefined }
    const day = typeof date === 'string' ? asDay(date) : undefined
    return day === undefined || (typeof from === 'string' && from > '08:00') ? [] : days(day, 1)
  })
}

function asDay(text: string | undefined): number | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text ?? '')?.[0]
  const at = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(at) ? undefined : at
}

function days(first: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => new Date(first + index * dayMs).toISOString().slice(0, 10))
}

/** `count` places spread evenly over the days, in order, without repetition as long as there are days enough. */
export function spreadDay(all: readonly string[], index: number, count: number): string {
  const step = all.length / Math.max(count, 1)
  return all[Math.min(all.length - 1, Math.floor(index * step + step / 3))] ?? '2026-12-01'
}

/** The zone's offset on that day as `+09:00`, or `Z` where the zone is unknown. */
export function offsetOf(timeZone: string | undefined, day: string): string {
  if (timeZone === undefined) return 'Z'
  try {
    const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(new Date(`${day}T12:00:00Z`))
    const name = parts.find((part) => part.type === 'timeZoneName')?.value.replace('GMT', '') ?? ''
    return name === '' ? 'Z' : name
  } catch {
    return 'Z'
  }
}

/** Hours in which each platform's audiences are known to be there. */
const bestHours: Record<string, readonly string[]> = {
  instagram: ['12:10', '11:30', '13:00', '12:40', '11:00'],
  tiktok: ['19:30', '20:15', '18:40', '21:00', '18:10'],
  youtube: ['20:30', '21:00', '20:00', '21:40', '20:15'],
  linkedin: ['09:10', '12:00', '08:30', '10:00', '17:20'],
}

export function timeFor(facts: RequestFacts, index: number): string {
  const usual = usualHours(facts)
  if (usual !== undefined) {
    const step = (usual.to - usual.from) / 8
    // First well inside, then near the edges.
    return clock(Math.round((usual.from + step * ([2, 4, 0, 6, 3][index % 5] ?? 0)) / 5) * 5)
  }
  const platform = (factText(facts, 'platform', 'platforms') ?? 'instagram').toLowerCase()
  const hours = Object.entries(bestHours).find(([name]) => platform.includes(name))?.[1] ?? bestHours.instagram!
  return hours[index % hours.length]!
}

/** Minutes of the day between which the request says that most people are there. */
function usualHours(facts: RequestFacts): { from: number; to: number } | undefined {
  const given = facts.data.get('usualhours')
  if (!isObject(given)) return undefined
  const [from, to] = [given.from, given.to].map((time) => {
    const parts = /^(\d{2}):(\d{2})$/.exec(String(time))
    return parts === null ? Number.NaN : Number(parts[1]) * 60 + Number(parts[2])
  })
  return from! < to! ? { from: from!, to: to! } : undefined
}

function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

export type PartOfDay = 'morning' | 'midday' | 'evening'

/** When in the day the request's posts are likely to appear. */
export function partOfDay(facts: RequestFacts): PartOfDay {
  const hour = Number(timeFor(facts, 0).slice(0, 2))
  return hour < 11 ? 'morning' : hour < 16 ? 'midday' : 'evening'
}
