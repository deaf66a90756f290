import { createHash, createHmac, type KeyObject } from 'node:crypto'
import type { Locale } from '@inkling/contracts'
import type { EffectivePrompt, Suggestion } from '@inkling/prompts'
import { Generations } from './generations.ts'
import type { CacheKey } from './ports.ts'
import { frameVersion } from './prompt-frame.ts'
import type { Caller } from './request.ts'

// Raised whenever the rules of input or output checks change what may be shown.
const safetyPolicyVersion = '2026-11-22'

// By instructions, which are the same few strings in every request; hashing them each time would cost as much as the cache key itself.
const knownVersions = new Map<string, { parameters: string; version: string }>()
// A flag may carry new instructions with every publication.
const mostKnownVersions = 500

/** Names exactly what a prompt asks: instructions, frame, parameters and answer schema. */
export function promptVersionOf(suggestion: Suggestion, prompt: EffectivePrompt, model: string): string {
  const parameters = `${suggestion.name} ${prompt.effort} ${prompt.maxOutputTokens} ${model}`
  const known = knownVersions.get(prompt.instructions)
  if (known?.parameters === parameters) return known.version
  const version = hashOf(suggestion, prompt, model)
  if (knownVersions.size >= mostKnownVersions) knownVersions.clear()
  knownVersions.set(prompt.instructions, { parameters, version })
  return version
}

function hashOf(suggestion: Suggestion, prompt: EffectivePrompt, model: string): string {
  const parts = [prompt.instructions, frameVersion, prompt.effort, prompt.maxOutputTokens, suggestion.schemaVersion, model]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12)
}

// Some 200 bytes each.
const mostKnownKeys = 20_000

/** Hashes of contexts that came before, by the key under which the context is known: nothing has to be serialised and hashed again. */
export class KnownCacheKeys {
  readonly #hashes = new Generations<string>(mostKnownKeys)
  readonly #key: KeyObject

  constructor(key: KeyObject) {
    this.#key = key
  }

  /** As {@link cacheKeyOf}. `contextKey`: see `Checked`. */
  keyOf(request: KeyedRequest, contextKey: string | undefined): CacheKey {
    const { suggestion, promptVersion, model, answerLocale } = request
    // Facts of the hour go into the key and are not part of the context.
    if (contextKey === undefined || suggestion.cacheScope === 'user' || suggestion.facts) return cacheKeyOf(this.#key, request)
    const name = `${contextKey} ${promptVersion} ${model} ${answerLocale}`
    const hash = this.#hashes.get(name)
    if (hash !== undefined) return { hash, product: suggestion.product, suggestion: suggestion.name, scope: { kind: 'shared' } }
    const key = cacheKeyOf(this.#key, request)
    this.#hashes.set(name, key.hash)
    return key
  }
}

interface KeyedRequest {
  suggestion: Suggestion
  caller: Caller
  promptVersion: string
  model: string
  aliasedInput: unknown
  answerLocale: Locale
}

/**
 * HMAC-SHA-256 over everything the answer depends on. The context goes in sanitised and with candidates under aliases, in the schema's own
 * order of fields, so that equal requests have equal keys and nobody without the key can test a guess.
 */
export function cacheKeyOf(key: KeyObject, request: KeyedRequest): CacheKey {
  const { suggestion, caller } = request
  const scope: CacheKey['scope'] = suggestion.cacheScope === 'user' ? { kind: 'user', userKey: caller.userKey } : { kind: 'shared' }
  const parts = [
    suggestion.name,
    request.promptVersion,
    suggestion.schemaVersion,
    request.model,
    safetyPolicyVersion,
    suggestion.safety,
    request.answerLocale,
    scope.kind === 'user' ? scope.userKey : null,
    request.aliasedInput,
  ]
  return {
    hash: createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url'),
    product: suggestion.product,
    suggestion: suggestion.name,
    scope,
  }
}
