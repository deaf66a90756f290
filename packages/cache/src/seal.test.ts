import { createSecretKey } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createSeal } from './seal.ts'

const seal = createSeal(createSecretKey(Buffer.alloc(32, 1)))
const wellFormed = fc.string({ unit: 'binary' })

describe('a sealed text', () => {
  test('opens as it was, at its own place alone', () => {
    fc.assert(
      fc.property(wellFormed, wellFormed, wellFormed, (text, place, other) => {
        const sealed = seal.seal(text, place)
        expect(seal.open(sealed, place)).toBe(text)
        if (other !== place) expect(seal.open(sealed, other)).toBeUndefined()
      }),
    )
  })

  test('shows nothing of what it holds, and is another one each time', () => {
    const [first, second] = [seal.seal('minji.kim@example.com', 'a'), seal.seal('minji.kim@example.com', 'a')]
    expect(first).not.toBe(second)
    expect(Buffer.from(first, 'base64').toString('latin1')).not.toContain('minji')
  })

  test('does not open when a byte has changed, when it is cut, or with another key', () => {
    const sealed = Buffer.from(seal.seal('an answer', 'a'), 'base64')
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed)
      changed[at] = changed[at]! ^ 1
      expect(seal.open(changed.toString('base64'), 'a')).toBeUndefined()
      expect(seal.open(sealed.subarray(0, at).toString('base64'), 'a')).toBeUndefined()
    }
    const stranger = createSeal(createSecretKey(Buffer.alloc(32, 2)))
    expect(stranger.open(sealed.toString('base64'), 'a')).toBeUndefined()
  })

  test('anything else does not open, and nothing throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(seal.open(text, 'a')).toBeUndefined()
      }),
    )
  })
})
