import { createSecretKey } from 'node:crypto'
import { registry, type Suggestion } from '@inkling/prompts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cacheKeyOf, KnownCacheKeys, promptVersionOf } from './cache-key.ts'
import type { Caller } from './request.ts'

const key = createSecretKey(Buffer.alloc(32, 1))
const shared = registry.coocook.chefRecommendation as unknown as Suggestion
const own = registry.coocook.reviewTemplate as unknown as Suggestion
const caller: Caller = { product: 'coocook', userKey: 'ann', tier: 'standard', locale: 'en', sees: 'answer' }

type Request = Parameters<typeof cacheKeyOf>[1]
const request = (suggestion: Suggestion): Request => ({
  ...{ suggestion, caller, promptVersion: 'p1', model: 'claude-haiku-5-5', answerLocale: 'en' },
  aliasedInput: { partySize: 4, cuisine: 'italian' },
})
const hashOf = (changed: Partial<Request>, suggestion = own) => cacheKeyOf(key, { ...request(suggestion), ...changed }).hash

describe("an answer's key differs where any part of what it depends on differs", () => {
  const parts: [string, Partial<Request>][] = [
    ['the suggestion', { suggestion: { ...own, name: 'coocook.menuCuration' } }],
    ['the product', { suggestion: { ...own, name: 'review.reviewTemplate', product: 'review' } }],
    ['the prompt', { promptVersion: 'p2' }],
    ['the schema', { suggestion: { ...own, schemaVersion: 'other' } }],
    ['the safety level', { suggestion: { ...own, safety: 'high' } }],
    ['the model', { model: 'claude-sonnet-5-5' }],
    ['the language', { answerLocale: 'ko' }],
    ['the person', { caller: { ...caller, userKey: 'bob' } }],
    ['the context', { aliasedInput: { partySize: 5, cuisine: 'italian' } }],
  ]
  test.each(parts)('%s', (_, changed) => {
    expect(hashOf(changed)).not.toBe(hashOf({}))
  })

  test('and all of them differ from one another', () => {
    const hashes = [hashOf({}), ...parts.map(([, changed]) => hashOf(changed))]
    expect(new Set(hashes).size).toBe(parts.length + 1)
  })

  test('the deployment', () => {
    expect(cacheKeyOf(createSecretKey(Buffer.alloc(32, 2)), request(own)).hash).not.toBe(hashOf({}))
  })
})

test('equal requests have equal keys, whoever asks, where the answer belongs to all; and where it does not, they never do', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.constantFrom('standard', 'premium'), (first, second, tier) => {
      const [one, two] = [first, second].map((userKey) => ({ caller: { ...caller, userKey, tier } as Caller }))
      expect(hashOf(one!, shared)).toBe(hashOf(two!, shared))
      expect(hashOf(one!) === hashOf(two!)).toBe(first === second)
    }),
  )
})

test('no two contexts meet in one key, and no part can be moved into its neighbour', () => {
  const texts = fc.tuple(fc.string(), fc.string(), fc.string())
  fc.assert(
    fc.property(texts, texts, (one, two) => {
      const of = ([promptVersion, model, text]: [string, string, string]) => hashOf({ promptVersion, model, aliasedInput: { text } })
      expect(of(one) === of(two)).toBe(JSON.stringify(one) === JSON.stringify(two))
    }),
  )
  expect(hashOf({ promptVersion: 'a","b' })).not.toBe(hashOf({ promptVersion: 'a', model: 'b' }))
})

test("the place in the store carries product and person beside the key: another product's look-up cannot even ask for it", () => {
  expect(cacheKeyOf(key, request(own))).toMatchObject({ product: 'coocook', suggestion: own.name, scope: { kind: 'user', userKey: 'ann' } })
  expect(cacheKeyOf(key, request(shared)).scope).toEqual({ kind: 'shared' })
})

test('a prompt of other words, effort, length, schema or model has another version', () => {
  const prompt = { variant: 'v', instructions: 'Say something.', effort: 'low', maxOutputTokens: 400 } as Parameters<
    typeof promptVersionOf
  >[1]
  const version = promptVersionOf(shared, prompt, 'claude-haiku-5-5')
  expect(promptVersionOf(shared, { ...prompt }, 'claude-haiku-5-5')).toBe(version)
  for (const changed of [{ instructions: 'Say nothing.' }, { effort: 'high' as const }, { maxOutputTokens: 401 }]) {
    expect(promptVersionOf(shared, { ...prompt, ...changed }, 'claude-haiku-5-5')).not.toBe(version)
  }
  expect(promptVersionOf(shared, prompt, 'claude-sonnet-5-5')).not.toBe(version)
  expect(promptVersionOf({ ...shared, schemaVersion: 'x', name: 'coocook.x' }, prompt, 'claude-haiku-5-5')).not.toBe(version)
})

test('a key that is remembered is the one that would be computed, and differs where any part differs that the context is not', () => {
  const known = new KnownCacheKeys(key)
  const facts = { ...shared, facts: () => ({ hour: 1 }) }
  const changes: Partial<Request>[] = [{}, { promptVersion: 'p2' }, { model: 'claude-sonnet-5-5' }, { answerLocale: 'ko' }]
  for (const suggestion of [shared, own, facts])
    for (let time = 0; time < 2; time++)
      for (const changed of [...changes, { caller: { ...caller, userKey: 'bob' } }]) {
        const asked = { ...request(suggestion), ...changed }
        expect(known.keyOf(asked, suggestion === own ? undefined : 'context-1')).toEqual(cacheKeyOf(key, asked))
      }
  const later = { ...request(facts), aliasedInput: { partySize: 4, cuisine: 'italian', hour: 2 } }
  expect(known.keyOf(later, 'context-1')).toEqual(cacheKeyOf(key, later))
})
