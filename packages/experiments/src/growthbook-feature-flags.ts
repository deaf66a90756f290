import type { UserContext } from '@growthbook/growthbook'
import { type Product, products, type SuggestionName, toKebabCase } from '@inkling/contracts'
import type { FeatureFlags, FlagAttributes, FlagValue } from '@inkling/suggestions/ports'
import type { PayloadSource } from './payload.ts'
import { PayloadSnapshot } from './payload-snapshot.ts'
import { RememberedUsers } from './remembered-users.ts'

export const masterFlag = 'ai-suggestions'

const productFlags = new Map<Product, string>(products.map((product) => [product, productFlag(product)]))

/** `snsAuto` -> `ai-suggestions-sns-auto` */
export function productFlag(product: Product): string {
  return `${masterFlag}-${toKebabCase(product)}`
}

/** `coocook.chefRecommendation` -> `coocook-chef-recommendation-prompt` */
export function promptFlag(suggestion: SuggestionName): string {
  return `${toKebabCase(suggestion).replace('.', '-')}-prompt`
}

export interface GrowthBookFeatureFlagsOptions {
  source: Pick<PayloadSource, 'payload'>
  /** A flag of the payload in use that cannot be evaluated; once per flag and payload. */
  onProblem?: (problem: string) => void
}

/**
 * Flags from the payload in memory; without one everything is off. Booleans are on only where their value is exactly `true`. The user's
 * URL is no attribute: `?<experiment>=1` in it would choose a variation.
 */
export function growthBookFeatureFlags({ source, onProblem = () => {} }: GrowthBookFeatureFlagsOptions): FeatureFlags {
  // Suggestions come from the registry, so this holds as many keys as there are suggestions.
  const promptFlags = new Map<SuggestionName, string>()
  let latest: { snapshot: PayloadSnapshot; users: RememberedUsers<UserFlags> } | undefined

  function current(): typeof latest {
    const payload = source.payload()
    if (payload === undefined) latest = undefined
    else if (payload !== latest?.snapshot.payload)
      latest = { snapshot: new PayloadSnapshot(payload, onProblem), users: new RememberedUsers() }
    return latest
  }

  function keyOf(suggestion: SuggestionName): string {
    let key = promptFlags.get(suggestion)
    if (key === undefined) {
      key = promptFlag(suggestion)
      promptFlags.set(suggestion, key)
    }
    return key
  }

  function evaluate(snapshot: PayloadSnapshot, { id, product, tier, locale }: FlagAttributes): UserFlags {
    // Named one by one: whatever else the caller's object carries does not reach the SDK.
    const user: UserContext = { attributes: { id, product, tier, locale } }
    const admissions = new Map<Product, Admission>()
    const prompts = new Map<SuggestionName, FlagValue>()
    return {
      admission: (asked) =>
        remember(admissions, asked, () => {
          const master = admissionBy(snapshot, masterFlag, user)
          return master === 'admitted' ? admissionBy(snapshot, productFlags.get(asked) ?? productFlag(asked), user) : master
        }),
      prompt: (suggestion) => remember(prompts, suggestion, () => promptValue(snapshot, keyOf(suggestion), user)),
    }
  }

  return {
    forUser(attributes) {
      const inUse = current()
      if (inUse === undefined) return everythingOff
      const { id, product, tier, locale } = attributes
      // A flag's value follows from the payload and these alone, so it is computed once for each of them.
      return inUse.users.get(`${product} ${tier} ${locale} ${id}`, () => evaluate(inUse.snapshot, attributes))
    },
  }
}

type UserFlags = ReturnType<FeatureFlags['forUser']>
type Admission = ReturnType<UserFlags['admission']>

const everythingOff: UserFlags = { admission: () => 'disabled', prompt: () => ({ value: undefined }) }

function remember<Key, Value>(known: Map<Key, Value>, key: Key, find: () => Value): Value {
  let value = known.get(key)
  if (value === undefined) {
    value = find()
    known.set(key, value)
  }
  return value
}

function admissionBy(snapshot: PayloadSnapshot, key: string, user: UserContext): Admission {
  const reach = snapshot.reach(key)
  if (reach === 'nobody') return 'disabled'
  if (reach === 'everybody') return 'admitted'
  return snapshot.evaluate(key, user)?.value === true ? 'admitted' : 'not-in-rollout'
}

function promptValue(snapshot: PayloadSnapshot, key: string, user: UserContext): FlagValue {
  const result = snapshot.evaluate(key, user)
  if (result === undefined) return { value: undefined }
  const value = result.on ? result.value : undefined
  const { experiment, experimentResult } = result
  // An arm whose value is empty ("what the code says") is still an arm: it counts as seen.
  if (result.source !== 'experiment' || !experiment || !experimentResult?.inExperiment) return { value }
  return { value, assignment: { experimentId: experiment.key, variationId: experimentResult.key } }
}
