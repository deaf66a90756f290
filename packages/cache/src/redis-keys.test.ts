import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRedisKeys, suggestionIndexPart, suggestionIndexParts } from './redis-keys.ts'
import { sharedKey, userKey } from './testing/suggestion-cache-contract.ts'

const keys = createRedisKeys('inkling')

/** What a cluster hashes: the text between the first brace and the next closing one. */
function hashTag(key: string): string | undefined {
  return /\{([^}]+)\}/.exec(key)?.[1]
}

test('an answer of a user lies in the slot of its index, whatever the user is called', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'binary' }), fc.string({ minLength: 1, unit: 'binary' }), (user, hash) => {
      const tag = hashTag(keys.answer(userKey(hash, user)))
      expect(tag).toBeDefined()
      expect(hashTag(keys.userIndex('review', user))).toBe(tag)
    }),
  )
})

test('no two users and no two answers share a key', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (userOne, hashOne, userTwo, hashTwo) => {
      fc.pre(userOne !== userTwo || hashOne !== hashTwo)
      expect(keys.answer(userKey(hashOne, userOne))).not.toBe(keys.answer(userKey(hashTwo, userTwo)))
      expect(keys.answer(userKey(hashOne, userOne))).not.toBe(keys.userIndex('review', userTwo))
    }),
  )
})

test('half a character in a name is no reason to throw', () => {
  expect(keys.answerIndex('\ud800')).toContain('inkling:{answer:')
})

test('shared answers spread over slots', () => {
  expect(hashTag(keys.answer(sharedKey('aa')))).not.toBe(hashTag(keys.answer(sharedKey('ab'))))
})

test.each(['hex', 'base64url'] as const)('hashes written as %s fill the parts of an index evenly', (encoding) => {
  const counts = new Map(suggestionIndexParts.map((part) => [part, 0]))
  for (let index = 0; index < 16_000; index += 1) {
    const part = suggestionIndexPart({ hash: createHash('sha256').update(String(index)).digest(encoding) })
    counts.set(part, (counts.get(part) ?? 0) + 1)
  }
  expect(counts.size).toBe(16)
  // A thousand expected in each; five standard deviations are about 155.
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(155)
})
