// A pause holds back the calls of all replicas. A quarter of an hour is also the longest time between two probes of the breaker: no
// header, wrong or meant for batch jobs, may stop suggestions for longer than a broken service would.
const longestPauseMs = 15 * 60_000

/** Milliseconds to wait from a `retry-after` header, seconds or an HTTP date; `undefined` if there is none that can be read. */
export function parseRetryAfter(header: string | null | undefined, now: number): number | undefined {
  const text = header?.trim()
  if (!text) return undefined
  const milliseconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now
  if (Number.isNaN(milliseconds)) return undefined
  return Math.min(Math.max(0, Math.ceil(milliseconds)), longestPauseMs)
}
