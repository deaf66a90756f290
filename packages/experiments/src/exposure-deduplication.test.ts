import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ExposureDeduplication } from './exposure-deduplication.ts'

const seen = (userKey: string, experimentId = 'e', variationId = '0') => ({ userKey, experimentId, variationId })

describe('ExposureDeduplication', () => {
  test('an exposure is first once per user, experiment and variation', () => {
    const exposures = new ExposureDeduplication()
    expect(exposures.isFirst(seen('u'))).toBe(true)
    expect(exposures.isFirst(seen('u'))).toBe(false)
    expect(exposures.isFirst(seen('u', 'e', '1'))).toBe(true)
    expect(exposures.isFirst(seen('u', 'f'))).toBe(true)
    expect(exposures.isFirst(seen('v'))).toBe(true)
  })

  test('the least recently seen is forgotten first', () => {
    const exposures = new ExposureDeduplication(2)
    exposures.isFirst(seen('a'))
    exposures.isFirst(seen('b'))
    exposures.isFirst(seen('a'))
    exposures.isFirst(seen('c'))
    expect(exposures.size).toBe(2)
    expect(exposures.isFirst(seen('a'))).toBe(false)
    expect(exposures.isFirst(seen('b'))).toBe(true)
  })

  test('different exposures are never taken for one another, and memory is bounded', () => {
    const text = fc.string({ maxLength: 4 })
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, text), { maxLength: 60 }), (exposures) => {
        const deduplication = new ExposureDeduplication(1000)
        const reference = new Set<string>()
        for (const exposure of exposures) {
          const [userKey, experimentId, variationId] = exposure
          expect(deduplication.isFirst({ userKey, experimentId, variationId })).toBe(!reference.has(JSON.stringify(exposure)))
          reference.add(JSON.stringify(exposure))
        }
        expect(deduplication.size).toBe(reference.size)
      }),
    )
  })

  test('texts that look like the inner form of other keys are kept apart', () => {
    const exposures = new ExposureDeduplication()
    expect(exposures.isFirst(seen('x', '', '0:y'))).toBe(true)
    expect(exposures.isFirst(seen('x0:', '', 'y'))).toBe(true)
    expect(exposures.isFirst(seen('u', 'ab', 'c'))).toBe(true)
    expect(exposures.isFirst(seen('u', 'a', 'bc'))).toBe(true)
  })

  test('a capacity below one is refused', () => {
    expect(() => new ExposureDeduplication(0)).toThrow(RangeError)
  })
})
