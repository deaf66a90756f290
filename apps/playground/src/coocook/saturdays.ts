const day = 24 * 60 * 60 * 1000

/** The first Saturday that is at least so many days away; negative days look back. */
export function saturdayFrom(today: Date, days: number): Date {
  const from = new Date(today.getTime() + days * day)
  return new Date(from.getTime() + ((6 - from.getDay() + 7) % 7) * day)
}
