import type { FeatureRule, ParentConditionInterface } from '@growthbook/growthbook'
import type { Payload } from './payload.ts'

/** Whom a boolean flag can be on for, as far as the payload alone tells. `some`: it depends on the user. */
export type FlagReach = 'nobody' | 'some' | 'everybody'

/**
 * Tells a flag that is switched off from one that is on for others. A flag that is absent (its environment is off), or whose rules and
 * default never give `true`, reaches nobody. A rollout at coverage 0 counts as `some`: it is on, and nobody is in it yet.
 */
export function flagReach(features: Payload['features'], key: string): FlagReach {
  return reachOf(features, key, (value) => value === true, new Set())
}

function reachOf(features: Payload['features'], key: string, isOn: (value: unknown) => boolean, visited: ReadonlySet<string>): FlagReach {
  const feature = Object.hasOwn(features, key) ? features[key] : undefined
  // A circle of prerequisites is off for everybody in the SDK, too.
  if (feature === undefined || visited.has(key)) return 'nobody'
  const seen = new Set(visited).add(key)
  let on = false
  let off = false
  for (const rule of feature.rules ?? []) {
    const parents = rule.parentConditions ?? []
    // Prerequisites are met or not as the SDK decides; that they leave the flag off for somebody is the safe guess.
    if (parents.length > 0) off = true
    // To a prerequisite's `{ value: true }` the SDK takes everything that is truthy.
    const hindrance = hindranceOf(parents, (parent) => reachOf(features, parent, Boolean, seen))
    if (hindrance === 'flag-blocked') return on ? 'some' : 'nobody'
    if (hindrance === 'rule-skipped') continue
    const values: unknown[] = 'force' in rule ? [rule.force] : (rule.contextualVariations ?? rule.variations ?? [])
    if (values.some(isOn)) on = true
    if (!values.every(isOn)) off = true
    if ('force' in rule && appliesToEverybody(rule)) return summarize(on, off)
  }
  return summarize(on || isOn(feature.defaultValue), off || !isOn(feature.defaultValue))
}

/** What prerequisites that nobody meets do: a gate blocks the whole flag, unless a prerequisite before it lets some users skip the rule. */
function hindranceOf(
  parents: ParentConditionInterface[],
  reachOfParent: (key: string) => FlagReach,
): 'flag-blocked' | 'rule-skipped' | undefined {
  let skippedForSome = false
  for (const { id, condition, gate } of parents) {
    const reach = condition && 'value' in condition && condition.value === true ? reachOfParent(id) : 'some'
    if (reach === 'nobody') return gate && !skippedForSome ? 'flag-blocked' : 'rule-skipped'
    if (reach === 'some' && !gate) skippedForSome = true
  }
  return undefined
}

function summarize(on: boolean, off: boolean): FlagReach {
  if (!on) return 'nobody'
  return off ? 'some' : 'everybody'
}

function appliesToEverybody(rule: FeatureRule): boolean {
  const byHash = rule.range !== undefined || (rule.coverage !== undefined && rule.coverage < 1)
  const byAnotherAttribute = rule.coverage !== undefined && (rule.hashAttribute ?? 'id') !== 'id'
  return !byHash && !byAnotherAttribute && !rule.condition && !rule.parentConditions?.length && !rule.filters?.length
}
