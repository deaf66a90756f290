import { products } from '@inkling/contracts'
import type { LifecycleEvent } from '@inkling/suggestions/ports'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { LedgerReading } from './ledger-gauges.ts'
import { createPrometheusObserver, type PrometheusObserver, type PrometheusObserverOptions } from './prometheus-observer.ts'

let observer: PrometheusObserver

function create(options?: PrometheusObserverOptions): PrometheusObserver {
  observer = createPrometheusObserver(options)
  return observer
}
afterEach(() => {
  observer.close()
  vi.useRealTimers()
})

const suggestion = 'snsAuto.postingTimes'
const attempt: LifecycleEvent = {
  type: 'attempt',
  suggestion,
  product: 'snsAuto',
  model: 'claude-haiku-5-5',
  outcome: 'complete',
  milliseconds: 1200,
  firstTokenMilliseconds: 600,
  charge: 1_575_000_000n,
  usage: { input_tokens: 250, output_tokens: 150, cache_creation_input_tokens: 20, cache_read_input_tokens: 10 },
}
const answered = (source: 'claude' | 'cache' | 'stale' | 'template' | 'off'): LifecycleEvent => ({
  type: 'answered',
  suggestion,
  product: 'snsAuto',
  source,
  milliseconds: 30,
  variant: 'control',
  ...(source === 'off' && { reason: 'disabled' }),
})

/** A scrape as a strict reader takes it: every line is a comment or a sample, every sample's family is declared before it. */
async function scrape(): Promise<Map<string, number>> {
  const samples = new Map<string, number>()
  const declared = new Set<string>()
  for (const line of (await observer.metrics()).split('\n').filter((each) => each !== '')) {
    const comment = /^# (HELP|TYPE) ([a-z_:][a-z0-9_:]*) .+$/.exec(line)
    if (comment) {
      declared.add(comment[2] ?? '')
      continue
    }
    const sample = /^([a-z_:][a-z0-9_:]*)(\{[a-z_]+="[^"\n]*"(?:,[a-z_]+="[^"\n]*")*\})? (NaN|[-+]?(?:Inf|[0-9.e+-]+))( \d+)?$/.exec(line)
    expect(sample, line).not.toBeNull()
    const [, name = '', labels = '', value = ''] = sample ?? []
    expect(declared.has(name) || declared.has(name.replace(/_(bucket|sum|count)$/, '')), line).toBe(true)
    expect(samples.has(name + labels), line).toBe(false)
    samples.set(name + labels, Number(value))
  }
  return samples
}

describe('the promised metrics', () => {
  test('an attempt counts under service, use case and status, with its tokens, cost and time', async () => {
    create().on(attempt)
    const samples = await scrape()
    expect(samples.get('claude_requests_total{service="sns-auto",use_case="posting-times",status="complete"}')).toBe(1)
    expect(samples.get('claude_tokens_total{type="input"}')).toBe(250)
    expect(samples.get('claude_tokens_total{type="output"}')).toBe(150)
    expect(samples.get('claude_tokens_total{type="cache_write"}')).toBe(20)
    expect(samples.get('claude_tokens_total{type="cache_read"}')).toBe(10)
    expect(samples.get('claude_cost_usd_total{service="sns-auto"}')).toBe(0.001575)
    expect(samples.get('claude_response_time_seconds_sum')).toBe(1.2)
    expect(samples.get('claude_response_time_seconds_bucket{le="1"}')).toBe(0)
    expect(samples.get('claude_response_time_seconds_bucket{le="1.5"}')).toBe(1)
    expect(samples.get('inkling_first_token_seconds_sum')).toBe(0.6)
    for (const bound of [0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5, 7.5, 10]) {
      expect(samples.has(`claude_response_time_seconds_bucket{le="${bound}"}`)).toBe(true)
    }
  })

  test('cache writes are known from the split where the total is missing', async () => {
    const usage = { input_tokens: 1, output_tokens: 1, cache_creation: { ephemeral_5m_input_tokens: 3, ephemeral_1h_input_tokens: 4 } }
    create().on({ ...attempt, usage })
    expect((await scrape()).get('claude_tokens_total{type="cache_write"}')).toBe(7)
  })

  test('a million small charges add up exactly', async () => {
    create()
    for (let index = 0; index < 100_000; index++) observer.on({ ...attempt, charge: 100_000_000n })
    expect((await scrape()).get('claude_cost_usd_total{service="sns-auto"}')).toBe(10)
    expect((await scrape()).get('claude_cost_usd_total{service="sns-auto"}')).toBe(10)
  })

  test('an attempt booked at its whole reservation is counted apart from known cost', async () => {
    const { charge: _charge, usage: _usage, firstTokenMilliseconds: _first, ...unknown } = attempt
    create().on({ ...unknown, outcome: 'timeout' })
    const samples = await scrape()
    expect(samples.get('claude_requests_total{service="sns-auto",use_case="posting-times",status="timeout"}')).toBe(1)
    expect(samples.get('inkling_whole_reservations_total{service="sns-auto"}')).toBe(1)
    expect(samples.get('claude_tokens_total{type="input"}')).toBe(0)
    expect([...samples.keys()].some((key) => key.startsWith('claude_cost_usd_total'))).toBe(false)
  })

  test('the cache hit rate looks back on the latest thousand answers and leaves off out', async () => {
    create()
    expect((await scrape()).get('claude_cache_hit_rate')).toBe(0)
    for (const source of ['cache', 'claude', 'stale', 'template', 'off', 'off'] as const) observer.on(answered(source))
    expect((await scrape()).get('claude_cache_hit_rate')).toBe(0.25)
    for (let index = 0; index < 1000; index++) observer.on(answered(index < 300 ? 'cache' : 'claude'))
    expect((await scrape()).get('claude_cache_hit_rate')).toBe(0.3)
  })

  test('since when spending has been stopped, and by what, without the words of an operator', async () => {
    const since = new Date(1_700_000_000_000)
    const stopped = (by: string) => `inkling_spending_stopped_since_seconds{by="${by}"}`
    const created = create()
    created.setGate({ rateRemaining: 1, breaker: { state: 'open', since }, held: { since, reason: 'provider-refuses', by: 'gate' } })
    expect((await scrape()).get(stopped('breaker'))).toBe(1_700_000_000)
    expect((await scrape()).get(stopped('provider-refuses'))).toBe(1_700_000_000)
    created.setGate({ rateRemaining: 1, breaker: { state: 'closed' }, held: { since, reason: 'ann says so', by: 'ann' } })
    expect((await scrape()).get(stopped('breaker'))).toBe(0)
    expect((await scrape()).get(stopped('operator'))).toBe(1_700_000_000)
    expect((await scrape()).has(stopped('provider-refuses'))).toBe(false)
  })

  test('what is left of the rate limit is set from outside', async () => {
    create().setGate({ rateRemaining: 97, breaker: { state: 'closed' } })
    expect((await scrape()).get('claude_rate_limit_remaining')).toBe(97)
  })
})

describe('our own metrics', () => {
  test('every lifecycle event leaves its mark', async () => {
    create()
    observer.on({ type: 'stage', suggestion, stage: 'look-up-cache', milliseconds: 2, outcome: 'continue' })
    observer.on(answered('off'))
    observer.on(answered('claude'))
    observer.on({ type: 'reservation-refused', suggestion, reason: 'budget-exhausted' })
    observer.on({ type: 'item-dropped', suggestion, check: 'canary' })
    observer.on({ type: 'flag-rejected', suggestion, flag: 'sns-auto-posting-times-prompt', problem: 'unknown variable' })
    observer.on({ type: 'safety', suggestion, kind: 'injection', action: 'refused' })
    observer.countDroppedLogFields(3)
    const samples = await scrape()
    const subject = 'service="sns-auto",use_case="posting-times"'
    expect(samples.get('inkling_stage_seconds_count{stage="look-up-cache"}')).toBe(1)
    expect(samples.get('inkling_stages_total{stage="look-up-cache",outcome="continue"}')).toBe(1)
    expect(samples.get(`inkling_answers_total{${subject},source="off",reason="disabled"}`)).toBe(1)
    expect(samples.get(`inkling_answers_total{${subject},source="claude",reason="none"}`)).toBe(1)
    expect(samples.get('inkling_answer_seconds_count{source="claude"}')).toBe(1)
    expect(samples.get(`inkling_reservations_refused_total{${subject},reason="budget-exhausted"}`)).toBe(1)
    expect(samples.get(`inkling_items_dropped_total{${subject},check="canary"}`)).toBe(1)
    expect(samples.get('inkling_flags_rejected_total{flag="sns-auto-posting-times-prompt"}')).toBe(1)
    expect(samples.get(`inkling_safety_total{${subject},kind="injection",action="refused"}`)).toBe(1)
    expect(samples.get('inkling_log_fields_dropped_total')).toBe(3)
    expect(samples.get('process_start_time_seconds')).toBeGreaterThan(0)
  })

  test('names that come from outside cannot grow the number of series without bound', async () => {
    create()
    for (let index = 0; index < 1000; index++) {
      observer.on({ type: 'flag-rejected', suggestion, flag: `flag-${index}`, problem: 'x' })
      observer.on({ type: 'item-dropped', suggestion: `review.made${index}`, check: 'a "quoted" text\nwith a line' })
    }
    const keys = [...(await scrape()).keys()]
    expect(keys.filter((key) => key.startsWith('inkling_flags_rejected_total'))).toHaveLength(201)
    expect(keys.filter((key) => key.startsWith('inkling_items_dropped_total'))).toHaveLength(201)
    expect(keys.filter((key) => key.startsWith('inkling_items_dropped_total')).every((key) => key.includes('check="other"'))).toBe(true)
  })
})

describe('money gauges', () => {
  const readings: LedgerReading[] = [
    { scope: 'global', period: 'day', settled: 123_456_789_012n, reserved: 1n, limit: 200_000_000_000n },
    { scope: 'snsAuto', period: 'month', settled: 0n, reserved: 0n },
  ]

  test('show the ledger at the moment of the scrape', async () => {
    let current = readings
    create({ collect: async () => current })
    const samples = await scrape()
    expect(samples.get('inkling_budget_settled_usd{scope="global",period="day"}')).toBe(0.123456789012)
    expect(samples.get('inkling_budget_reserved_usd{scope="global",period="day"}')).toBe(1e-12)
    expect(samples.get('inkling_budget_limit_usd{scope="global",period="day"}')).toBe(0.2)
    expect(samples.get('inkling_budget_settled_usd{scope="sns-auto",period="month"}')).toBe(0)
    expect(samples.has('inkling_budget_limit_usd{scope="sns-auto",period="month"}')).toBe(false)
    current = readings.slice(0, 1)
    expect((await scrape()).has('inkling_budget_settled_usd{scope="sns-auto",period="month"}')).toBe(false)
  })

  test('are exact to the last digit that a double holds', async () => {
    create({ collect: async () => products.map((scope) => ({ scope, period: 'day', settled: 12_345_678_901_234_567n, reserved: -5n })) })
    const samples = await scrape()
    expect(samples.get('inkling_budget_settled_usd{scope="review",period="day"}')).toBe(12345.678901234567)
    expect(samples.get('inkling_budget_reserved_usd{scope="review",period="day"}')).toBe(-5e-12)
  })

  test('are absent while the ledger cannot be read, and the scrape succeeds', async () => {
    let broken = false
    create({
      collect: async () => {
        if (broken) throw new Error('no database')
        return readings
      },
    })
    expect((await scrape()).has('inkling_budget_settled_usd{scope="global",period="day"}')).toBe(true)
    broken = true
    const samples = await scrape()
    expect([...samples.keys()].some((key) => key.startsWith('inkling_budget'))).toBe(false)
    expect(samples.get('inkling_ledger_read_failures_total')).toBe(1)
  })

  test('do not hold the scrape when the ledger hangs, and scrapes at once read it once', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { promise: never } = Promise.withResolvers<LedgerReading[]>()
    const collect = vi.fn(() => never)
    create({ collect })
    const scrapes = Promise.all([observer.metrics(), observer.metrics()])
    await vi.advanceTimersByTimeAsync(2000)
    const [text] = await scrapes
    expect(text).toContain('inkling_ledger_read_failures_total 1')
    expect(collect).toHaveBeenCalledTimes(1)
  })
})
