import type { Answer, AnswerEvent, AnswerSource, Consent, Locale, Product, Reason, StageTiming, Tier } from '@inkling/contracts'
import type { AliasedCandidates, EffectivePrompt, Suggestion } from '@inkling/prompts'
import type { CachedAnswer, CacheKey, ExperimentAssignment, FeatureFlags } from './ports.ts'

/** Who asks: what a verified token says, the user already a pseudonym. */
export interface Caller {
  product: Product
  /** HMAC of product and user id: see `deriveKeys`. */
  userKey: string
  tier: Tier
  locale: Locale
  /** Absent: granted. `none`: no experiment, so the control prompt and no exposure. */
  consent?: Consent
  /** May see cost, model, variant and stages. */
  sees: 'answer' | 'everything'
}

export interface SuggestionRequest {
  suggestion: Suggestion
  /** The caller's context as it came, unchecked. */
  context: unknown
  /** The JSON text that `context` was read from, where the door has it: what is known of it need not be written anew. */
  contextJson?: string
  caller: Caller
  requestId: string
  /**
   * Aborted when nobody waits for the answer any more. A call to Claude that was begun goes on, it is paid for; who still waits for one gives
   * up the place. A function: most requests are answered without it.
   */
  left?: (() => AbortSignal) | undefined
}

/** The pipeline as a door uses it. Both throw a `CallerError` for a caller's mistake, before the first event, and nothing else. */
export interface Pipeline {
  stream(request: SuggestionRequest): AsyncIterable<AnswerEvent>
  answer(request: SuggestionRequest): Promise<Answer>
}

/** An answer that a stage gives instead of letting the request go on. */
export interface Ending {
  source: AnswerSource
  reason?: Reason
}

export type StageResult<State> = { continue: State } | { end: Ending }

/** A request on its way; each stage adds what the next ones need. */
export interface Admitted extends SuggestionRequest {
  /** UUIDv7; the signed form is what leaves. */
  suggestionId: string
  startedAt: number
  timings: StageTiming[]
  /** Of this user, as they stood when the request came. */
  flags: ReturnType<FeatureFlags['forUser']>
}

export interface Checked extends Admitted {
  /** Cleaned and redacted; candidates under their real ids. For templates and checks. */
  input: unknown
  /** The same with candidates under aliases: all that may leave the process. */
  aliased: AliasedCandidates<unknown>
  /** The keyed hash under which the context is known to be valid and clean as it came; absent where it is not known as such. */
  contextKey: string | undefined
  /** The language that the answer is written in. */
  answerLocale: Locale
  redactions: { placeholder: string; field: string; start: number; end: number }[]
  /** Fewer than the suggestion's own minimum where fewer candidates are offered. */
  minimumItems: number
  maximumItems: number
}

export interface Assigned extends Checked {
  prompt: EffectivePrompt
  model: string
  promptVersion: string
  experiments: ExperimentAssignment[]
}

export interface LookedUp extends Assigned {
  cacheKey: CacheKey
  stale: CachedAnswer | undefined
}

export interface RenderedPrompt {
  system: string
  data: string
  canary: string
}
