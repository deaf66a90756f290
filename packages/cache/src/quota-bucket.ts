import type { Quota } from '@inkling/suggestions/ports'

// Instants of this size are exact to a fourth of a microsecond, and the roundings of thousands of sums add up.
export const toleranceMs = 0.5

/**
 * The generic cell rate algorithm (ITU-T I.371, appendix I): a bucket of `limit` requests that refills evenly over the window. All that is kept is
 * the instant at which the bucket is full again. At most `limit` requests come at once, and `limit` in a window on average.
 */
export function takeFromBucket(
  fullAt: number,
  quota: Quota,
  now: number,
): { allowed: true; fullAt: number } | { allowed: false; waitMs: number } {
  const next = Math.max(now, fullAt) + quota.windowMs / quota.limit
  const waitMs = next - quota.windowMs - now
  return waitMs <= toleranceMs ? { allowed: true, fullAt: next } : { allowed: false, waitMs }
}
