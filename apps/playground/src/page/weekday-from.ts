const day = 24 * 60 * 60 * 1000

/** As `Date` counts them. */
const weekdays = { monday: 1, saturday: 6 } as const

/** The first such weekday that is at least so many days away; negative days look back. */
export function weekdayFrom(weekday: keyof typeof weekdays, today: Date, days: number): Date {
  const from = new Date(today.getTime() + days * day)
  return new Date(from.getTime() + ((weekdays[weekday] - from.getDay() + 7) % 7) * day)
}
