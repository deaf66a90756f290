import type { FeatureDefinition, FeatureRule } from '@growthbook/growthbook'
import type { FlagAttributes } from '@inkling/suggestions/ports'
import { growthBookFeatureFlags } from '../growthbook-feature-flags.ts'
import type { Payload } from '../payload.ts'

export function payloadOf(features: Record<string, FeatureDefinition>): Payload {
  return { features, savedGroups: {}, experiments: [] }
}

/** A payload whose product flag for coocook carries these rules, under a master that is on. */
export function coocookRules(...rules: FeatureRule[]): Payload {
  return payloadOf({ 'ai-suggestions': { defaultValue: true }, 'ai-suggestions-coocook': { defaultValue: false, rules } })
}

export function user(id = 'user-1', other: Partial<FlagAttributes> = {}): FlagAttributes {
  return { id, product: 'coocook', tier: 'standard', locale: 'en', ...other }
}

export function flagsOf(payload: Payload | undefined, onProblem?: (problem: string) => void) {
  return growthBookFeatureFlags({ source: { payload: () => payload }, ...(onProblem && { onProblem }) })
}
