import type { CachedAnswer } from '@inkling/suggestions/ports'

/** An answer with the instant (milliseconds since 1970) from which it is not given out any more. */
export interface StoredAnswer {
  answer: CachedAnswer
  keepUntil: number
}

// Raised whenever the layout changes: a value of another layout is a miss, so replicas of two releases can share one Redis.
const layout = 1

/** Compact JSON. */
export function encodeStoredAnswer({ answer, keepUntil }: StoredAnswer): string {
  const { answerId, ...rest } = answer
  return JSON.stringify({ v: layout, id: answerId, keepUntil, ...rest })
}

/** `undefined` for whatever {@link encodeStoredAnswer} did not write. */
export function decodeStoredAnswer(text: string): StoredAnswer | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  const { v, id, keepUntil, items, model, variant, promptVersion, simulated, createdAt, freshUntil } = value as Record<string, unknown>
  if (v !== layout || typeof id !== 'string' || !Array.isArray(items)) return undefined
  if (typeof model !== 'string' || typeof variant !== 'string' || typeof promptVersion !== 'string') return undefined
  if (typeof keepUntil !== 'number' || typeof createdAt !== 'number' || typeof freshUntil !== 'number') return undefined
  if (typeof simulated !== 'boolean') return undefined
  return { keepUntil, answer: { answerId: id, items, model, variant, promptVersion, simulated, createdAt, freshUntil } }
}
