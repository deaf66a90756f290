import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMemorySuggestionCache } from './memory-suggestion-cache.ts'
import { cachedAnswer, createTestClock, describeSuggestionCache, sharedKey, userKey } from './testing/suggestion-cache-contract.ts'

describeSuggestionCache('the cache in memory', async ({ now }) => {
  const cache = createMemorySuggestionCache({ now })
  return { cache, cleanUp: () => cache.close() }
})

describe('the bounds of memory', () => {
  const clock = createTestClock()

  test('the answer that was not used for longest leaves first', async () => {
    const cache = createMemorySuggestionCache({ now: clock.now, maxEntries: 2 })
    await cache.set(sharedKey('a'), cachedAnswer('1', clock), 60)
    await cache.set(sharedKey('b'), cachedAnswer('2', clock), 60)
    await cache.get(sharedKey('a'))
    await cache.set(sharedKey('c'), cachedAnswer('3', clock), 60)
    expect(await cache.get(sharedKey('b'))).toBeUndefined()
    expect(await cache.get(sharedKey('a'))).toBeDefined()
    expect(await cache.get(sharedKey('c'))).toBeDefined()
  })

  test('bytes are those of the serialised answer, in UTF-8', async () => {
    const cache = createMemorySuggestionCache({ now: clock.now })
    await cache.set(sharedKey('a'), cachedAnswer('1', clock, { items: ['a'.repeat(1000)] }), 60)
    const ascii = cache.bytes
    await cache.close()
    await cache.set(sharedKey('a'), cachedAnswer('1', clock, { items: ['가'.repeat(1000)] }), 60)
    expect(cache.bytes - ascii).toBe(2000)
  })

  test('replacing an answer gives back the room of the old one', async () => {
    const cache = createMemorySuggestionCache({ now: clock.now })
    await cache.set(sharedKey('a'), cachedAnswer('1', clock), 60)
    const { bytes } = cache
    await cache.set(sharedKey('a'), cachedAnswer('1', clock), 60)
    expect([cache.entries, cache.bytes]).toEqual([1, bytes])
  })

  test('an answer larger than everything is not kept and drives nothing out', async () => {
    const cache = createMemorySuggestionCache({ now: clock.now, maxBytes: 5000 })
    await cache.set(sharedKey('a'), cachedAnswer('1', clock), 60)
    await cache.set(sharedKey('b'), cachedAnswer('2', clock, { items: ['x'.repeat(6000)] }), 60)
    expect(cache.entries).toBe(1)
  })

  test('no entry outlives the lifetime of this memory', async () => {
    const own = createTestClock()
    const cache = createMemorySuggestionCache({ now: own.now, maxLifetimeMs: 10_000 })
    await cache.set(sharedKey('a'), cachedAnswer('1', own), 60)
    own.advance(10_000)
    expect(await cache.get(sharedKey('a'))).toBeUndefined()
    expect(cache.bytes).toBe(0)
  })

  test('hold after any sequence of operations, and removing everything leaves nothing', async () => {
    const operation = fc.record({
      type: fc.constantFrom('set', 'get', 'purge', 'invalidate', 'advance'),
      hash: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      size: fc.integer({ min: 0, max: 1500 }),
      user: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { maxLength: 60 }), async (operations) => {
        const own = createTestClock()
        const cache = createMemorySuggestionCache({ now: own.now, maxEntries: 4, maxBytes: 5000 })
        for (const { type, hash, size, user } of operations) {
          const key = user ? userKey(hash, 'u1') : sharedKey(hash)
          if (type === 'set') await cache.set(key, cachedAnswer(hash, own, { items: ['x'.repeat(size)] }), 60)
          if (type === 'get') await cache.get(key)
          if (type === 'purge') await cache.purge({ answerId: hash })
          if (type === 'invalidate') await cache.invalidateUser('review', 'u1')
          if (type === 'advance') own.advance(size * 20)
          expect(cache.entries).toBeLessThanOrEqual(4)
          expect(cache.bytes).toBeLessThanOrEqual(5000)
        }
        await cache.purge({ suggestion: 'coocook.menuCuration' })
        await cache.invalidateUser('review', 'u1')
        expect([cache.entries, cache.bytes]).toEqual([0, 0])
      }),
    )
  })
})
