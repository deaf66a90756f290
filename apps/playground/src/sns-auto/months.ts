/** The month so many months after that of `now`, as `2026-12`. */
export function monthAhead(now: Date, months: number): string {
  return new Date(Date.UTC(now.getFullYear(), now.getMonth() + months, 1)).toISOString().slice(0, 7)
}
