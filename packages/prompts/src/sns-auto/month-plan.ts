import { datesFrom } from './wall-time.ts'

// So many entries have room; in fewer days they would be a burst, not a calendar.
const leastDaysLeft = 12

/** First and last date of a month given as `2026-12`. */
export function monthOf(month: string): { first: string; last: string } {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const dayZeroOfNext = new Date(Date.UTC(year, number, 0))
  return { first: `${month}-01`, last: dayZeroOfNext.toISOString().slice(0, 10) }
}

/** The dates that can be planned: from today on in a month that has begun, as long as enough of it is left; else the whole month. */
export function plannableDates(month: string, now: Date): string[] {
  const { first, last } = monthOf(month)
  const all = datesFrom(first, Number(last.slice(8)))
  const today = now.toISOString().slice(0, 10)
  const left = all.filter((date) => date >= today)
  return left.length >= leastDaysLeft ? left : all
}

/** `count` of the dates, evenly spread, or those on the weekdays (Sunday is 0) if these are enough. */
export function rhythm(dates: readonly string[], weekdays: readonly number[], least: number): string[] {
  const regular = dates.filter((date) => weekdays.includes(new Date(date).getUTCDay()))
  if (regular.length >= least) return regular
  return Array.from({ length: least }, (_, index) => dates[Math.floor((index * dates.length) / least)]!)
}
