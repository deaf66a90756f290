import { type SuggestionName, toKebabCase } from '@inkling/contracts'
import type { LifecycleEvent, Observer } from '@inkling/suggestions/ports'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { boundedLabel } from './bounded-label.ts'
import { CacheHitWindow } from './cache-hit-window.ts'
import { type LedgerReading, ledgerGauges } from './ledger-gauges.ts'
import { usdOfPico } from './pico-usd.ts'
import { cacheHitWindowSize, prometheusMetrics } from './prometheus-metrics.ts'
import type { HistogramSeries } from './tallied-histogram.ts'
import { type Count, Tally } from './tally.ts'

export interface PrometheusObserverOptions {
  /** The ledger's current amounts; asked at every scrape. Without it there are no money gauges. */
  collect?: () => Promise<readonly LedgerReading[]>
}

export interface GateReading {
  rateRemaining: number
  held?: { since: Date; reason: string; by: string }
  breaker: { state: 'closed' } | { state: 'open'; since: Date }
}

export interface PrometheusObserver extends Observer {
  /** The text of a scrape. Never rejects because the ledger is away. */
  metrics(): Promise<string>
  /** Media type of {@link metrics}. */
  readonly contentType: string
  /** How the gate stands: calls that the deployment's rate limit admits now, and since when spending has been stopped, by what. */
  setGate(status: GateReading): void
  /** An incident that this replica announces. */
  countIncident(incident: { kind: string; severity: string; threshold?: number }): void
  /** For `onDroppedFields` of the log. */
  countDroppedLogFields(fields: number): void
  close(): void
}

type Attempt = Extract<LifecycleEvent, { type: 'attempt' }>

/** Lifecycle events as Prometheus metrics, in a registry of its own. Labels hold products, suggestions and closed sets; nothing of a user. */
export function createPrometheusObserver({ collect }: PrometheusObserverOptions = {}): PrometheusObserver {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const metrics = prometheusMetrics(registry)
  const refreshLedger = collect && ledgerGauges(registry, collect)
  // A series that begins at its first increase hides that increase from rate().
  for (const type of tokenTypes) metrics.tokens.inc({ type }, 0)
  const recentAnswers = new CacheHitWindow(cacheHitWindowSize)
  const pico = new Map<string, bigint>()
  // Fifteen suggestions now; stages, checks and flags are of the same order. The bounds leave room and end a mistake early.
  const useCase = boundedLabel(200)
  const stage = boundedLabel(50)
  const outcome = boundedLabel(50)
  const check = boundedLabel(50)
  const flag = boundedLabel(200)
  const kind = boundedLabel(50)
  const stages = new Tally(metrics.stages)
  const answers = new Tally(metrics.answers)
  const stageSeries = new Map<string, { time: HistogramSeries; outcomes: Map<string, Count> }>()
  const answerSeries = new Map<string, Count>()
  const answerTimes = new Map<string, HistogramSeries>()

  function subject(suggestion: SuggestionName): { service: string; use_case: string } {
    const [product = '', key = ''] = suggestion.split('.')
    return { service: toKebabCase(product), use_case: useCase(toKebabCase(key)) }
  }

  function onStage(name: string, result: string, seconds: number): void {
    const { time, outcomes } = remembered(stageSeries, name, () => ({
      time: metrics.stageTime.series({ stage: name }),
      outcomes: new Map(),
    }))
    time.observe(seconds)
    remembered(outcomes, result, () => stages.series({ stage: name, outcome: result })).pending += 1
  }

  function onAttempt(event: Attempt): void {
    const labels = subject(event.suggestion)
    metrics.requests.inc({ ...labels, status: event.outcome })
    metrics.responseTime.observe(event.milliseconds / 1000)
    if (event.firstTokenMilliseconds !== undefined) metrics.firstToken.observe(event.firstTokenMilliseconds / 1000)
    const tokens = tokensOf(event.usage)
    for (const type of tokenTypes) metrics.tokens.inc({ type }, tokens[type])
    if (event.charge === undefined) metrics.wholeReservations.inc({ service: labels.service })
    else pico.set(labels.service, (pico.get(labels.service) ?? 0n) + event.charge)
  }

  function on(event: LifecycleEvent): void {
    switch (event.type) {
      case 'stage':
        onStage(stage(event.stage), outcome(event.outcome), event.milliseconds / 1000)
        return
      case 'answered':
        remembered(answerSeries, `${event.suggestion} ${event.source} ${event.reason}`, () =>
          answers.series({ ...subject(event.suggestion), source: event.source, reason: event.reason ?? 'none' }),
        ).pending += 1
        remembered(answerTimes, event.source, () => metrics.answerTime.series({ source: event.source })).observe(event.milliseconds / 1000)
        if (event.source !== 'off') recentAnswers.add(event.source === 'cache')
        return
      case 'attempt':
        onAttempt(event)
        return
      case 'reservation-refused':
        metrics.reservationsRefused.inc({ ...subject(event.suggestion), reason: event.reason })
        return
      case 'item-dropped':
        metrics.itemsDropped.inc({ ...subject(event.suggestion), check: check(event.check) })
        return
      case 'flag-rejected':
        metrics.flagsRejected.inc({ flag: flag(event.flag) })
        return
      case 'safety':
        metrics.safety.inc({ ...subject(event.suggestion), kind: event.kind, action: event.action })
        return
      default:
        event satisfies never
    }
  }

  return {
    on,
    async metrics() {
      await refreshLedger?.()
      stages.flush()
      answers.flush()
      metrics.cacheHitRate.set(recentAnswers.rate())
      metrics.cost.reset()
      // Added up as integers and turned into a double here, so that a million small charges do not drift.
      for (const [service, amount] of pico) metrics.cost.inc({ service }, usdOfPico(amount))
      // prom-client writes "Nan" (event loop metrics before their first sample), which strict readers of the format refuse.
      return (await registry.metrics()).replace(/ Nan$/gm, ' NaN')
    },
    contentType: registry.contentType,
    setGate({ rateRemaining, held, breaker }) {
      metrics.rateLimitRemaining.set(rateRemaining)
      metrics.spendingStopped.reset()
      metrics.spendingStopped.set({ by: 'breaker' }, breaker.state === 'open' ? breaker.since.getTime() / 1000 : 0)
      // What an operator wrote is no label: only the gate's own reasons are few.
      const by = held === undefined || held.by === 'gate' ? (held?.reason ?? 'hold') : 'operator'
      metrics.spendingStopped.set({ by }, held === undefined ? 0 : held.since.getTime() / 1000)
    },
    countIncident: (incident) =>
      metrics.incidents.inc({ kind: kind(incident.kind), severity: incident.severity, threshold: String(incident.threshold ?? 'none') }),
    countDroppedLogFields: (fields) => metrics.logFieldsDropped.inc(fields),
    close: () => registry.clear(),
  }
}

function remembered<Value>(known: Map<string, Value>, key: string, create: () => Value): Value {
  let value = known.get(key)
  if (value === undefined) {
    value = create()
    known.set(key, value)
  }
  return value
}

const tokenTypes = ['input', 'output', 'cache_write', 'cache_read'] as const

function tokensOf(usage: Attempt['usage']): Record<(typeof tokenTypes)[number], number> {
  const split = usage?.cache_creation
  const splitSum = (split?.ephemeral_5m_input_tokens ?? 0) + (split?.ephemeral_1h_input_tokens ?? 0)
  return {
    input: usage?.input_tokens ?? 0,
    output: usage?.output_tokens ?? 0,
    cache_write: usage?.cache_creation_input_tokens ?? splitSum,
    cache_read: usage?.cache_read_input_tokens ?? 0,
  }
}
