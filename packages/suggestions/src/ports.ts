import type { FallbackReason, FeedbackType, Locale, Product, Reason, SuggestionName, Tier } from '@inkling/contracts'
import type { MessagesUsage } from '@inkling/cost'
import type { Places, RateLine } from './places.ts'

export type { Places, RateLine } from './places.ts'

/**
 * Everything of the outside world that the pipeline needs. Adapters implement these types and import nothing else of this package.
 * Common rule: an operation here does not reject because a dependency is away. It says so in its result, or it does without.
 */

/** Wall clock and waiting. A test's clock moves only when it is told to. */
export interface Clock {
  /** Milliseconds since 1970 (UTC). */
  now(): number
  /** Resolves after that many milliseconds, or at once when the signal is aborted. Never rejects. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>
  /** Aborts after that many milliseconds; `clear` frees the timer. */
  timeout(milliseconds: number): { signal: AbortSignal; clear(): void }
}

export interface Randomness {
  /** A fresh UUIDv7. */
  uuid(): string
  /** Hexadecimal characters from a cryptographic source. */
  hex(characters: number): string
  /** Evenly distributed in [0, 1): jitter, not secrets. */
  fraction(): number
}

// ---------------------------------------------------------------------------------------------------- flags and variants

/** What flags may look at. `id` is the user's pseudonym; nothing here is personal. */
export interface FlagAttributes {
  id: string
  product: Product
  tier: Tier
  locale: Locale
}

export interface ExperimentAssignment {
  experimentId: string
  variationId: string
}

export interface FlagValue {
  /** As the flag's JSON says; the pipeline validates it. `undefined`: the flag is not set for this user. */
  value: unknown
  /** Present when an experiment, not a plain rule, decided. */
  assignment?: ExperimentAssignment
}

/** Synchronous: evaluated from the payload in memory, whose absence means "everything off". */
export interface FeatureFlags {
  forUser(attributes: FlagAttributes): {
    /** `disabled`: master or product switch is off. `not-in-rollout`: on, but not for this user. */
    admission(product: Product): 'admitted' | 'disabled' | 'not-in-rollout'
    prompt(suggestion: SuggestionName): FlagValue
  }
}

/** Deny overrides of operators, evaluated before any flag; a copy of Postgres' rows, at most two seconds old. */
export interface DenyOverrides {
  denied(product: Product, suggestion: SuggestionName): { reason: string } | undefined
}

// ---------------------------------------------------------------------------------------------------- cache and flights

export interface CacheKey {
  /** Keyed hash over everything the answer depends on. */
  hash: string
  product: Product
  suggestion: SuggestionName
  /** The pseudonym of the one user whom the answer belongs to, or `shared`. */
  scope: { kind: 'shared' } | { kind: 'user'; userKey: string }
}

/** Items as the model wrote them: candidates under aliases, personal data under placeholders. No context. */
export interface CachedAnswer {
  answerId: string
  items: unknown[]
  model: string
  variant: string
  promptVersion: string
  simulated: boolean
  /** Milliseconds since 1970. */
  createdAt: number
  /** Fresh before this instant, stale from then on. */
  freshUntil: number
}

export interface SuggestionCache {
  /** Fresh or stale; `undefined` if there is none or the store does not answer within 50 ms. */
  get(key: CacheKey): Promise<CachedAnswer | undefined>
  /** Keeps the answer until `freshUntil` plus `staleSeconds`. */
  set(key: CacheKey, answer: CachedAnswer, staleSeconds: number): Promise<void>
  /** Forgets what is cached for that user alone, and what else is kept there of the user. The number of answers removed; `undefined`: the store did not answer, some may be left. */
  invalidateUser(product: Product, userKey: string): Promise<number | undefined>
  /** Forgets every answer of that id, or of that suggestion (and prompt version). The number removed; `undefined`: as above. */
  purge(target: { answerId: string } | { suggestion: SuggestionName; promptVersion?: string }): Promise<number | undefined>
  close(): Promise<void>
}

/** How a flight ended, as its followers see it. */
export type FlightEnd =
  | { outcome: 'answered'; answer: Omit<CachedAnswer, 'items'>; complete: boolean; reason?: FallbackReason }
  | { outcome: 'failed'; reason: FallbackReason }

export type FlightEvent =
  | { type: 'item'; index: number; item: unknown }
  | { type: 'end'; end: FlightEnd }
  /** The leader is gone, or may not spend while this follower may: this one leads now, after the items already seen. */
  | { type: 'lead'; leader: FlightLeader }

export interface FlightLeader {
  publish(index: number, item: unknown): void
  finish(end: FlightEnd): void
  /** Gives the lead to a follower that may spend (`maySpend`), if there is one; `false`: nobody, the flight is over. */
  handOver(end: FlightEnd): boolean
}

export interface Flights {
  /** One leader per key at a time; everybody else follows and gets every item from the first. */
  join(
    key: string,
    options: { maySpend: boolean },
  ): Promise<{ role: 'leader'; leader: FlightLeader } | { role: 'follower'; events: AsyncIterable<FlightEvent> }>
}

// ---------------------------------------------------------------------------------------------------- quotas

/** At most `limit` at once, and `limit` in a window on average. */
export interface Quota {
  limit: number
  windowMs: number
}

/** What each user of a product, and each product as a whole, may ask. Empty: as much as they like. */
export interface QuotaSettings {
  user: readonly Quota[]
  product: readonly Quota[]
}

export interface QuotaSubject {
  product: Product
  userKey: string
  kind: 'suggestion' | 'feedback'
}

export type QuotaDecision = { allowed: true } | { allowed: false; whose: 'user' | 'product'; retryAfterMs: number }

/** Counted over all replicas; by each process for itself while the store is away. Asked at the doors, before anything else is done. */
export interface Quotas {
  take(subject: QuotaSubject): Promise<QuotaDecision>
}

// ---------------------------------------------------------------------------------------------------- Claude

export type Effort = 'low' | 'medium' | 'high'

export interface ModelRequest {
  model: string
  /** Instructions, written by us. */
  system: string
  /** The caller's data: JSON inside a delimiter. */
  data: string
  /** JSON schema of the whole answer, within the Messages API's limits. */
  schema: object
  maxOutputTokens: number
  effort: Effort
  /** Opaque pseudonym of the user. */
  userKey: string
}

/**
 * How an attempt ended; decides what it is charged.
 * `complete`: usage is exact. `rejected`: nothing was generated, nothing is charged. `unknown`: it may be billed.
 */
export type ModelOutcome =
  | { kind: 'complete'; usage: MessagesUsage; stopReason: string; contentEmpty: boolean }
  | {
      kind: 'rejected'
      cause: 'connection-refused' | 'rate-limited' | 'spend-cap' | 'overloaded' | 'authentication' | 'billing' | 'bad-request'
      status?: number
      retryAfterMs?: number
    }
  | {
      kind: 'unknown'
      cause: 'timeout' | 'connection-reset' | 'server-error' | 'stream-error' | 'cut-stream'
      status?: number
      /** Exact input usage, if the answer had begun. */
      startUsage?: MessagesUsage
    }

export type ModelEvent = { type: 'text'; text: string } | { type: 'end'; outcome: ModelOutcome; providerRequestId?: string }

export interface LanguageModel {
  /** Set when a simulator answers instead of Claude. */
  readonly simulated: boolean
  /** One attempt, never retried here. Yields text as it comes and exactly one `end`, last. Never throws. */
  ask(request: ModelRequest, signal: AbortSignal): AsyncIterable<ModelEvent>
}

// ---------------------------------------------------------------------------------------------------- money

export interface ReservationRequest {
  /** UUIDv7 of the attempt: the ledger row's key, and what makes a repeated reservation harmless. */
  attemptId: string
  suggestionId: string
  product: Product
  suggestion: SuggestionName
  userKey: string
  tier: Tier
  model: string
  variant: string
  promptVersion: string
  /** Upper bound of the attempt's cost in pico-dollars (10^-12 USD). */
  worstCase: bigint
  /** Where it stands among this process's callers of the product who wait for the rate; absent: nobody waits, and it does not either. */
  line?: RateLine
}

export type ReservationRefusal =
  | 'disabled'
  | 'breaker-open'
  | 'rate-limited'
  | 'budget-exhausted'
  | 'budget-held'
  | 'accounting-unavailable'

export type ReservationDecision =
  | { granted: true }
  /** `retryAfterMs`: the earliest moment at which asking again can make sense, where that is known. */
  | { granted: false; reason: ReservationRefusal; retryAfterMs?: number }

export interface Settlement {
  attemptId: string
  outcome:
    | 'complete'
    | 'truncated'
    | 'refused'
    | 'rejected'
    | 'timeout'
    | 'connection-reset'
    | 'server-error'
    | 'stream-error'
    | 'cut-stream'
  /** Pico-dollars. `whole-reservation` where nothing better is known. */
  charge: bigint | 'whole-reservation'
  /** `true` where the charge is not computed from complete usage. */
  estimated: boolean
  /** What the breaker and the limiter learn. `hold-open`: until an operator acts. */
  signal: 'success' | 'failure' | 'none' | 'hold-open'
  usage?: MessagesUsage
  stopReason?: string
  providerRequestId?: string
  /** Remarks of the price computation, such as `refusal-not-billed`. */
  flags: string[]
  /** Do not admit calls before this many milliseconds have passed (429 with retry-after). */
  pauseMs?: number
}

/** The one place that decides whether money may be spent. One round trip each; safe to repeat. */
export interface Gate {
  reserve(request: ReservationRequest): Promise<ReservationDecision>
  /** Books the attempt to its reservation's own day. Kept and repeated by the adapter until Postgres has it. */
  settle(settlement: Settlement): Promise<void>
}

/** Whether the forecast lets this user cause new spending today; decided per user and day. */
export interface SpendingSample {
  maySpend(userKey: string): boolean
}

// ---------------------------------------------------------------------------------------------------- records

export interface ExposureRecord {
  id: string
  userKey: string
  product: Product
  suggestion: SuggestionName
  experimentId: string
  variationId: string
  at: number
}

export interface FeedbackRecord {
  id: string
  suggestionId: string
  product: Product
  suggestion: SuggestionName
  userKey: string
  type: FeedbackType
  itemIndex?: number
  /** dwell: milliseconds; rate: 1 to 5; convert: USD. */
  value?: number
  experiments: ExperimentAssignment[]
  /** Empty: the answer ended before a prompt was chosen. */
  variant: string
  at: number
}

/** One answer that left, whatever its source. */
export interface ServedRecord {
  suggestionId: string
  product: Product
  suggestion: SuggestionName
  userKey: string
  tier: Tier
  locale: Locale
  source: 'claude' | 'cache' | 'stale' | 'template' | 'off'
  reason?: Reason
  /** Empty, as the version: the answer ended before a prompt was chosen. */
  variant: string
  promptVersion: string
  items: number
  milliseconds: number
  at: number
  /** The model's answer that was shown, its own or a cached one; by it a reported answer is purged. */
  answerId?: string
}

/** What kind and where; never the text. */
export interface SecurityRecord {
  id: string
  product: Product
  suggestion: SuggestionName
  userKey: string
  kind: 'personal-data' | 'secret' | 'sensitive-words' | 'injection' | 'safety-error' | 'output-rejected'
  /** Path of the field, or the name of the output check. */
  where: string
  action: 'redacted' | 'refused' | 'flagged' | 'dropped'
  at: number
}

export interface Records {
  /** Buffered; once per user, experiment and variation. */
  exposure(record: ExposureRecord): void
  /** Buffered. */
  served(record: ServedRecord): void
  /** Buffered. */
  security(record: SecurityRecord): void
  /** Resolves when the events are safe: in Postgres or, while it is away, in the spool. A known id changes nothing. */
  feedback(records: FeedbackRecord[]): Promise<void>
}

// ---------------------------------------------------------------------------------------------------- observation

/** Facts for telemetry. No texts, no context, no ids of people. */
export type LifecycleEvent =
  | { type: 'stage'; suggestion: SuggestionName; stage: string; milliseconds: number; outcome: string }
  | {
      type: 'answered'
      suggestion: SuggestionName
      product: Product
      source: ServedRecord['source']
      reason?: Reason
      milliseconds: number
      /** Empty: the answer ended before a prompt was chosen. */
      variant: string
    }
  | {
      type: 'attempt'
      suggestion: SuggestionName
      product: Product
      model: string
      outcome: Settlement['outcome']
      milliseconds: number
      firstTokenMilliseconds?: number
      /** Pico-dollars; `undefined` when the whole reservation was booked. */
      charge?: bigint
      usage?: MessagesUsage
    }
  | { type: 'reservation-refused'; suggestion: SuggestionName; reason: ReservationRefusal }
  | { type: 'item-dropped'; suggestion: SuggestionName; check: string }
  | { type: 'flag-rejected'; suggestion: SuggestionName; flag: string; problem: string }
  | { type: 'safety'; suggestion: SuggestionName; kind: SecurityRecord['kind']; action: SecurityRecord['action'] }

export interface Observer {
  on(event: LifecycleEvent): void
}

export interface Ports {
  clock: Clock
  randomness: Randomness
  flags: FeatureFlags
  denyOverrides: DenyOverrides
  cache: SuggestionCache
  flights: Flights
  model: LanguageModel
  gate: Gate
  sample: SpendingSample
  places: Places
  records: Records
  observer: Observer
}
