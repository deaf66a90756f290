import { createSecretKey, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openSuggestionId, type SuggestionIdClaims, sealSuggestionId } from './suggestion-id.ts'
import { uuidVersion7 } from './system-ports.ts'

const key = createSecretKey(randomBytes(32))
const issuedAt = Date.UTC(2026, 10, 22)
const week = 7 * 24 * 60 * 60 * 1000

const claims: SuggestionIdClaims = {
  id: uuidVersion7(issuedAt, randomBytes(10).toString('hex')),
  product: 'coocook',
  suggestion: 'coocook.chefRecommendation',
  userKey: 'pseudonym',
  variant: 'ranked',
  experiments: [{ experimentId: 'coocook-chef-prompt-202611', variationId: '1' }],
}

test('an id vouches for what it was sealed with', () => {
  expect(openSuggestionId(key, sealSuggestionId(key, claims), issuedAt)).toEqual({ claims })
})

test('an id tells its bearer neither variant nor experiment', () => {
  const sealed = sealSuggestionId(key, claims)
  const readable = sealed + Buffer.from(sealed.split('.')[1]!, 'base64url').toString('latin1')
  for (const secret of ['ranked', 'coocook', 'pseudonym']) expect(readable).not.toContain(secret)
})

test('an id is refused when any character of it was changed', () => {
  const sealed = sealSuggestionId(key, claims)
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.constantFrom(...'abcdef0123456789-_.AZ'), (at, character) => {
      fc.pre(sealed[at] !== character)
      expect(openSuggestionId(key, sealed.slice(0, at) + character + sealed.slice(at + 1), issuedAt)).toEqual({ problem: 'altered' })
    }),
    { numRuns: 500 },
  )
})

test('an id of another deployment is refused', () => {
  expect(openSuggestionId(createSecretKey(randomBytes(32)), sealSuggestionId(key, claims), issuedAt)).toEqual({ problem: 'altered' })
})

test('an id holds for seven days and not a millisecond longer', () => {
  const sealed = sealSuggestionId(key, claims)
  expect(openSuggestionId(key, sealed, issuedAt + week)).toEqual({ claims })
  expect(openSuggestionId(key, sealed, issuedAt + week + 1)).toEqual({ problem: 'expired' })
})

test('anything else is refused without an exception', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(openSuggestionId(key, text, issuedAt)).toEqual({ problem: 'altered' })
    }),
  )
})
