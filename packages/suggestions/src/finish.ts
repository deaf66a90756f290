import type { AnswerEvent, AnswerMeta, AnswerSource, Reason, StageTiming } from '@inkling/contracts'
import { formatUsd } from '@inkling/cost'
import type { Delivery } from './delivery.ts'
import type { CachedAnswer, FlightEnd, LifecycleEvent, Ports, ServedRecord } from './ports.ts'
import type { Admitted, Checked, Ending, LookedUp } from './request.ts'
import type { Generated } from './stages/generate.ts'

export interface FinishedBy {
  state: Admitted | Checked | LookedUp
  ending: Ending
  /** A fresh answer from the cache. */
  cached?: CachedAnswer
  generated?: Generated
  flight?: FlightEnd
  stages?: StageTiming[]
}

type Shown = { source: AnswerSource; reason?: Reason | undefined; answer?: Omit<CachedAnswer, 'items'> | undefined }

/** Brings every request to its end: what is missing is filled, what was shown is described, and the end goes out last. */
export function finish(
  by: FinishedBy,
  delivery: Delivery,
  emit: (event: AnswerEvent) => void,
  ports: Pick<Ports, 'clock' | 'records' | 'observer' | 'model'>,
): void {
  const shown = show(by, delivery)
  delivery.start()
  const meta = describe(by, shown, delivery, ports)
  emit({ type: 'answer-end', meta })
  record(by, shown, delivery.count, ports)
}

function show(by: FinishedBy, delivery: Delivery): Shown {
  const { state, ending, cached, generated, flight } = by
  if (ending.source === 'off' || !('aliased' in state)) return ending
  if (cached) {
    for (const item of cached.items) delivery.showModelItem(state, item)
    return { source: 'cache', answer: cached }
  }
  const reason = reasonOf(by)
  if (reason === 'disabled' && delivery.count === 0) return { source: 'off', reason }
  if (delivery.count >= state.minimumItems) return { source: 'claude', reason, answer: flightAnswer(flight) }
  if (delivery.count > 0) {
    delivery.fillFromTemplate(state, state.minimumItems)
    return { source: 'claude', reason: reason ?? 'incomplete', answer: flightAnswer(flight) }
  }
  if ('stale' in state && state.stale) {
    for (const item of state.stale.items) delivery.showModelItem(state, item)
    return { source: 'stale', reason, answer: state.stale }
  }
  delivery.fillFromTemplate(state, state.maximumItems)
  return { source: 'template', reason: reason ?? (generated ? 'invalid-output' : undefined) }
}

function reasonOf({ ending, generated, flight }: FinishedBy): Reason | undefined {
  return ending.reason ?? generated?.reason ?? (flight?.outcome === 'failed' ? flight.reason : flight?.reason)
}

function flightAnswer(flight: FlightEnd | undefined): Omit<CachedAnswer, 'items'> | undefined {
  return flight?.outcome === 'answered' ? flight.answer : undefined
}

function describe(by: FinishedBy, shown: Shown, delivery: Delivery, ports: Pick<Ports, 'clock' | 'model'>): AnswerMeta {
  const { state, generated, stages } = by
  const { source, reason, answer } = shown
  const fromModel = source !== 'template' && source !== 'off'
  const simulated = fromModel && (answer?.simulated ?? ports.model.simulated)
  const redactions = 'redactions' in state && source !== 'off' ? state.redactions : []
  const assigned = 'prompt' in state ? state : undefined
  const meta: AnswerMeta = {
    source,
    ...(reason === undefined ? {} : { reason }),
    ...(simulated ? { simulated } : {}),
    ...(delivery.templateItems.length > 0 ? { templateItems: delivery.templateItems } : {}),
    ...(redactions.length > 0 ? { redactions } : {}),
    createdAt: instant(answer?.createdAt ?? ports.clock.now()),
    requestId: state.requestId,
  }
  if (state.caller.sees === 'answer') return meta
  return {
    ...meta,
    costUsd: formatUsd(generated?.cost ?? 0n),
    ...(generated?.usage ? { usage: generated.usage } : {}),
    ...(assigned
      ? { model: answer?.model ?? assigned.model, variant: assigned.prompt.variant, promptVersion: assigned.promptVersion }
      : {}),
    ...(stages ? { stages } : {}),
  }
}

let latest = { milliseconds: Number.NaN, text: '' }

/** Answers out of the cache are mostly of one instant. */
function instant(milliseconds: number): string {
  if (milliseconds !== latest.milliseconds) latest = { milliseconds, text: new Date(milliseconds).toISOString() }
  return latest.text
}

function record(by: FinishedBy, shown: Shown, items: number, ports: Pick<Ports, 'clock' | 'records' | 'observer'>): void {
  const { state } = by
  const { suggestion, caller, suggestionId, startedAt } = state
  const { name, product } = suggestion
  const now = ports.clock.now()
  // Who never reached a prompt is in no arm: counted as control's, refusals before the arms would make control look worse.
  const variant = 'prompt' in state ? state.prompt.variant : ''
  const { source, reason } = shown
  const milliseconds = now - startedAt
  const { userKey, tier, locale } = caller
  const promptVersion = 'promptVersion' in state ? state.promptVersion : ''
  const answerId = shown.answer?.answerId ?? (by.generated && source === 'claude' ? suggestionId : undefined)
  const answered: Answered = { type: 'answered', suggestion: name, product, source, milliseconds, variant }
  // Literals and assignments: spreading what may be absent took longer than the rest of this function.
  const served: ServedRecord = {
    suggestionId,
    product,
    suggestion: name,
    userKey,
    tier,
    locale,
    source,
    variant,
    promptVersion,
    items,
    milliseconds,
    at: now,
  }
  if (reason !== undefined) answered.reason = served.reason = reason
  if (answerId !== undefined) served.answerId = answerId
  ports.observer.on(answered)
  ports.records.served(served)
}

type Answered = Extract<LifecycleEvent, { type: 'answered' }>
