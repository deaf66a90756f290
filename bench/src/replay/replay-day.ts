import { createMemorySuggestionCache } from '@inkling/cache'
import { defaultPayload, growthBookFeatureFlags, type PromptExperiment } from '@inkling/experiments'
import { registry } from '@inkling/prompts'
import { createPipeline, deriveKeys, FairPlaces, type Pipeline, systemRandomness } from '@inkling/suggestions'
import type { Ports } from '@inkling/suggestions/ports'
import type { Ask } from '../traffic/day-of-traffic.ts'
import { templateModel } from './template-model.ts'

export interface ReplayOptions {
  /** Fresh for that many times as long as the suggestion says. */
  lifetime?: number
  /** Without the canonical form of contexts: only the same text twice is the same request. */
  literalKeys?: boolean
  /** Without the running experiment. */
  singlePrompt?: boolean
}

export interface ReplayResult extends Counts {
  /** By suggestion's name. */
  suggestions: Map<string, Counts & { scope: 'shared' | 'user' }>
}

export interface Counts {
  asks: number
  /** Answered fresh from the cache: at once and without a call. */
  hits: number
  /** Answered at once from the cache while one call renewed the answer. */
  renewed: number
}

const model = 'claude-haiku-5-5'
const chef = registry.coocook.chefRecommendation
// As in the embedded deployment: one experiment, two arms.
const chefExperiment: PromptExperiment = { suggestion: chef.name, key: 'coocook-chef-prompt-202611', variants: ['ranked', 'concierge'] }
// Midnight of a Monday (UTC): answers that depend on the day are the same in every replay.
const dayStart = Date.UTC(2026, 10, 30)
const products = Object.keys(registry) as (keyof typeof registry)[]

/** A day through the real pipeline, one ask after the other on a clock of its own; what is cached stays for its lifetime, as in Redis. */
export async function replayDay(day: readonly Ask[], options: ReplayOptions = {}): Promise<ReplayResult> {
  const keys = deriveKeys('a secret of the replay, at least 32 bytes')
  let current: Ask | undefined
  const clock = { now: () => dayStart + (current?.at ?? 0) }
  const settings = {
    keys,
    models: { default: model, escalation: 'claude-sonnet-5-5' },
    personalData: 'redact' as const,
    timeoutMilliseconds: 10_000,
  }
  const pipeline = createPipeline(
    portsOf(clock, () => current!, options),
    settings,
  )
  const result: ReplayResult = { asks: 0, hits: 0, renewed: 0, suggestions: new Map() }
  for (const ask of day) {
    current = ask
    count(result, ask, await sourceOf(pipeline, ask, keys.userKey(ask.product, ask.userId)))
    // What renews a stale answer goes on after it was shown; nothing of it waits for anything.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return result
}

async function sourceOf(pipeline: Pipeline, ask: Ask, userKey: string): Promise<'cache' | 'stale' | 'claude'> {
  const { suggestion, context, product, locale } = ask
  const caller = { product, userKey, tier: 'standard', locale, sees: 'answer' } as const
  const { meta } = await pipeline.answer({ suggestion, context, caller, requestId: 'replay' })
  const isExpected = meta.source === 'cache' || meta.source === 'stale' || meta.source === 'claude'
  if (isExpected && meta.reason === undefined) return meta.source as 'cache' | 'stale' | 'claude'
  throw new Error(`${suggestion.name} answered from ${meta.source} (${meta.reason}): such a replay says nothing about the cache.`)
}

function count(result: ReplayResult, { suggestion }: Ask, source: 'cache' | 'stale' | 'claude'): void {
  const own = result.suggestions.get(suggestion.name) ?? { scope: suggestion.cacheScope, asks: 0, hits: 0, renewed: 0 }
  result.suggestions.set(suggestion.name, own)
  for (const counts of [result, own]) {
    counts.asks += 1
    if (source === 'cache') counts.hits += 1
    if (source === 'stale') counts.renewed += 1
  }
}

function portsOf(clock: { now(): number }, current: () => Ask, options: ReplayOptions): Ports {
  const experiments: PromptExperiment[] = options.singlePrompt ? [] : [chefExperiment]
  const payload = defaultPayload({ products, experiments })
  return {
    clock: { ...clock, wait: async () => {}, timeout: () => ({ signal: new AbortController().signal, clear: () => {} }) },
    randomness: systemRandomness,
    flags: growthBookFeatureFlags({ source: { payload: () => payload } }),
    denyOverrides: { denied: () => undefined },
    cache: cacheOf(clock, current, options),
    flights: { join: async () => ({ role: 'leader', leader: { publish: () => {}, finish: () => {}, handOver: () => false } }) },
    model: templateModel(() => ({ ...current(), now: clock.now() })),
    gate: { reserve: async () => ({ granted: true }), settle: async () => {} },
    sample: { maySpend: () => true },
    places: new FairPlaces(1),
    records: { exposure: () => {}, served: () => {}, security: () => {}, feedback: async () => {} },
    observer: { on: () => {} },
  }
}

function cacheOf(clock: { now(): number }, current: () => Ask, { lifetime = 1, literalKeys = false }: ReplayOptions): Ports['cache'] {
  const memory = createMemorySuggestionCache({ now: clock.now, maxEntries: 1e6, maxBytes: 1e9 })
  const adapt = (key: Parameters<typeof memory.get>[0]) =>
    literalKeys ? { ...key, hash: `${key.hash} ${JSON.stringify(current().context)}` } : key
  return {
    ...memory,
    get: (key) => memory.get(adapt(key)),
    set: (key, answer, staleSeconds) => {
      const freshUntil = answer.createdAt + (answer.freshUntil - answer.createdAt) * lifetime
      return memory.set(adapt(key), { ...answer, freshUntil }, staleSeconds)
    },
  }
}
