import { applyPromptOverride, controlPrompt, type EffectivePrompt, type Suggestion } from '@inkling/prompts'
import { promptVersionOf } from '../cache-key.ts'
import type { ExperimentAssignment, Ports } from '../ports.ts'
import type { Assigned, Checked } from '../request.ts'

export interface ModelChoice {
  default: string
  escalation: string
}

type Override = ReturnType<typeof applyPromptOverride>

/** What a flag's value means for a suggestion: the payload hands out the same object until it changes. */
type OverridesByValue = WeakMap<object, { models: ModelChoice; override: Override }>
const knownOverrides = new WeakMap<Suggestion, OverridesByValue>()

function overrideOf(suggestion: Suggestion, value: unknown, models: ModelChoice): Override {
  const validate = () => applyPromptOverride(suggestion, value, new Set(Object.values(models)))
  if (typeof value !== 'object' || value === null) return validate()
  const ofSuggestion = knownOverrides.get(suggestion) ?? (new WeakMap() as OverridesByValue)
  knownOverrides.set(suggestion, ofSuggestion)
  const known = ofSuggestion.get(value)
  if (known?.models === models) return known.override
  const override = validate()
  ofSuggestion.set(value, { models, override })
  return override
}

/**
 * Which prompt this user gets, from GrowthBook or the control. The exposure is recorded here, where the arms part, whatever answers later;
 * an arm that does not validate is never used and leaves no exposure. Without consent the flag is not even looked at.
 */
export function assignVariant(
  checked: Checked,
  ports: Pick<Ports, 'clock' | 'randomness' | 'records' | 'observer'>,
  models: ModelChoice,
): Assigned {
  const { suggestion, caller } = checked
  const { product, userKey, consent } = caller
  const flag = consent === 'none' ? undefined : checked.flags.prompt(suggestion.name)
  let prompt: EffectivePrompt = controlPrompt(suggestion)
  const experiments: ExperimentAssignment[] = []
  if (flag?.value !== undefined && flag.value !== null) {
    const override = overrideOf(suggestion, flag.value, models)
    if ('problem' in override) {
      ports.observer.on({ type: 'flag-rejected', suggestion: suggestion.name, flag: suggestion.promptFlag, problem: override.problem })
    } else {
      prompt = override.prompt
      if (flag.assignment) {
        experiments.push(flag.assignment)
        const id = ports.randomness.uuid()
        ports.records.exposure({ id, userKey, product, suggestion: suggestion.name, ...flag.assignment, at: ports.clock.now() })
      }
    }
  }
  const model = prompt.model ?? models[suggestion.model]
  return { ...checked, prompt, model, promptVersion: promptVersionOf(suggestion, prompt, model), experiments }
}
