import { applyPromptOverride, controlPrompt, type EffectivePrompt } from '@inkling/prompts'
import { promptVersionOf } from '../cache-key.ts'
import type { ExperimentAssignment, Ports } from '../ports.ts'
import type { Assigned, Checked } from '../request.ts'

export interface ModelChoice {
  default: string
  escalation: string
}

/**
 * Which prompt this user gets, from GrowthBook or the control. The exposure is recorded here, where the arms part, whatever answers later;
 * an arm that does not validate is never used and leaves no exposure. Without consent the flag is not even looked at.
 */
export function assignVariant(
  checked: Checked,
  ports: Pick<Ports, 'clock' | 'randomness' | 'flags' | 'records' | 'observer'>,
  models: ModelChoice,
): Assigned {
  const { suggestion, caller } = checked
  const { product, userKey, tier, locale, consent } = caller
  const flag = consent === 'none' ? undefined : ports.flags.forUser({ id: userKey, product, tier, locale }).prompt(suggestion.name)
  let prompt: EffectivePrompt = controlPrompt(suggestion)
  const experiments: ExperimentAssignment[] = []
  if (flag?.value !== undefined && flag.value !== null) {
    const override = applyPromptOverride(suggestion, flag.value, new Set(Object.values(models)))
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
