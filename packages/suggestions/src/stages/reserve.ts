import type { FallbackReason, OffReason } from '@inkling/contracts'
import { type AttemptBound, upperBoundOfAttempt } from '@inkling/cost'
import type { Suggestion } from '@inkling/prompts'
import type { Ports, RateLine } from '../ports.ts'
import type { LookedUp, RenderedPrompt } from '../request.ts'

export interface Attempt {
  attemptId: string
  /** Pico-dollars held for it. */
  worstCase: bigint
  startedAt: number
}

export type ReserveResult = { attempt: Attempt } | { refusal: FallbackReason | OffReason; retryAfterMs?: number }

// System and user message are one content block each.
const contentBlocks = 2

/** Books the worst case of one attempt, immediately before it is sent. */
export async function reserve(
  state: LookedUp,
  rendered: RenderedPrompt,
  ports: Pick<Ports, 'clock' | 'randomness' | 'gate' | 'observer'>,
  line: RateLine,
): Promise<ReserveResult> {
  const startedAt = ports.clock.now()
  const bound = boundOf(state.suggestion, state.model, state.prompt.maxOutputTokens, rendered, startedAt)
  if (!bound.ok) return { refusal: 'no-price' }
  const attempt: Attempt = { attemptId: ports.randomness.uuid(), worstCase: bound.picoUsd, startedAt }
  const { suggestion, caller } = state
  const decision = await ports.gate.reserve({
    attemptId: attempt.attemptId,
    suggestionId: state.suggestionId,
    product: suggestion.product,
    suggestion: suggestion.name,
    userKey: caller.userKey,
    tier: caller.tier,
    model: state.model,
    variant: state.prompt.variant,
    promptVersion: state.promptVersion,
    worstCase: attempt.worstCase,
    line,
  })
  if (decision.granted) return { attempt }
  ports.observer.on({ type: 'reservation-refused', suggestion: suggestion.name, reason: decision.reason })
  const { reason, retryAfterMs } = decision
  return { refusal: reason, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) }
}

/** What the attempt can cost at most, by the texts as they will be sent. */
export function boundOf(
  suggestion: Suggestion,
  model: string,
  maxOutputTokens: number,
  rendered: RenderedPrompt,
  now: number,
): AttemptBound {
  return upperBoundOfAttempt({
    model,
    at: new Date(now),
    promptTexts: [rendered.system, rendered.data],
    schemaJson: suggestion.modelSchemaJson,
    blocks: contentBlocks,
    maxOutputTokens,
    inferenceGeo: 'global',
  })
}
