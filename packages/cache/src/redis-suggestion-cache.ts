import type { CachedAnswer, CacheKey, SuggestionCache } from '@inkling/suggestions/ports'
import { createRedisGuard, type RedisGuard } from './redis-guard.ts'
import { createRedisKeys, suggestionIndexPart, suggestionIndexParts } from './redis-keys.ts'
import { addToIndex, removeIfPrefix, removeUser, setOfUser } from './redis-scripts.ts'
import type { Seal } from './seal.ts'
import { decodeStoredAnswer, encodeStoredAnswer } from './stored-answer.ts'

/** The commands used here, alike in a single Redis and in a cluster. */
interface RedisCommands {
  get(key: string): Promise<string | null>
  set(key: string, value: string, unit: 'PX', milliseconds: number): Promise<unknown>
  unlink(key: string): Promise<number>
  zrange(key: string, start: number, stop: string): Promise<string[]>
  zrem(key: string, member: string): Promise<number>
  eval(script: string, numberOfKeys: number, ...keysAndArguments: (string | number)[]): Promise<unknown>
  exists(key: string): Promise<number>
}

// Purging is an operator's act, not on anybody's path; it may take its time but must end.
const purgeStepTimeoutMs = 2000
// Keys removed side by side while purging: enough to fill a pipeline, few enough to let other commands between.
const purgeBatch = 200

// An answer has an entry in two indexes, and a newer one under its key leaves those of the older behind until they expire.
const referencesPerAnswer = 8

/**
 * Between a member's key and its prompt version, before both the index's own key, and between an answer's id and its value; none of them
 * contains a space.
 */
const separator = ' '

/**
 * Answers in Redis, single, behind Sentinel, or Cluster. No operation waits longer than `timeoutMs` for Redis (a `set` twice that,
 * a purge longer), none rejects: without Redis a look-up is a miss. `seal`: answers lie in Redis encrypted, behind their id, by which a
 * script recognises them. `now`: milliseconds since 1970.
 * `maxAnswersPerUser` and `maxAnswersPerSuggestion` bound the indexes; the answer that expires first leaves with its index entry.
 * `close` leaves the connection to whoever opened it.
 */
export function createRedisSuggestionCache({
  client,
  seal,
  prefix = 'inkling',
  timeoutMs = 50,
  guard = createRedisGuard({ probe: (key) => client.exists(key), timeoutMs }),
  now = Date.now,
  maxAnswersPerUser = 500,
  maxAnswersPerSuggestion = 160_000,
}: {
  client: RedisCommands
  seal: Seal
  prefix?: string
  timeoutMs?: number
  /** Instead of a time-out of its own: that of everything on the same connection. */
  guard?: RedisGuard
  now?: () => number
  maxAnswersPerUser?: number
  maxAnswersPerSuggestion?: number
}): SuggestionCache {
  const keys = createRedisKeys(prefix)
  const patientGuard = createRedisGuard({ probe: (key) => client.exists(key), timeoutMs: purgeStepTimeoutMs })
  const indexBound = Math.max(1, Math.ceil(maxAnswersPerSuggestion / suggestionIndexParts.length))

  async function index(key: CacheKey, answer: CachedAnswer, keepUntil: number): Promise<unknown> {
    const at = now()
    const location = keys.answer(key)
    const suggestionIndex = keys.suggestionIndex(key.suggestion, suggestionIndexPart(key))
    const answerIndex = keys.answerIndex(answer.answerId)
    const member = location + separator + answer.promptVersion
    if (key.scope.kind === 'user') {
      await refer(keys.userReferences(key.product, key.scope.userKey), at, keepUntil, [
        suggestionIndex + separator + member,
        answerIndex + separator + location,
      ])
    }
    const [evicted] = await Promise.all([
      client.eval(addToIndex, 1, suggestionIndex, at, keepUntil, indexBound, member),
      client.eval(addToIndex, 1, answerIndex, at, keepUntil, indexBound, location),
    ])
    if (!Array.isArray(evicted)) return
    return Promise.all(evicted.map((member: string) => client.unlink(locationOf(member))))
  }

  /** Before the entries themselves: what names a user must be found when the user is to be forgotten. */
  async function refer(referencesKey: string, at: number, keepUntil: number, references: string[]): Promise<void> {
    const bound = maxAnswersPerUser * referencesPerAnswer
    const evicted = await Promise.all(references.map((each) => client.eval(addToIndex, 1, referencesKey, at, keepUntil, bound, each)))
    for (const reference of evicted.flat() as string[]) {
      const [indexKey, member] = splitReference(reference)
      await Promise.all([client.zrem(indexKey, member), client.unlink(locationOf(member))])
    }
  }

  /** Whether every part of Redis answered. */
  async function removeReferences(referencesKey: string): Promise<boolean> {
    const references = await patientGuard.run(referencesKey, () => client.zrange(referencesKey, 0, '-1'))
    for (let start = 0; start < (references?.length ?? 0); start += purgeBatch) {
      const entries = references!.slice(start, start + purgeBatch).map(splitReference)
      const removed = await patientGuard.run(entries[0]![0], () => Promise.all(entries.map((entry) => client.zrem(...entry))))
      if (removed === undefined) return false
    }
    return references !== undefined
  }

  function unseal(value: string, location: string) {
    const opened = seal.open(value.slice(value.indexOf(separator) + 1), location)
    return opened === undefined ? undefined : decodeStoredAnswer(opened)
  }

  async function removeAll(
    indexKey: string,
    locations: string[],
    remove: (location: string) => Promise<unknown>,
  ): Promise<number | undefined> {
    let removed = 0
    for (let start = 0; start < locations.length; start += purgeBatch) {
      const counts = await patientGuard.run(indexKey, () => Promise.all(locations.slice(start, start + purgeBatch).map(remove)))
      if (!counts) return undefined
      for (const count of counts) removed += Number(count)
    }
    return removed
  }

  async function purgeAnswer(answerId: string): Promise<number | undefined> {
    const indexKey = keys.answerIndex(answerId)
    const locations = await patientGuard.run(indexKey, () => client.zrange(indexKey, 0, '-1'))
    if (!locations) return undefined
    const removed = await removeAll(indexKey, locations, (location) => client.eval(removeIfPrefix, 1, location, idPart(answerId)))
    if (removed !== undefined) await patientGuard.run(indexKey, () => client.unlink(indexKey))
    return removed
  }

  return {
    async get(key) {
      const location = keys.answer(key)
      const text = await guard.run(location, () => client.get(location))
      if (!text) return undefined
      const stored = unseal(text, location)
      if (!stored) {
        await guard.run(location, () => client.unlink(location))
        return undefined
      }
      return stored.keepUntil > now() ? stored.answer : undefined
    },
    async set(key, answer, staleSeconds) {
      const keepUntil = Math.ceil(answer.freshUntil + staleSeconds * 1000)
      const lifetime = keepUntil - Math.floor(now())
      if (lifetime <= 0) return
      const location = keys.answer(key)
      const text = idPart(answer.answerId) + seal.seal(encodeStoredAnswer({ answer, keepUntil }), location)
      // First the indexes, then the answer: what a purge cannot find must not be served.
      const indexed = await guard.run(location, async () => {
        await index(key, answer, keepUntil)
        return true
      })
      if (!indexed) return
      const { product, scope } = key
      const at = keepUntil - lifetime
      await guard.run(location, () =>
        scope.kind === 'user'
          ? client.eval(setOfUser, 2, location, keys.userIndex(product, scope.userKey), at, keepUntil, maxAnswersPerUser, text)
          : client.set(location, text, 'PX', lifetime),
      )
    },
    async invalidateUser(product, userKey) {
      const indexKey = keys.userIndex(product, userKey)
      const referencesKey = keys.userReferences(product, userKey)
      if (!(await removeReferences(referencesKey))) return undefined
      const removed = await patientGuard.run(indexKey, () =>
        client.eval(removeUser, 3, indexKey, referencesKey, keys.userQuota(product, userKey)),
      )
      return removed === undefined ? undefined : Number(removed)
    },
    async purge(target) {
      if ('answerId' in target) return purgeAnswer(target.answerId)
      let removed = 0
      for (const part of suggestionIndexParts) {
        const indexKey = keys.suggestionIndex(target.suggestion, part)
        const members = await patientGuard.run(indexKey, () => client.zrange(indexKey, 0, '-1'))
        if (!members) return undefined
        const doomed = members.filter((member) => target.promptVersion === undefined || promptVersionOf(member) === target.promptVersion)
        // The index entries stay until they expire: an answer written at this moment is still found by the next purge.
        const ofPart = await removeAll(indexKey, [...new Set(doomed.map(locationOf))], (location) => client.unlink(location))
        if (ofPart === undefined) return undefined
        removed += ofPart
      }
      return removed
    },
    async close() {},
  }
}

function splitReference(reference: string): [indexKey: string, member: string] {
  const end = reference.indexOf(separator)
  return [reference.slice(0, end), reference.slice(end + separator.length)]
}

/** With what a stored value of that answer begins. */
const idPart = (answerId: string) => answerId + separator

function locationOf(member: string): string {
  const end = member.indexOf(separator)
  return end < 0 ? member : member.slice(0, end)
}

function promptVersionOf(member: string): string {
  return member.slice(member.indexOf(separator) + separator.length)
}
