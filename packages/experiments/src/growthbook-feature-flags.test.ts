import type { FeatureDefinition, FeatureRule } from '@growthbook/growthbook'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { growthBookFeatureFlags } from './growthbook-feature-flags.ts'
import type { Payload } from './payload.ts'
import { coocookRules, flagsOf, payloadOf, user } from './testing/payloads.ts'

const on = { defaultValue: true }
const rollout = (coverage: number, other: FeatureRule = {}): FeatureRule => ({
  id: 'rollout',
  force: true,
  coverage,
  hashAttribute: 'id',
  seed: 'rollout',
  hashVersion: 2,
  ...other,
})
const gate: FeatureRule = { parentConditions: [{ id: 'ai-suggestions', condition: { value: true }, gate: true }] }
const admission = (payload: Payload | undefined, id?: string) => flagsOf(payload).forUser(user(id)).admission('coocook')

describe('admission', () => {
  test('everything is disabled without a payload', () => {
    expect(admission(undefined)).toBe('disabled')
    expect(flagsOf(undefined).forUser(user()).prompt('coocook.chefRecommendation')).toEqual({ value: undefined })
  })

  test.each<[string, Record<string, FeatureDefinition>]>([
    ['the master is absent', { 'ai-suggestions-coocook': on }],
    ['the product flag is absent: its environment is off', { 'ai-suggestions': on }],
    ['the master is off', { 'ai-suggestions': { defaultValue: false }, 'ai-suggestions-coocook': on }],
    ['the product flag is off', { 'ai-suggestions': on, 'ai-suggestions-coocook': { defaultValue: false, rules: [] } }],
    ['the value is a text, not true', { 'ai-suggestions': on, 'ai-suggestions-coocook': { defaultValue: 'false' } }],
    [
      'a rule forces the flag off before the rollout',
      { 'ai-suggestions': on, 'ai-suggestions-coocook': { defaultValue: true, rules: [{ force: false }, rollout(1)] } },
    ],
    [
      'the gate of the product flag is another flag that is off',
      {
        'ai-suggestions': on,
        'ai-suggestions-coocook': {
          defaultValue: true,
          rules: [rollout(1, { parentConditions: [{ id: 'gone', condition: { value: true }, gate: true }] })],
        },
      },
    ],
    [
      'the flags require each other',
      {
        'ai-suggestions': on,
        'ai-suggestions-coocook': {
          defaultValue: false,
          rules: [rollout(1, { parentConditions: [{ id: 'ai-suggestions-coocook', condition: { value: true }, gate: true }] })],
        },
      },
    ],
    [
      'the only rule requires a flag that is off',
      {
        'ai-suggestions': on,
        'ai-suggestions-coocook': {
          defaultValue: false,
          rules: [rollout(1, { parentConditions: [{ id: 'gone', condition: { value: true } }] })],
        },
      },
    ],
  ])('a user is told disabled when %s', (_, features) => {
    expect(admission(payloadOf(features))).toBe('disabled')
  })

  test.each<[string, Payload]>([
    ['defaults are true', payloadOf({ 'ai-suggestions': on, 'ai-suggestions-coocook': on })],
    ['the rollout covers everybody', coocookRules(rollout(1))],
    ['the rollout is gated on a master that is on', coocookRules(rollout(1, gate))],
    ['a rule without coverage forces it on', coocookRules({ force: true })],
    ['the tier matches the condition', coocookRules(rollout(1, { condition: { tier: 'standard' } }))],
  ])('a user is admitted when %s', (_, payload) => {
    expect(admission(payload)).toBe('admitted')
  })

  test.each<[string, Payload]>([
    ['the rollout stands at coverage 0', coocookRules(rollout(0))],
    ['the condition is for premium users', coocookRules(rollout(1, { condition: { tier: 'premium' } }))],
    [
      'premium users are forced off and standard ones are not covered',
      coocookRules({ condition: { tier: 'premium' }, force: false }, rollout(0)),
    ],
    ['the range holds nobody', coocookRules({ force: true, range: [0, 0], hashVersion: 2, seed: 's' })],
    ['another attribute decides', coocookRules(rollout(1, { hashAttribute: 'company' }))],
    [
      'a truthy text is forced for everybody but premium users',
      coocookRules({ condition: { tier: 'premium' }, force: true }, { force: 'yes' }),
    ],
    ['the control arm is off', coocookRules({ key: 'e', variations: [false, true], weights: [1, 0], hashVersion: 2 })],
    [
      'the master is rolled out to premium users',
      payloadOf({
        'ai-suggestions': { defaultValue: false, rules: [{ condition: { tier: 'premium' }, force: true }] },
        'ai-suggestions-coocook': on,
      }),
    ],
  ])('a user is told not-in-rollout when %s', (_, payload) => {
    expect(admission(payload)).toBe('not-in-rollout')
  })

  test('a flag taken out of the payload is disabled at the next request', () => {
    let payload: Payload | undefined = coocookRules(rollout(1))
    const flags = growthBookFeatureFlags({ source: { payload: () => payload } })
    const before = flags.forUser(user())
    expect(before.admission('coocook')).toBe('admitted')
    payload = payloadOf({ 'ai-suggestions': on })
    expect(flags.forUser(user()).admission('coocook')).toBe('disabled')
    // A request that has begun ends under the payload that it began with.
    expect(before.admission('coocook')).toBe('admitted')
    payload = undefined
    expect(flags.forUser(user()).admission('coocook')).toBe('disabled')
  })

  test('products are separate and their keys are in kebab-case', () => {
    const flags = flagsOf(payloadOf({ 'ai-suggestions': on, 'ai-suggestions-sns-auto': on })).forUser(user())
    expect(flags.admission('snsAuto')).toBe('admitted')
    expect(flags.admission('coocook')).toBe('disabled')
  })

  test('a malformed condition turns its flag off and is reported once', () => {
    const problems: string[] = []
    const broken = coocookRules(rollout(1, { condition: { $not: null } as never }))
    const flags = flagsOf(broken, (problem) => problems.push(problem))
    expect(flags.forUser(user('a')).admission('coocook')).toBe('not-in-rollout')
    expect(flags.forUser(user('b')).admission('coocook')).toBe('not-in-rollout')
    expect(problems).toEqual([expect.stringContaining('ai-suggestions-coocook')])
    expect(flagsOf(broken).forUser(user()).admission('coocook')).toBe('not-in-rollout')
  })

  test('growing coverage only adds users', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), share, share, (id, seed, one, other) => {
        const [small, large] = [Math.min(one, other), Math.max(one, other)]
        const within = (coverage: number) => admission(coocookRules(rollout(coverage, { seed })), id) === 'admitted'
        expect(!within(small) || within(large)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('a rollout to a quarter admits about a quarter', () => {
    const flags = flagsOf(coocookRules(rollout(0.25)))
    let admitted = 0
    for (let index = 0; index < 10_000; index++) if (flags.forUser(user(`user-${index}`)).admission('coocook') === 'admitted') admitted++
    // Four standard deviations of a binomial count: sqrt(10,000 * 0.25 * 0.75) = 43.3.
    expect(Math.abs(admitted - 2500)).toBeLessThan(174)
  })
})

describe('prompt', () => {
  const suggestion = 'coocook.chefRecommendation' as const
  const key = 'coocook-chef-recommendation-prompt'
  const experiment = (variations: unknown[], other: FeatureRule = {}): FeatureRule => ({
    id: 'rule',
    key: 'coocook-chef-prompt-202611',
    seed: 'coocook-chef-prompt-202611',
    hashVersion: 2,
    hashAttribute: 'id',
    coverage: 1,
    weights: [0.5, 0.5],
    variations,
    meta: [
      { key: '0', name: 'control' },
      { key: '1', name: 'treatment' },
    ],
    ...other,
  })
  const prompt = (feature: FeatureDefinition, id?: string) =>
    flagsOf(payloadOf({ [key]: feature }))
      .forUser(user(id))
      .prompt(suggestion)

  test('a plain value carries no assignment', () => {
    expect(prompt({ defaultValue: { variant: 'ranked' } })).toEqual({ value: { variant: 'ranked' } })
    expect(prompt({ defaultValue: null, rules: [{ force: 'x', condition: { tier: 'standard' } }] })).toEqual({ value: 'x' })
  })

  test('an empty or absent flag has no value', () => {
    expect(prompt({ defaultValue: null })).toEqual({ value: undefined })
    expect(flagsOf(payloadOf({})).forUser(user()).prompt(suggestion)).toEqual({ value: undefined })
    expect(flagsOf(payloadOf({})).forUser(user()).prompt('coocook.toString')).toEqual({ value: undefined })
  })

  test('an experiment names itself and the key of the arm', () => {
    const { value, assignment } = prompt({ rules: [experiment([{ variant: 'ranked' }, { variant: 'concierge' }])] })
    expect(assignment?.experimentId).toBe('coocook-chef-prompt-202611')
    expect(value).toEqual({ variant: assignment?.variationId === '0' ? 'ranked' : 'concierge' })
  })

  test('the variation id is the key of meta, not the position', () => {
    const rule = experiment(['a', 'b'], { meta: [{ key: 'left' }, { key: 'right' }] })
    expect(['left', 'right']).toContain(prompt({ rules: [rule] }).assignment?.variationId)
  })

  test('an arm with an empty value still counts as an arm', () => {
    const rule = experiment([null, null])
    expect(prompt({ rules: [rule] })).toEqual({
      value: undefined,
      assignment: { experimentId: 'coocook-chef-prompt-202611', variationId: expect.stringMatching(/^[01]$/) },
    })
  })

  test('a user outside the experiment gets the default without an assignment', () => {
    expect(prompt({ defaultValue: 'plain', rules: [experiment(['a', 'b'], { coverage: 0 })] })).toEqual({ value: 'plain' })
  })

  test('10,000 users are spread evenly and everybody stays where they are', () => {
    const flags = flagsOf(payloadOf({ [key]: { rules: [experiment(['a', 'b'])] } }))
    const counts = { a: 0, b: 0 }
    for (let index = 0; index < 10_000; index++) {
      const value = flags.forUser(user(`user-${index}`)).prompt(suggestion).value as 'a' | 'b'
      counts[value]++
      if (index % 100 === 0) expect(flags.forUser(user(`user-${index}`, { tier: 'premium' })).prompt(suggestion).value).toBe(value)
    }
    const chiSquare = ((counts.a - 5000) ** 2 + (counts.b - 5000) ** 2) / 5000
    // 99.9 % of fair splits stay below this with one degree of freedom.
    expect(chiSquare).toBeLessThan(10.83)
  })

  test('nothing in the attributes can choose a variation', () => {
    const flags = flagsOf(payloadOf({ [key]: { rules: [experiment(['a', 'b'])] } }))
    const forced = {
      ...user(),
      url: 'https://shop.example/?coocook-chef-prompt-202611=1',
      forcedVariations: { 'coocook-chef-prompt-202611': 1 },
    }
    for (let index = 0; index < 50; index++) {
      const id = `user-${index}`
      expect(flags.forUser({ ...forced, id }).prompt(suggestion)).toEqual(flags.forUser(user(id)).prompt(suggestion))
    }
  })
})
