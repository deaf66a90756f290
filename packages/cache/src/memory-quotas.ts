import type { Quota, QuotaSettings, QuotaSubject, Quotas } from '@inkling/suggestions/ports'
import { takeFromBucket } from './quota-bucket.ts'

// A few hundred bytes each; who comes back after so many others begins anew.
const mostSubjects = 20_000

/** Quotas of this process alone. `now`: milliseconds since 1970. */
export function createMemoryQuotas({ settings, now = Date.now }: { settings: QuotaSettings; now?: () => number }): Quotas {
  // A Map keeps insertion order: the first subject is the one that was not heard of for longest.
  const subjects = new Map<string, number[]>()

  function take(subject: string, quotas: readonly Quota[]): number | undefined {
    const at = now()
    const before = subjects.get(subject)
    const taken = quotas.map((quota, index) => takeFromBucket(before?.[index] ?? 0, quota, at))
    const waits = taken.flatMap((each) => (each.allowed ? [] : [each.waitMs]))
    if (waits.length > 0) return Math.max(...waits)
    subjects.delete(subject)
    subjects.set(
      subject,
      taken.map((each) => (each.allowed ? each.fullAt : 0)),
    )
    if (subjects.size > mostSubjects) subjects.delete(subjects.keys().next().value!)
    return undefined
  }

  return {
    async take(subject) {
      for (const { whose, name, quotas } of bucketsOf(settings, subject)) {
        const wait = take(name, quotas)
        if (wait !== undefined) return { allowed: false, whose, retryAfterMs: Math.ceil(wait) }
      }
      return { allowed: true }
    },
  }
}

/** The user's own bucket comes first: what it refuses costs the product nothing. */
export function bucketsOf(settings: QuotaSettings, { product, userKey, kind }: QuotaSubject): Bucket[] {
  const buckets: Bucket[] = []
  if (settings.user.length > 0) buckets.push({ whose: 'user', name: `${product} ${kind} ${userKey}`, quotas: settings.user })
  if (settings.product.length > 0) buckets.push({ whose: 'product', name: `${product} ${kind}`, quotas: settings.product })
  return buckets
}

interface Bucket {
  whose: 'user' | 'product'
  name: string
  quotas: readonly Quota[]
}
