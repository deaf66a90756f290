import type { OffReason, Reason, UsageSummary } from '@inkling/contracts'
import type { MessagesUsage } from '@inkling/cost'
import { type Deadline, whileWanted } from '../deadline.ts'
import type { ModelOutcome, Ports } from '../ports.ts'
import type { LookedUp } from '../request.ts'
import { retryDelay } from '../retry.ts'
import { askModel, createItemCheck } from './ask-model.ts'
import { renderPrompt } from './render-prompt.ts'
import { reserve } from './reserve.ts'
import { reserveInTurn } from './reserve-in-turn.ts'
import { settle } from './settle.ts'

/** What all attempts together brought. */
export interface Generated {
  /** Whole, ended by the model itself: may be cached if it has enough items. */
  finished: boolean
  reason: Reason | undefined
  /** Pico-dollars charged to this request. */
  cost: bigint
  usage: UsageSummary | undefined
  /** Resolves when the gate has what it cost. A whole answer does not wait for it: docs/decisions/2026-11-25-booking-behind-the-answer.md. */
  booked: Promise<void>
}

type GeneratePorts = Pick<Ports, 'clock' | 'randomness' | 'gate' | 'model' | 'places' | 'records' | 'observer'>

/**
 * Wait for a place, reserve, ask, settle; again while it is worth it and the deadline allows. Every attempt has its own reservation. Once an
 * item has been accepted there is no further attempt: what was shown stays, and a second answer would not continue the first. A caller who
 * leaves ends the waiting, not a call that was begun.
 */
export async function generate(
  state: LookedUp,
  ports: GeneratePorts,
  deadline: Deadline,
  accept: (item: unknown) => boolean,
): Promise<Generated> {
  const result: Generated = { finished: false, reason: 'timeout', cost: 0n, usage: undefined, booked: Promise.resolve() }
  const wanted = whileWanted(deadline, state.left?.())
  const place = await ports.places.take(state.suggestion.product, wanted.signal)
  if (!place) return result
  try {
    for (let attempt = 1; ; attempt++) {
      // Each attempt has its own delimiter and canary.
      const rendered = renderPrompt({ ...state, locale: state.answerLocale }, ports.randomness)
      const reserving = reserveInTurn(state.suggestion.product, wanted, ports, (line) => reserve(state, rendered, ports, line))
      // The gate's way to the disk is longer than reading the prompt takes, which would otherwise hold up the first item.
      const check = createItemCheck(state, rendered, ports)
      const reserved = await reserving
      if ('refusal' in reserved) return { ...result, reason: reserved.refusal as OffReason }
      let accepted = 0
      const answer = await askModel(state, rendered, ports, deadline.signal, (text) => {
        const item = check(text)
        if (item !== undefined && accept(item)) accepted++
      })
      const settled = settle(state, reserved.attempt, answer, ports)
      result.cost += settled.charge
      result.usage = usageOf(answer.outcome) ?? result.usage
      if (answer.finished) return { ...result, finished: true, reason: undefined, booked: settled.booked }
      // What a failure says of the provider, and that its hold is gone, must be known before anything else is asked for.
      await settled.booked
      result.reason = settled.failure ?? (answer.outcome.kind === 'complete' ? 'invalid-output' : 'upstream-error')
      if (accepted > 0) return result
      const delay = retryDelay(answer.outcome, attempt, ports.randomness.fraction(), deadline.remaining())
      if (delay === undefined) return result
      await ports.clock.wait(delay, wanted.signal)
      if (wanted.signal.aborted) return result
    }
  } finally {
    place.free()
  }
}

function usageOf(outcome: ModelOutcome): UsageSummary | undefined {
  if (outcome.kind !== 'complete') return undefined
  const count = (value: number | null | undefined) => value ?? 0
  const usage: MessagesUsage = outcome.usage
  return {
    inputTokens: count(usage.input_tokens),
    outputTokens: count(usage.output_tokens),
    cacheWriteTokens: count(usage.cache_creation_input_tokens),
    cacheReadTokens: count(usage.cache_read_input_tokens),
  }
}
