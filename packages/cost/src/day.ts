const millisecondsPerDay = 86_400_000

/**
 * The UTC day of an instant, or of a day written as `YYYY-MM-DD`, counted from 1970-01-01.
 * Undefined for an invalid date and for every other text.
 */
export function dayNumber(at: Date | string): number | undefined {
  if (typeof at !== 'string') {
    const day = Math.floor(at.getTime() / millisecondsPerDay)
    return Number.isNaN(day) ? undefined : day
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(at)) return undefined
  const milliseconds = Date.parse(`${at}T00:00:00Z`)
  // Days that the month does not have are rolled over by some parsers; written back they differ.
  if (Number.isNaN(milliseconds) || !new Date(milliseconds).toISOString().startsWith(at)) return undefined
  return milliseconds / millisecondsPerDay
}

/** The inverse of {@link dayNumber} for a day of a year up to 9999. */
export function formatDay(day: number): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10)
}
