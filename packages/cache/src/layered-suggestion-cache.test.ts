import { expect, test } from 'vitest'
import { createLayeredSuggestionCache } from './layered-suggestion-cache.ts'
import { createMemorySuggestionCache } from './memory-suggestion-cache.ts'
import { cachedAnswer, createTestClock, describeSuggestionCache, sharedKey, userKey } from './testing/suggestion-cache-contract.ts'

function setUp() {
  const clock = createTestClock()
  const memory = createMemorySuggestionCache({ now: clock.now, maxLifetimeMs: 10_000 })
  const store = createMemorySuggestionCache({ now: clock.now })
  return { clock, memory, store, cache: createLayeredSuggestionCache({ memory, store }) }
}

describeSuggestionCache('memory in front of a store', async ({ now }) => {
  const memory = createMemorySuggestionCache({ now, maxLifetimeMs: 10_000 })
  const cache = createLayeredSuggestionCache({ memory, store: createMemorySuggestionCache({ now }) })
  return { cache, cleanUp: () => cache.close() }
})

test("one user's answers never enter memory", async () => {
  const { clock, memory, cache } = setUp()
  await cache.set(userKey('aa', 'u1'), cachedAnswer('a1', clock), 60)
  expect(await cache.get(userKey('aa', 'u1'))).toBeDefined()
  expect(memory.entries).toBe(0)
})

test('a purge on another replica bites here after ten seconds at most', async () => {
  const { clock, store, cache } = setUp()
  await store.set(sharedKey('aa'), cachedAnswer('a1', clock), 60)
  expect(await cache.get(sharedKey('aa'))).toBeDefined()
  await store.purge({ answerId: 'a1' })
  clock.advance(9999)
  expect(await cache.get(sharedKey('aa'))).toBeDefined()
  clock.advance(1)
  expect(await cache.get(sharedKey('aa'))).toBeUndefined()
})

test('a stale answer is asked for in the store, where another replica may have put a fresh one', async () => {
  const { clock, memory, store, cache } = setUp()
  await cache.set(sharedKey('aa'), cachedAnswer('a1', clock, { freshUntil: clock.now() + 1000 }), 60)
  clock.advance(1000)
  expect(await cache.get(sharedKey('aa'))).toMatchObject({ answerId: 'a1' })
  expect(memory.entries).toBe(0)
  await store.set(sharedKey('aa'), cachedAnswer('a2', clock), 60)
  expect(await cache.get(sharedKey('aa'))).toMatchObject({ answerId: 'a2' })
})

test('while the store is silent, memory still answers', async () => {
  const { clock, store, cache } = setUp()
  await cache.set(sharedKey('aa'), cachedAnswer('a1', clock), 60)
  await store.close()
  expect(await cache.get(sharedKey('aa'))).toMatchObject({ answerId: 'a1' })
})
