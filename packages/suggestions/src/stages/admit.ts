import type { Ports } from '../ports.ts'
import type { Admitted, StageResult, SuggestionRequest } from '../request.ts'

/** Kill switch, then flags and rollout. Nothing of the request is looked at before it is admitted. */
export function admit(
  request: SuggestionRequest,
  ports: Pick<Ports, 'clock' | 'randomness' | 'denyOverrides' | 'flags'>,
): StageResult<Admitted> & { state: Admitted } {
  const { suggestion, caller } = request
  const { product, userKey, tier, locale } = caller
  const flags = ports.flags.forUser({ id: userKey, product, tier, locale })
  const state: Admitted = { ...request, suggestionId: ports.randomness.uuid(), startedAt: ports.clock.now(), timings: [], flags }
  if (ports.denyOverrides.denied(suggestion.product, suggestion.name)) return { state, end: { source: 'off', reason: 'disabled' } }
  const admission = flags.admission(product)
  return admission === 'admitted' ? { state, continue: state } : { state, end: { source: 'off', reason: admission } }
}
