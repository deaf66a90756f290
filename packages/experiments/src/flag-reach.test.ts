import { type FeatureDefinition, type FeatureRule, GrowthBookClient } from '@growthbook/growthbook'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flagReach } from './flag-reach.ts'

const keys = ['a', 'b', 'c']
const value = fc.constantFrom<unknown>(true, true, false, null, 'true')
const parents = fc.array(fc.record({ id: fc.constantFrom(...keys, 'gone'), condition: fc.constant({ value: true }), gate: fc.boolean() }), {
  minLength: 1,
  maxLength: 2,
})
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 })
const targeting = fc.record({
  parentConditions: optional(parents),
  coverage: optional(fc.constantFrom(0, 0.5, 1)),
  range: optional(fc.constant([0, 0.3])),
  condition: optional(fc.constant({ tier: 'premium' })),
  hashAttribute: optional(fc.constantFrom('id', 'company')),
})
const rule = fc
  .tuple(targeting, fc.oneof(fc.record({ force: value }), fc.record({ variations: fc.tuple(value, value) })))
  .map(([common, own]) => JSON.parse(JSON.stringify({ ...common, ...own, hashVersion: 2, seed: 's' })) as FeatureRule)
const feature: fc.Arbitrary<FeatureDefinition> = fc.record({ defaultValue: value, rules: fc.array(rule, { maxLength: 3 }) })
const features = fc.record({ a: feature, b: feature, c: feature }, { requiredKeys: ['a'] }) as fc.Arbitrary<
  Record<string, FeatureDefinition>
>

describe('flagReach', () => {
  test('agrees with the SDK: nobody is never on, everybody is always on', () => {
    const reaches = new Set<string>()
    fc.assert(
      fc.property(features, fc.array(fc.uuid(), { minLength: 5, maxLength: 5 }), (definitions, ids) => {
        const reach = flagReach(definitions, 'a')
        reaches.add(reach)
        const client = new GrowthBookClient().initSync({ payload: { features: definitions } })
        for (const [index, id] of ids.entries()) {
          const attributes = { id, tier: index % 2 === 0 ? 'premium' : 'standard' }
          const on = client.evalFeature('a', { attributes }).value === true
          if (reach !== 'some') expect(on).toBe(reach === 'everybody')
        }
      }),
      { numRuns: 3000 },
    )
    expect([...reaches].toSorted()).toEqual(['everybody', 'nobody', 'some'])
  })
})
