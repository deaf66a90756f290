import { createAnthropicLanguageModel } from '@inkling/claude'
import { startSimulator } from '@inkling/claude-simulator'
import { locales } from '@inkling/contracts'
import { type Suggestion, suggestions } from '@inkling/prompts'
import { createPipeline, deriveKeys, type Pipeline } from '@inkling/suggestions'
import { countingRandomness, fakePorts, ManualClock } from '@inkling/suggestions/testing'
import type { MeasuredRun, TypicalUsage } from '../documentation/typical-cost.ts'

// A fixed moment and counted randomness: prompts name days and delimiters, and the same sources must give the same tokens again.
const moment = Date.UTC(2026, 10, 22, 12)
const models = { default: 'claude-haiku-5-5', escalation: 'claude-sonnet-5-5' }
const keys = deriveKeys('a secret of the measurement, at least 32 bytes')
// A million calls a minute: the simulator's own limits are not what is measured.
const unlimited = { requestsPerMinute: 1e6, inputTokensPerMinute: 1e10, outputTokensPerMinute: 1e10 }

/** Sends the example of every suggestion through the real pipeline to the simulator, once in each variant and language. */
export async function measureUsage(): Promise<Record<string, TypicalUsage>> {
  const simulator = await startSimulator({ latency: 'none', rateLimits: unlimited, now: () => moment })
  try {
    const measured: Record<string, TypicalUsage> = {}
    for (const suggestion of suggestions) measured[suggestion.name] = await measureSuggestion(suggestion, simulator.url)
    return measured
  } finally {
    await simulator.close()
  }
}

async function measureSuggestion(suggestion: Suggestion, baseURL: string): Promise<TypicalUsage> {
  const runs: MeasuredRun[] = []
  for (const variant of Object.keys(suggestion.variants)) {
    for (const locale of locales) runs.push(await measureRun(suggestion, baseURL, { variant, locale }))
  }
  return { model: models[suggestion.model], runs }
}

async function measureRun(
  suggestion: Suggestion,
  baseURL: string,
  { variant, locale }: Pick<MeasuredRun, 'variant' | 'locale'>,
): Promise<MeasuredRun> {
  const caller = { product: suggestion.product, userKey: 'measurement', tier: 'standard', locale, sees: 'everything' } as const
  const request = { suggestion, context: suggestion.example, caller, requestId: 'measurement' }
  const { items, meta } = await pipelineFor(variant, baseURL).answer(request)
  // What a template added was never paid for: such a run is not typical, and the example or the simulator is to be mended.
  if (meta.source !== 'claude' || meta.templateItems?.length || !meta.usage)
    throw new Error(
      `${suggestion.name}, variant ${variant}, ${locale}: ${items.length} items from ${meta.source} (${meta.reason ?? 'no reason'}) instead of a whole answer of the model.`,
    )
  const { inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens } = meta.usage
  return { variant, locale, inputTokens: inputTokens + cacheReadTokens + cacheWriteTokens, outputTokens }
}

function pipelineFor(variant: string, baseURL: string): Pipeline {
  const clock = new ManualClock(moment)
  const model = createAnthropicLanguageModel({ apiKey: 'simulator', baseURL, simulated: true })
  const ports = { ...fakePorts({ prompt: { value: { variant } } }), clock, randomness: countingRandomness(clock), model }
  return createPipeline(ports, { keys, models, personalData: 'redact', timeoutMilliseconds: 10_000 })
}
