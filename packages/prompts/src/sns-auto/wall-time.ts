/** What calendar and clock show in a zone: `2026-11-25` and `09:30`. */
export interface WallTime {
  date: string
  time: string
}

const minute = 60_000
const dayInMilliseconds = 24 * 60 * minute

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const
  // Making one costs fifty times what using it does.
  const format = new Intl.DateTimeFormat('en-US', { timeZone, calendar: 'gregory', hourCycle: 'h23', ...parts })
  formats.set(timeZone, format)
  return format
}

/** The instant whose UTC clock shows what the clock of the zone shows at `instant`. */
function wallClock(instant: number, timeZone: string): number {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  )
  return Date.UTC(parts.year!, parts.month! - 1, parts.day, parts.hour, parts.minute, parts.second)
}

export function wallTimeAt(instant: Date, timeZone: string): WallTime {
  const text = new Date(wallClock(instant.getTime(), timeZone)).toISOString()
  return { date: text.slice(0, 10), time: text.slice(11, 16) }
}

/** When the zone's clock shows that time, the first of two where it is set back; `undefined` where it is set forward over it, or for no date. */
export function instantOf({ date, time }: WallTime, timeZone: string): Date | undefined {
  const wanted = Date.parse(`${date}T${time}:00Z`)
  if (Number.isNaN(wanted) || !new Date(wanted).toISOString().startsWith(date)) return undefined
  // The offset is that of a day before or of a day after: no zone changes twice within two days.
  const candidates = [-dayInMilliseconds, dayInMilliseconds]
    .map((distance) => wanted - (wallClock(wanted + distance, timeZone) - (wanted + distance)))
    .sort((a, b) => a - b)
  const found = candidates.find((candidate) => wallClock(candidate, timeZone) === wanted)
  return found === undefined ? undefined : new Date(found)
}

/** The dates of `count` days from `date` on. A date is no instant: it needs no zone. */
export function datesFrom(date: string, count: number): string[] {
  const first = Date.parse(date)
  return Array.from({ length: count }, (_, index) => new Date(first + index * dayInMilliseconds).toISOString().slice(0, 10))
}

const weekdays = new Map<string, Intl.DateTimeFormat>()

export function weekdayOf(date: string, locale: string): string {
  const format = weekdays.get(locale) ?? new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  weekdays.set(locale, format)
  return format.format(new Date(date))
}
