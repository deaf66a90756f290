import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Generations } from './generations.ts'

test('what is remembered is what was set last, the bound holds, and what was just set is there', () => {
  const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer(), fc.boolean()), { maxLength: 300 })
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 20 }), steps, (capacity, all) => {
      const generations = new Generations<number>(capacity)
      const latest = new Map<string, number>()
      for (const [number, value, sets] of all) {
        const key = `key ${number}`
        if (sets) {
          generations.set(key, value)
          latest.set(key, value)
          expect(generations.get(key)).toBe(value)
        }
        expect([undefined, latest.get(key)]).toContain(generations.get(key))
        expect(generations.size).toBeLessThanOrEqual(capacity + 1)
      }
    }),
  )
})
