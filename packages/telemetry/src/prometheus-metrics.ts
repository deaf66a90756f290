import { Counter, Gauge, type Registry } from 'prom-client'
import { TalliedHistogram } from './tallied-histogram.ts'

/** Answers whose source `claude_cache_hit_rate` looks back on. */
export const cacheHitWindowSize = 1000

// 0.5, 1, 2, 5, 10 s are the promised ones; the finer ones lie around the first token, the first item and the deadline of 10 s.
const secondsOfAnAnswer = [0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5, 7.5, 10]
// Most stages take microseconds to milliseconds.
const secondsOfAStage = [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10]

/** Every metric with its name, labels and meaning; who changes them is `prometheus-observer.ts`. */
export function prometheusMetrics(registry: Registry) {
  const registers = [registry]
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
    new Counter({ name, help, labelNames, registers })
  const histogram = <Label extends string = never>(name: string, help: string, bounds: readonly number[]) =>
    new TalliedHistogram<Label>(name, help, bounds, registry)
  const useCase = ['service', 'use_case'] as const

  return {
    requests: counter('claude_requests_total', 'Attempts at Claude by product, suggestion and how they ended.', [...useCase, 'status']),
    tokens: counter('claude_tokens_total', 'Tokens that Claude reported: input (not cached), output, cache_write, cache_read.', ['type']),
    cost: counter(
      'claude_cost_usd_total',
      'Exact cost of the attempts of this process whose cost is known, in USD. Attempts booked at their whole reservation are only in the ledger: see inkling_budget_settled_usd.',
      ['service'],
    ),
    responseTime: histogram('claude_response_time_seconds', 'From sending an attempt at Claude to its end.', secondsOfAnAnswer).series({}),
    firstToken: histogram('inkling_first_token_seconds', 'From sending an attempt at Claude to its first token.', secondsOfAnAnswer).series(
      {},
    ),
    cacheHitRate: new Gauge({
      name: 'claude_cache_hit_rate',
      help: `Share of answers with source cache among the latest ${cacheHitWindowSize} answers of this process with source cache, claude, stale or template; answers with source off are left out; 0 before the first.`,
      registers,
    }),
    spendingStopped: new Gauge({
      name: 'inkling_spending_stopped_since_seconds',
      help: 'Unix time since which the breaker or a hold stops all spending; 0: it does not.',
      labelNames: ['by'],
      registers,
    }),
    rateLimitRemaining: new Gauge({
      name: 'claude_rate_limit_remaining',
      help: 'Calls to Claude that the rate limit of the whole deployment still admits now.',
      registers,
    }),
    wholeReservations: counter(
      'inkling_whole_reservations_total',
      'Attempts booked at their whole reservation because nothing better was known.',
      ['service'],
    ),
    answers: counter(
      'inkling_answers_total',
      'Answers by product, suggestion, source, and the reason why they are not fresh from Claude (none: fresh).',
      [...useCase, 'source', 'reason'],
    ),
    answerTime: histogram<'source'>('inkling_answer_seconds', 'From a request to the end of its answer.', secondsOfAnAnswer),
    stageTime: histogram<'stage'>('inkling_stage_seconds', 'Time spent in a stage of the pipeline.', secondsOfAStage),
    stages: counter('inkling_stages_total', 'Stages of the pipeline by outcome.', ['stage', 'outcome']),
    itemsDropped: counter('inkling_items_dropped_total', 'Items of Claude that an output check withheld.', [...useCase, 'check']),
    reservationsRefused: counter('inkling_reservations_refused_total', 'Refusals of the gate.', [...useCase, 'reason']),
    flagsRejected: counter('inkling_flags_rejected_total', 'Flag values that did not validate; control answered.', ['flag']),
    safety: counter('inkling_safety_total', 'Findings of the safety checks.', [...useCase, 'kind', 'action']),
    incidents: counter(
      'inkling_incidents_total',
      'Incidents by kind, severity and budget threshold; each is counted once over all replicas.',
      ['kind', 'severity', 'threshold'],
    ),
    logFieldsDropped: counter('inkling_log_fields_dropped_total', 'Fields that the log left out because they are not on its list.', []),
  }
}
