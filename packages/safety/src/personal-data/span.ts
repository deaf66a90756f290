export const personalDataTypes = [
  'SECRET',
  'EMAIL',
  'IBAN',
  'KR_RRN',
  'CREDIT_CARD',
  'US_SSN',
  'PASSPORT',
  'PHONE',
  'IP_ADDRESS',
  'PASSWORD',
  'ADDRESS',
  'PERSON',
  'NUMBER',
] as const
export type PersonalDataType = (typeof personalDataTypes)[number]

/** `certain`: form and check agree. `likely`: form, or context and a looser form. `possible`: nothing says what it is. */
export type Confidence = 'certain' | 'likely' | 'possible'

/** UTF-16 offsets, end exclusive. */
export interface PersonalDataSpan {
  start: number
  end: number
  type: PersonalDataType
  confidence: Confidence
}

const rank = new Map(personalDataTypes.map((type, index) => [type, index]))
const certainty: Record<Confidence, number> = { certain: 0, likely: 1, possible: 2 }

/**
 * Spans without overlap, by rising start. Where two overlap, the type that stands earlier in {@link personalDataTypes} keeps the
 * place and the other keeps what is left of it, so that no part of a find is lost.
 */
export function resolveOverlaps(spans: readonly PersonalDataSpan[]): PersonalDataSpan[] {
  const ordered = [...spans].sort(
    (a, b) =>
      rank.get(a.type)! - rank.get(b.type)! || certainty[a.confidence] - certainty[b.confidence] || b.end - b.start - (a.end - a.start),
  )
  let taken: PersonalDataSpan[] = []
  let from = 0
  while (from < ordered.length) {
    // One type at a time: within a type the spans come from few detectors, so each merge stays linear.
    let to = from
    while (to < ordered.length && ordered[to]!.type === ordered[from]!.type) to++
    taken = mergeInto(taken, ordered.slice(from, to))
    from = to
  }
  return taken
}

function mergeInto(taken: PersonalDataSpan[], added: PersonalDataSpan[]): PersonalDataSpan[] {
  const free = withoutOwnOverlaps(added)
  const result: PersonalDataSpan[] = []
  let next = 0
  for (const span of free) {
    while (next < taken.length && taken[next]!.end <= span.start) result.push(taken[next++]!)
    let at = span.start
    while (next < taken.length && taken[next]!.start < span.end) {
      const kept = taken[next]!
      if (kept.start > at) result.push({ ...span, start: at, end: kept.start })
      at = Math.max(at, kept.end)
      if (kept.end > span.end) break
      result.push(kept)
      next++
    }
    if (at < span.end) result.push({ ...span, start: at })
  }
  for (; next < taken.length; next++) result.push(taken[next]!)
  return result.sort((a, b) => a.start - b.start)
}

/** Overlapping spans of one type become one. */
function withoutOwnOverlaps(spans: PersonalDataSpan[]): PersonalDataSpan[] {
  const result: PersonalDataSpan[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last === undefined || span.start >= last.end) {
      result.push({ ...span })
      continue
    }
    last.end = Math.max(last.end, span.end)
    if (certainty[span.confidence] < certainty[last.confidence]) last.confidence = span.confidence
  }
  return result
}
