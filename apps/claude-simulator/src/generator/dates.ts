import { factText, type RequestFacts } from './request-facts.ts'

const dayMs = 86_400_000

/** The days that the request is about: a named month or week, a named start and end, else the week that begins today. */
export function daysOf(facts: RequestFacts, now: number): string[] {
  const month = /^(\d{4})-(\d{2})$/.exec(factText(facts, 'month', 'campaignmonth') ?? '')
  if (month !== null) {
    const first = Date.UTC(Number(month[1]), Number(month[2]) - 1, 1)
    const next = Date.UTC(Number(month[1]), Number(month[2]), 1)
    return days(first, Math.round((next - first) / dayMs))
  }
  const start = asDay(factText(facts, 'weekstart', 'startdate', 'start', 'from', 'today', 'date', 'now'))
  const end = asDay(factText(facts, 'weekend', 'enddate', 'end', 'to', 'until'))
  const first = start ?? Math.floor(now / dayMs) * dayMs
  const count = end === undefined || end < first ? 7 : Math.min(62, Math.round((end - first) / dayMs) + 1)
  return days(first, count)
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
  const platform = (factText(facts, 'platform', 'platforms') ?? 'instagram').toLowerCase()
  const hours = Object.entries(bestHours).find(([name]) => platform.includes(name))?.[1] ?? bestHours.instagram!
  return hours[index % hours.length]!
}
