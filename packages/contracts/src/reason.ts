/**
 * Why an answer is not a fresh one from Claude. A closed set: dashboards, widgets and tests switch over it.
 * `off` reasons show the host's own content; the others are answered from cache, then stale, then template.
 */
export const offReasons = ['disabled', 'not-in-rollout', 'no-candidates'] as const
export type OffReason = (typeof offReasons)[number]

export const fallbackReasons = [
  'sampled-out', // the forecast lowered the share of users who may cause new spending
  'personal-data', // refused by the suggestion's safety level
  'secret', // a credential in the text
  'sensitive-words', // business words refused at level high
  'injection',
  'safety-error', // a detector failed or ran over its time: no call
  'budget-exhausted', // a limit would be crossed
  'budget-held', // refused by open reservations alone; passes as they settle
  'rate-limited',
  'breaker-open',
  'no-price', // unknown model, no price on that day, or a prompt without a finite bound
  'accounting-unavailable', // Postgres out of reach: no new spending
  'timeout',
  'upstream-error',
  'refused', // by Claude
  'invalid-output',
  'incomplete', // ended early with too few valid items
] as const
export type FallbackReason = (typeof fallbackReasons)[number]

export type Reason = OffReason | FallbackReason
export const reasons: readonly Reason[] = [...offReasons, ...fallbackReasons]
