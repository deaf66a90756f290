import type { Product } from '@inkling/contracts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FairPlaces } from './fair-places.ts'
import { settled } from './testing/manual-clock.ts'

const never = new AbortController().signal

test('two products that both wait are served in turn', async () => {
  const places = new FairPlaces(1)
  const first = await places.take('coocook', never)
  const served: Product[] = []
  const wait = (product: Product) =>
    places.take(product, never).then((place) => {
      served.push(product)
      place?.free()
    })
  const waits = [...Array(6).fill('coocook'), ...Array(6).fill('review')].map((product: Product) => wait(product))
  first?.free()
  await Promise.all(waits)
  expect(served.slice(0, 4)).toEqual(['coocook', 'review', 'coocook', 'review'])
  expect(places.taken).toBe(0)
})

test('a caller that leaves gives up its place in the queue', async () => {
  const places = new FairPlaces(1)
  const held = await places.take('coocook', never)
  const leaving = new AbortController()
  const left = places.take('coocook', leaving.signal)
  const next = places.take('coocook', never)
  leaving.abort()
  expect(await left).toBeUndefined()
  held?.free()
  expect(await next).toBeDefined()
  expect(await places.take('coocook', AbortSignal.abort())).toBeUndefined()
})

test('freeing a place twice frees it once', async () => {
  const places = new FairPlaces(1)
  const place = await places.take('coocook', never)
  place?.free()
  place?.free()
  expect(places.taken).toBe(0)
})

test('there are never more places than the capacity, and none is left when all have gone', async () => {
  const step = fc.record({ product: fc.constantFrom<Product>('coocook', 'review', 'snsAuto'), leaves: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 3 }), fc.array(step, { maxLength: 20 }), async (capacity, steps) => {
      const places = new FairPlaces(capacity)
      let highest = 0
      const callers = steps.map(async ({ product, leaves }) => {
        const leaving = new AbortController()
        const taking = places.take(product, leaving.signal)
        if (leaves) leaving.abort()
        const place = await taking
        highest = Math.max(highest, places.taken)
        await settled()
        place?.free()
      })
      await Promise.all(callers)
      expect(highest).toBeLessThanOrEqual(capacity)
      expect(places.taken).toBe(0)
    }),
    { numRuns: 50 },
  )
})
