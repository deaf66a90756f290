const day = 86_400_000

/** `count` dates from one on. A date has no zone: the clock of UTC counts its days. */
export function datesFrom(date: string, count: number): string[] {
  const first = Date.parse(date)
  return Array.from({ length: count }, (_, index) => new Date(first + index * day).toISOString().slice(0, 10))
}

/** The seven days that hold all these dates: from today on if they do, else from the earliest of them. */
export function weekOf(dates: readonly string[], today: string): string[] {
  const fromToday = datesFrom(today, 7)
  return dates.every((date) => fromToday.includes(date)) ? fromToday : datesFrom([...dates].sort()[0]!, 7)
}

/** The weeks of a month from Sunday to Saturday, with gaps where a day belongs to another month; empty for what is no month. */
export function weeksOf(month: string): (string | undefined)[][] {
  const first = new Date(`${month}-01`)
  if (!/^\d{4}-\d{2}$/.test(month) || Number.isNaN(first.getTime())) return []
  const dates = datesFrom(`${month}-01`, 31).filter((date) => date.startsWith(month))
  const cells = [...Array<undefined>(first.getUTCDay()).fill(undefined), ...dates]
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => Array.from({ length: 7 }, (_, index) => cells[week * 7 + index]))
}

export const dayNumber = (date: string) => Number(date.slice(8))

/** `Fri`, or for instance `Fri, Nov 27, 6:30 PM` with a time. */
export function say(locale: string, date: string, options: Intl.DateTimeFormatOptions, time = '00:00'): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${date}T${time}Z`))
}
