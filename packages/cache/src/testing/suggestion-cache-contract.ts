import type { CachedAnswer, CacheKey, SuggestionCache } from '@inkling/suggestions/ports'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

interface TestClock {
  now(): number
  advance(milliseconds: number): void
}

export function createTestClock(start = Date.UTC(2026, 10, 22)): TestClock {
  let time = start
  return {
    now: () => time,
    advance: (milliseconds) => {
      time += milliseconds
    },
  }
}

export function sharedKey(hash: string, suggestion: CacheKey['suggestion'] = 'coocook.menuCuration'): CacheKey {
  return { hash, product: 'coocook', suggestion, scope: { kind: 'shared' } }
}

export function userKey(hash: string, user: string, product: CacheKey['product'] = 'review'): CacheKey {
  return { hash, product, suggestion: `${product}.briefGenerator`, scope: { kind: 'user', userKey: user } }
}

export function cachedAnswer(answerId: string, clock: TestClock, changes: Partial<CachedAnswer> = {}): CachedAnswer {
  return {
    answerId,
    items: [{ dish: 'ravioli', notes: ['[EMAIL_1]', '채식'] }, { dish: 'tiramisù' }],
    model: 'claude-haiku-5-5',
    variant: 'control',
    promptVersion: 'p1',
    simulated: true,
    createdAt: clock.now(),
    freshUntil: clock.now() + 60_000,
    ...changes,
  }
}

/** What every `SuggestionCache` does, whatever it is made of. */
export function describeSuggestionCache(
  name: string,
  open: (clock: TestClock) => Promise<{ cache: SuggestionCache; cleanUp(): Promise<void> }>,
): void {
  describe(name, () => {
    let clock: TestClock
    let cache: SuggestionCache
    let cleanUp: () => Promise<void>

    beforeEach(async () => {
      clock = createTestClock()
      const opened = await open(clock)
      cache = opened.cache
      cleanUp = opened.cleanUp
    })

    afterEach(async () => {
      await cleanUp()
    })

    test('gives back what was set, whole', async () => {
      const answer = cachedAnswer('a1', clock)
      await cache.set(sharedKey('aa'), answer, 60)
      expect(await cache.get(sharedKey('aa'))).toEqual(answer)
      expect(await cache.get(sharedKey('ab'))).toBeUndefined()
    })

    test('a caller who changes what it gave or got changes nothing here', async () => {
      const answer = cachedAnswer('a1', clock)
      await cache.set(sharedKey('aa'), answer, 60)
      answer.items.push('foreign')
      const got = await cache.get(sharedKey('aa'))
      got?.items.splice(0)
      expect((await cache.get(sharedKey('aa')))?.items).toHaveLength(2)
    })

    test('keeps a stale answer for as long as it was told, and no longer', async () => {
      await cache.set(sharedKey('aa'), cachedAnswer('a1', clock), 30)
      clock.advance(60_000 + 29_999)
      expect(await cache.get(sharedKey('aa'))).toMatchObject({ answerId: 'a1' })
      clock.advance(1)
      expect(await cache.get(sharedKey('aa'))).toBeUndefined()
    })

    test('does not keep what has already had its time', async () => {
      await cache.set(sharedKey('aa'), cachedAnswer('a1', clock, { freshUntil: clock.now() - 30_000 }), 30)
      expect(await cache.get(sharedKey('aa'))).toBeUndefined()
    })

    test('the newer answer replaces the older', async () => {
      await cache.set(sharedKey('aa'), cachedAnswer('a1', clock), 60)
      await cache.set(sharedKey('aa'), cachedAnswer('a2', clock), 60)
      expect(await cache.get(sharedKey('aa'))).toMatchObject({ answerId: 'a2' })
    })

    test("one user's answer is nobody else's, even under the same hash", async () => {
      await cache.set(userKey('aa', 'u1'), cachedAnswer('a1', clock), 60)
      expect(await cache.get(userKey('aa', 'u1'))).toMatchObject({ answerId: 'a1' })
      expect(await cache.get(userKey('aa', 'u2'))).toBeUndefined()
      expect(await cache.get(userKey('aa', 'u1', 'coocook'))).toBeUndefined()
      expect(await cache.get({ ...userKey('aa', 'u1'), scope: { kind: 'shared' } })).toBeUndefined()
    })

    test('forgets one user and says how many answers went', async () => {
      await cache.set(userKey('aa', 'u1'), cachedAnswer('a1', clock), 60)
      await cache.set(userKey('bb', 'u1'), cachedAnswer('a2', clock), 60)
      await cache.set(userKey('cc', 'u2'), cachedAnswer('a3', clock), 60)
      await cache.set(userKey('dd', 'u1', 'coocook'), cachedAnswer('a4', clock), 60)
      expect(await cache.invalidateUser('review', 'u1')).toBe(2)
      expect(await cache.get(userKey('aa', 'u1'))).toBeUndefined()
      expect(await cache.get(userKey('cc', 'u2'))).toBeDefined()
      expect(await cache.get(userKey('dd', 'u1', 'coocook'))).toBeDefined()
      expect(await cache.invalidateUser('review', 'u1')).toBe(0)
    })

    test('user keys with braces and colons stay apart', async () => {
      await cache.set(userKey('aa', 'a}:b'), cachedAnswer('a1', clock), 60)
      await cache.set(userKey('aa', 'a'), cachedAnswer('a2', clock), 60)
      expect(await cache.invalidateUser('review', 'a}:b')).toBe(1)
      expect(await cache.get(userKey('aa', 'a'))).toMatchObject({ answerId: 'a2' })
    })

    test('purges an answer by its id wherever it is, and no other', async () => {
      await cache.set(sharedKey('aa'), cachedAnswer('bad', clock), 60)
      await cache.set(userKey('bb', 'u1'), cachedAnswer('bad', clock), 60)
      await cache.set(sharedKey('cc'), cachedAnswer('good', clock), 60)
      expect(await cache.purge({ answerId: 'bad' })).toBe(2)
      expect(await cache.get(sharedKey('aa'))).toBeUndefined()
      expect(await cache.get(userKey('bb', 'u1'))).toBeUndefined()
      expect(await cache.get(sharedKey('cc'))).toBeDefined()
      expect(await cache.purge({ answerId: 'bad' })).toBe(0)
    })

    test('a newer answer in the same place survives the purge of the older', async () => {
      await cache.set(sharedKey('aa'), cachedAnswer('old', clock), 60)
      await cache.set(sharedKey('aa'), cachedAnswer('new', clock), 60)
      expect(await cache.purge({ answerId: 'old' })).toBe(0)
      expect(await cache.get(sharedKey('aa'))).toMatchObject({ answerId: 'new' })
    })

    test('purges a suggestion, or one prompt version of it', async () => {
      await cache.set(sharedKey('a1'), cachedAnswer('1', clock, { promptVersion: 'p1' }), 60)
      await cache.set(sharedKey('b2'), cachedAnswer('2', clock, { promptVersion: 'p2' }), 60)
      await cache.set(sharedKey('c3'), cachedAnswer('3', clock, { promptVersion: 'p2' }), 60)
      await cache.set(sharedKey('d4', 'coocook.chefRecommendation'), cachedAnswer('4', clock, { promptVersion: 'p2' }), 60)
      await cache.set(userKey('e5', 'u1'), cachedAnswer('5', clock), 60)
      expect(await cache.purge({ suggestion: 'coocook.menuCuration', promptVersion: 'p2' })).toBe(2)
      expect(await cache.get(sharedKey('a1'))).toBeDefined()
      expect(await cache.get(sharedKey('b2'))).toBeUndefined()
      expect(await cache.purge({ suggestion: 'coocook.menuCuration' })).toBe(1)
      expect(await cache.get(sharedKey('a1'))).toBeUndefined()
      expect(await cache.get(sharedKey('d4', 'coocook.chefRecommendation'))).toBeDefined()
      expect(await cache.purge({ suggestion: 'review.briefGenerator' })).toBe(1)
      expect(await cache.get(userKey('e5', 'u1'))).toBeUndefined()
    })
  })
}
