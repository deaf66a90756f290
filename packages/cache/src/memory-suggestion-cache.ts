import type { CachedAnswer, CacheKey, SuggestionCache } from '@inkling/suggestions/ports'
import { freezeDeeply } from './freeze-deeply.ts'
import { encodeStoredAnswer } from './stored-answer.ts'

interface Entry {
  key: CacheKey
  /** Frozen to its last leaf: every reader gets the same, and nobody can change what the next one gets. */
  answer: CachedAnswer
  bytes: number
  keepUntil: number
}

/** What one entry costs beside its content: key, map slot, and an answer of five items as objects; about 1,000 bytes, rounded up. */
const overheadBytes = 1536

/**
 * Answers in this process, the least recently used leaving first.
 * `now`: milliseconds since 1970. `maxBytes` counts the answers as they would be serialised, and a fixed overhead for each.
 * `maxLifetimeMs` caps how long an entry stays, whatever its own lifetime says.
 */
export function createMemorySuggestionCache({
  now = Date.now,
  maxEntries = 10_000,
  maxBytes = 32 * 1024 * 1024,
  maxLifetimeMs = Number.POSITIVE_INFINITY,
}: {
  now?: () => number
  maxEntries?: number
  maxBytes?: number
  maxLifetimeMs?: number
} = {}): SuggestionCache & { readonly entries: number; readonly bytes: number } {
  // A Map keeps insertion order: the first entry is the one that was not used for longest.
  const entries = new Map<string, Entry>()
  let bytes = 0

  function remove(id: string, entry: Entry): void {
    entries.delete(id)
    bytes -= entry.bytes
  }

  function removeWhere(matches: (entry: Entry) => boolean): number {
    let removed = 0
    for (const [id, entry] of entries) {
      if (!matches(entry)) continue
      if (entry.keepUntil > now()) removed += 1
      remove(id, entry)
    }
    return removed
  }

  return {
    get entries() {
      return entries.size
    },
    get bytes() {
      return bytes
    },
    async get(key) {
      const id = entryId(key)
      const entry = entries.get(id)
      if (!entry) return undefined
      if (entry.keepUntil <= now()) {
        remove(id, entry)
        return undefined
      }
      entries.delete(id)
      entries.set(id, entry)
      return { ...entry.answer, items: [...entry.answer.items] }
    },
    async set(key, answer: CachedAnswer, staleSeconds) {
      const keepUntil = Math.min(answer.freshUntil + staleSeconds * 1000, now() + maxLifetimeMs)
      const id = entryId(key)
      const previous = entries.get(id)
      if (previous) remove(id, previous)
      if (keepUntil <= now()) return
      const size = Buffer.byteLength(encodeStoredAnswer({ answer, keepUntil })) + overheadBytes
      if (size > maxBytes) return
      entries.set(id, { key: structuredClone(key), answer: freezeDeeply(structuredClone(answer)), bytes: size, keepUntil })
      bytes += size
      for (const [oldest, entry] of entries) {
        if (entries.size <= maxEntries && bytes <= maxBytes) break
        remove(oldest, entry)
      }
    },
    async invalidateUser(product, userKey) {
      return removeWhere(({ key }) => key.product === product && key.scope.kind === 'user' && key.scope.userKey === userKey)
    },
    async purge(target) {
      if ('answerId' in target) return removeWhere(({ answer }) => answer.answerId === target.answerId)
      return removeWhere(
        (entry) =>
          entry.key.suggestion === target.suggestion &&
          (target.promptVersion === undefined || entry.answer.promptVersion === target.promptVersion),
      )
    },
    async close() {
      entries.clear()
      bytes = 0
    },
  }
}

/** Unambiguous, whatever hash and user key hold: products have no spaces, and the length says where the hash ends. */
function entryId({ hash, product, scope }: CacheKey): string {
  return scope.kind === 'user' ? `${product} u${hash.length} ${hash}${scope.userKey}` : `${product} s${hash}`
}
