import { products } from '@inkling/contracts'
import { describe, expect, test } from 'vitest'
import { defaultPayload } from './default-payload.ts'
import { checkPayload, parsePayload } from './payload.ts'
import { flagsOf, user } from './testing/payloads.ts'

const options = {
  products,
  experiments: [{ suggestion: 'coocook.chefRecommendation', key: 'coocook-chef-prompt-202611', variants: ['ranked', 'concierge'] }],
} as const

function payload() {
  const parsed = parsePayload(JSON.stringify(defaultPayload(options)))
  if (!parsed.ok) throw new Error(parsed.problem)
  return parsed.payload
}

describe('defaultPayload', () => {
  test('admits every user of every product that is named', () => {
    const flags = flagsOf(payload())
    for (const product of products) expect(flags.forUser(user('u', { product })).admission(product)).toBe('admitted')
    const one = flagsOf(defaultPayload({ products: ['review'], experiments: [] })).forUser(user())
    expect([one.admission('review'), one.admission('coocook')]).toEqual(['admitted', 'disabled'])
  })

  test('turning the master off turns every product off', () => {
    const off = payload()
    off.features['ai-suggestions'] = { defaultValue: false }
    expect(flagsOf(off).forUser(user()).admission('coocook')).toBe('disabled')
  })

  test('both arms of the experiment are met, each with its own variant', () => {
    const flags = flagsOf(payload())
    const seen = new Map<string | undefined, unknown>()
    for (let index = 0; index < 100; index++) {
      const { value, assignment } = flags.forUser(user(`u${index}`)).prompt('coocook.chefRecommendation')
      expect(assignment?.experimentId).toBe('coocook-chef-prompt-202611')
      seen.set(assignment?.variationId, value)
    }
    expect([...seen].toSorted()).toEqual([
      ['0', { variant: 'ranked' }],
      ['1', { variant: 'concierge' }],
    ])
  })

  test('every hashed rule is of version 2, seeded, and hashes the user id', () => {
    const rules = Object.values(payload().features).flatMap((feature) => feature.rules ?? [])
    expect(rules).toHaveLength(products.length + 1)
    for (const rule of rules) expect(rule).toMatchObject({ hashVersion: 2, hashAttribute: 'id', coverage: 1, seed: expect.any(String) })
    expect(new Set(rules.map((rule) => rule.seed)).size).toBe(rules.length)
  })

  test('has the shape of the host answer', () => {
    expect(defaultPayload({ ...options, updatedAt: new Date(0) })).toMatchObject({
      status: 200,
      experiments: [],
      savedGroups: {},
      dateUpdated: '1970-01-01T00:00:00.000Z',
    })
  })
})

describe('parsePayload', () => {
  test.each([
    ['', 'it is empty'],
    ['{"features":', 'it is not valid JSON'],
    ['[]', 'at the top'],
    ['{"status":400,"error":"no such key"}', 'at features'],
    ['{"encryptedFeatures":"abc"}', 'encrypted'],
    ['{"features":{"ai-suggestions":{"rules":[{"coverage":"half"}]}}}', 'at features.ai-suggestions.rules.0.coverage'],
    ['{"features":{"a":{"rules":[{"hashVersion":3}]}}}', 'at features.a.rules.0.hashVersion'],
  ])('refuses %s', (text, problem) => {
    expect(parsePayload(text)).toEqual({ ok: false, problem: expect.stringContaining(problem) })
  })

  test('fills in the parts that are missing and keeps what it does not know', () => {
    expect(checkPayload({ features: { a: { defaultValue: 1, rules: [{ id: 'r', force: 2, future: true }] } }, status: 200 })).toEqual({
      ok: true,
      payload: { features: { a: { defaultValue: 1, rules: [{ id: 'r', force: 2, future: true }] } }, savedGroups: {}, experiments: [] },
    })
  })
})
