import type { FeatureDefinition, FeatureRule } from '@growthbook/growthbook'
import type { Product, SuggestionName } from '@inkling/contracts'
import { masterFlag, productFlag, promptFlag } from './growthbook-feature-flags.ts'
import type { Payload } from './payload.ts'

export interface PromptExperiment {
  suggestion: SuggestionName
  /** Never reused: `<product>-<topic>-<yyyymm>`, for example `coocook-chef-prompt-202611`. */
  key: string
  /** Names of prompt variants; the first is control and what everybody outside the experiment gets. */
  variants: readonly [string, string, ...string[]]
}

export interface DefaultPayloadOptions {
  /** Products that are switched on, each as a rollout to all of its users. */
  products: readonly Product[]
  experiments: readonly PromptExperiment[]
  /** Default: now. */
  updatedAt?: Date
}

/** Content of the embedded mode's payload file: the same shape as GrowthBook's own answer, to be edited or replaced by a real host. */
export function defaultPayload({ products, experiments, updatedAt = new Date() }: DefaultPayloadOptions): Payload & { status: 200 } {
  const features: Record<string, FeatureDefinition> = { [masterFlag]: { defaultValue: true } }
  for (const product of products) features[productFlag(product)] = { defaultValue: false, rules: [rolloutRule(productFlag(product))] }
  for (const experiment of experiments) {
    features[promptFlag(experiment.suggestion)] = {
      defaultValue: { variant: experiment.variants[0] },
      rules: [experimentRule(experiment)],
    }
  }
  return { status: 200, features, experiments: [], savedGroups: {}, dateUpdated: updatedAt.toISOString() }
}

/** Coverage may be edited down and up again: with one seed, growing coverage only adds users. The kill switch is the gate, not coverage 0. */
function rolloutRule(flag: string): FeatureRule<boolean> {
  return {
    id: `${flag}-rollout`,
    parentConditions: [{ id: masterFlag, condition: { value: true }, gate: true }],
    force: true,
    coverage: 1,
    hashAttribute: 'id',
    // A rollout hashes under its own seed, or the first users of one product would be the first of every product.
    seed: `${flag}-rollout`,
    hashVersion: 2,
  }
}

function experimentRule({ key, variants }: PromptExperiment): FeatureRule<{ variant: string }> {
  return {
    id: key,
    key,
    seed: key,
    hashVersion: 2,
    hashAttribute: 'id',
    coverage: 1,
    weights: variants.map(() => 1 / variants.length),
    variations: variants.map((variant) => ({ variant })),
    meta: variants.map((name, index) => ({ key: String(index), name })),
    phase: '0',
    name: key,
  }
}
