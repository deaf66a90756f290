import type { Product, SuggestionName } from '@inkling/contracts'
import type { CacheKey } from '@inkling/suggestions/ports'

/**
 * Names of keys. What one script touches carries one hash tag, so it lies in one slot of a cluster:
 * - a shared answer is alone: `<prefix>:{<hash>}`
 * - all answers of one user, their index, and what names them elsewhere: `<prefix>:{user:<product>:<user>}:...`
 * - index by answer id: `<prefix>:{answer:<id>}`
 * - index by suggestion: sixteen parts, `<prefix>:{suggestion:<name>:<part>}`, so that a busy suggestion does not live in one slot
 * Indexes name answers of other slots; whoever purges removes those key by key.
 */
interface RedisKeys {
  answer(key: CacheKey): string
  userIndex(product: Product, userKey: string): string
  /** Which entries of other indexes name this user's answers, and with them the user. */
  userReferences(product: Product, userKey: string): string
  /** Beside the user's answers, so that whoever forgets the user finds it. */
  userQuota(product: Product, userKey: string): string
  productQuota(product: Product): string
  answerIndex(answerId: string): string
  suggestionIndex(suggestion: SuggestionName, part: string): string
}

export const suggestionIndexParts = Array.from({ length: 16 }, (_, part) => String(part))

/** The part of a suggestion's index that names this answer: a checksum, even for whatever alphabet the hash is written in. */
export function suggestionIndexPart({ hash }: Pick<CacheKey, 'hash'>): string {
  let sum = 0
  // 65,521 is the largest prime of sixteen bits: every character moves every bit of the remainder.
  for (let index = 0; index < hash.length; index += 1) sum = (sum * 257 + hash.charCodeAt(index)) % 65_521
  return String(sum % suggestionIndexParts.length)
}

export function createRedisKeys(prefix: string): RedisKeys {
  const userTag = (product: Product, userKey: string) => `${prefix}:{user:${product}:${encode(userKey)}}`
  return {
    answer: ({ hash, product, scope }) =>
      scope.kind === 'user' ? `${userTag(product, scope.userKey)}:answer:${encode(hash)}` : `${prefix}:{${product}:${encode(hash)}}`,
    userIndex: (product, userKey) => `${userTag(product, userKey)}:index`,
    userReferences: (product, userKey) => `${userTag(product, userKey)}:references`,
    userQuota: (product, userKey) => `${userTag(product, userKey)}:quota`,
    productQuota: (product) => `${prefix}:{quota:${product}}`,
    answerIndex: (answerId) => `${prefix}:{answer:${encode(answerId)}}`,
    suggestionIndex: (suggestion, part) => `${prefix}:{suggestion:${encode(suggestion)}:${part}}`,
  }
}

/** Braces would move the end of the hash tag, colons would let two names meet, half a surrogate pair cannot be encoded. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}
