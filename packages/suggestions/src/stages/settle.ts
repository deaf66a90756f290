import type { FallbackReason } from '@inkling/contracts'
import { costOfUsage } from '@inkling/cost'
import type { ModelOutcome, Ports, Settlement } from '../ports.ts'
import type { LookedUp } from '../request.ts'
import type { ModelAnswer } from './ask-model.ts'
import type { Attempt } from './reserve.ts'

export interface Settled {
  /** Pico-dollars, the whole reservation where nothing better is known. */
  charge: bigint
  failure: FallbackReason | undefined
  /** Resolves when the gate has it. */
  booked: Promise<void>
}

/** Books what the attempt cost: exactly where usage is known, at most where it is not. */
export function settle(state: LookedUp, attempt: Attempt, answer: ModelAnswer, ports: Pick<Ports, 'clock' | 'gate' | 'observer'>): Settled {
  const settlement = settlementOf(state, attempt, answer)
  const booked = ports.gate.settle(settlement)
  const { charge, usage, outcome } = settlement
  ports.observer.on({
    type: 'attempt',
    suggestion: state.suggestion.name,
    product: state.suggestion.product,
    model: state.model,
    outcome,
    milliseconds: ports.clock.now() - attempt.startedAt,
    ...(answer.firstTokenAt === undefined ? {} : { firstTokenMilliseconds: answer.firstTokenAt - attempt.startedAt }),
    ...(charge === 'whole-reservation' ? {} : { charge }),
    ...(usage === undefined ? {} : { usage }),
  })
  return { charge: charge === 'whole-reservation' ? attempt.worstCase : charge, failure: failureOf(answer.outcome), booked }
}

/** What an attempt is charged and what the breaker learns from it, by its outcome. */
function settlementOf(state: Pick<LookedUp, 'model' | 'prompt'>, attempt: Attempt, answer: ModelAnswer): Settlement {
  const { outcome, providerRequestId } = answer
  const common = { attemptId: attempt.attemptId, flags: [], ...(providerRequestId === undefined ? {} : { providerRequestId }) }
  switch (outcome.kind) {
    case 'complete': {
      const { usage, stopReason, contentEmpty } = outcome
      const cost = costOfUsage({ model: state.model, usage, at: new Date(attempt.startedAt), stopReason, contentEmpty })
      const ended = stopReason === 'refusal' ? 'refused' : stopReason === 'max_tokens' ? 'truncated' : 'complete'
      const known = cost.ok
        ? { charge: cost.picoUsd, estimated: false, flags: cost.flags }
        : { charge: 'whole-reservation' as const, estimated: true, flags: [cost.reason] }
      return { ...common, ...known, outcome: ended, signal: 'success', usage, stopReason }
    }
    case 'rejected':
      return { ...common, ...rejection(outcome), outcome: 'rejected', charge: 0n, estimated: false, flags: [outcome.cause] }
    case 'unknown': {
      const charged = { ...common, outcome: outcome.cause, estimated: true, signal: 'failure' } as const
      if (!outcome.startUsage) return { ...charged, charge: 'whole-reservation' }
      const usage = { ...outcome.startUsage, output_tokens: state.prompt.maxOutputTokens }
      const cost = costOfUsage({ model: state.model, usage, at: new Date(attempt.startedAt) })
      return { ...charged, charge: cost.ok ? cost.picoUsd : 'whole-reservation', usage: outcome.startUsage }
    }
  }
}

function rejection(outcome: Extract<ModelOutcome, { kind: 'rejected' }>): Pick<Settlement, 'signal' | 'pauseMs'> {
  switch (outcome.cause) {
    case 'rate-limited':
      return { signal: 'none', ...(outcome.retryAfterMs === undefined ? {} : { pauseMs: outcome.retryAfterMs }) }
    case 'overloaded':
    case 'connection-refused':
      return { signal: 'failure' }
    case 'authentication':
    case 'billing':
    case 'spend-cap':
      return { signal: 'hold-open' }
    case 'bad-request':
      return { signal: 'none' }
  }
}

function failureOf(outcome: ModelOutcome): FallbackReason | undefined {
  if (outcome.kind === 'complete') return outcome.stopReason === 'refusal' ? 'refused' : undefined
  if (outcome.kind === 'unknown') return outcome.cause === 'timeout' ? 'timeout' : 'upstream-error'
  return outcome.cause === 'rate-limited' ? 'rate-limited' : 'upstream-error'
}
