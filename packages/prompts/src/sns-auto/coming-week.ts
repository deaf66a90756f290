import { datesFrom, instantOf, type WallTime, wallTimeAt, weekdayOf } from './wall-time.ts'

export interface PostingDay {
  date: string
  /** In English: it is part of the prompt's data. */
  weekday: string
  /** Wall time from which a post can still be prepared. */
  from: string
}

const hour = 60 * 60_000
// Time to finish the post, and more than an answer's two hours in the cache.
const notice = 3 * hour
// The first moment moves in steps of four hours, so that people in one zone share cached answers.
const step = 4

/** Today, if there is still time, and the six days after it, in the zone of the person. */
export function comingWeek(now: Date, timeZone: string): PostingDay[] {
  const today = wallTimeAt(now, timeZone).date
  const ready = wallTimeAt(new Date(now.getTime() + notice), timeZone)
  const firstHour = Math.ceil(minuteOfDay(ready.time) / 60 / step) * step
  const first: WallTime =
    firstHour < 24
      ? { date: ready.date, time: `${String(firstHour).padStart(2, '0')}:00` }
      : { date: datesFrom(ready.date, 2)[1]!, time: '00:00' }
  return datesFrom(today, 7)
    .filter((date) => date >= first.date)
    .map((date) => ({ date, weekday: weekdayOf(date, 'en'), from: date === first.date ? first.time : '00:00' }))
}

export function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** Why nothing can be posted at that time in the coming week, or `undefined`. */
export function postingTimeProblem(wanted: WallTime, now: Date, timeZone: string): string | undefined {
  const instant = instantOf(wanted, timeZone)
  if (instant === undefined) return `${timeZone} has no ${wanted.date} ${wanted.time}`
  if (instant <= now) return `${wanted.date} ${wanted.time} is over`
  const last = datesFrom(wallTimeAt(now, timeZone).date, 7).at(-1)!
  if (wanted.date > last) return `${wanted.date} is after the coming week, which ends on ${last}`
  return undefined
}
