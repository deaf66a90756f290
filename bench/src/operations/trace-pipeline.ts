import { createMemorySuggestionCache } from '@inkling/cache'
import { defaultPayload, growthBookFeatureFlags } from '@inkling/experiments'
import { registry } from '@inkling/prompts'
import {
  createPipeline,
  type DerivedKeys,
  deriveKeys,
  FairPlaces,
  type Pipeline,
  systemClock,
  systemRandomness,
} from '@inkling/suggestions'
import type { ModelEvent, ModelRequest, Ports } from '@inkling/suggestions/ports'
import { median } from '../statistics.ts'

const chef = registry.coocook.chefRecommendation
const model = 'claude-haiku-5-5'
const keys = deriveKeys('a secret of the benchmark, at least 32 bytes')
const caller = { product: 'coocook', userKey: keys.userKey('coocook', 'bench'), tier: 'standard', locale: 'en', sees: 'answer' } as const
const request = { suggestion: chef, context: chef.example, caller, requestId: 'bench' }

export interface PipelineTrace {
  /** Median microseconds of the way between two moments that the ports see. */
  segments: Map<string, number>
  suggestionId: string
  suggestionIdKey: DerivedKeys['suggestionId']
  /** As it went to the model. */
  modelRequest: ModelRequest
}

/**
 * The real pipeline over ports in memory, which note when they are called: the time of every step without a door, network or database.
 * Flags are GrowthBook's with one experiment, the cache is the one of the process.
 */
export async function tracePipeline(milliseconds: number): Promise<PipelineTrace> {
  const cached = createTrace()
  const ports = portsOf(cached)
  const pipeline = createPipeline(ports, settings())
  const { suggestionId, meta } = await pipeline.answer(request)
  if (meta.source !== 'claude') throw new Error(`The pipeline in process answered from ${meta.source} instead of the scripted model.`)
  const modelRequest = ports.asked()
  await repeat(milliseconds, 'cache', cached, pipeline)

  const live = createTrace()
  const livePipeline = createPipeline({ ...portsOf(live), cache: emptyCache }, settings())
  await repeat(milliseconds, 'claude', live, livePipeline)

  const off = createTrace()
  const offPipeline = createPipeline({ ...portsOf(off), denyOverrides: { denied: () => ({ reason: 'bench' }) } }, settings())
  await repeat(milliseconds, 'off', off, offPipeline)

  const segments = new Map([
    ['whole way of a cached answer', cached.between('begin', 'answered')],
    ['  admit', cached.between('begin', 'admit')],
    ['  check input: schema, safety, aliases', cached.between('admit', 'check-input')],
    ['  assign variant: GrowthBook, prompt version', cached.between('check-input', 'assign-variant')],
    ['  cache key', cached.between('assign-variant', 'cache get')],
    ['  cache get in process', cached.between('cache get', 'look-up-cache')],
    ['  finish: seal id, real candidate ids, meta', cached.between('look-up-cache', 'answered')],
    ['suggestion id seal (an answer that is off)', off.between('admit', 'answered')],
    ['render prompt and upper bound (live)', live.between('place', 'reserve')],
    ['whole way of a live answer, nothing waited for', live.between('begin', 'answered')],
  ])
  return { segments, suggestionId, suggestionIdKey: keys.suggestionId, modelRequest }
}

async function repeat(milliseconds: number, source: string, trace: { begin(): void }, pipeline: Pipeline): Promise<void> {
  const end = performance.now() + milliseconds
  while (performance.now() < end) {
    trace.begin()
    const { meta } = await pipeline.answer(request)
    if (meta.source !== source) throw new Error(`The pipeline in process answered from ${meta.source} instead of ${source}.`)
  }
}

function createTrace() {
  const moments = new Map<string, number[]>()
  // The first fifth ran before the code was compiled well.
  const settled = (values: number[] = []) => values.slice(Math.floor(values.length / 5))
  const note = (name: string) => {
    const of = moments.get(name)
    if (of) of.push(performance.now())
    else moments.set(name, [performance.now()])
  }
  return {
    note,
    /** A way before this one that was not begun here does not count. */
    begin() {
      if (!moments.has('begin')) moments.clear()
      note('begin')
    },
    between(from: string, to: string): number {
      const [starts, ends] = [settled(moments.get(from)), settled(moments.get(to))]
      return median(starts.map((start, index) => ((ends[index] ?? start) - start) * 1000))
    },
  }
}

const settings = () => ({
  keys,
  models: { default: model, escalation: 'claude-sonnet-5-5' },
  personalData: 'redact' as const,
  timeoutMilliseconds: 10_000,
})

const emptyCache: Ports['cache'] = {
  get: async () => undefined,
  set: async () => {},
  invalidateUser: async () => 0,
  purge: async () => 0,
  close: async () => {},
}

function portsOf(trace: { note(name: string): void }): Ports & { asked(): ModelRequest } {
  const memory = createMemorySuggestionCache()
  const places = new FairPlaces(1)
  let asked: ModelRequest | undefined
  const payload = defaultPayload({
    products: ['coocook'],
    experiments: [{ suggestion: chef.name, key: 'coocook-chef-prompt-202611', variants: ['ranked', 'concierge'] }],
  })
  return {
    clock: systemClock,
    randomness: systemRandomness,
    flags: growthBookFeatureFlags({ source: { payload: () => payload } }),
    denyOverrides: { denied: () => undefined },
    cache: {
      ...emptyCache,
      get: (key) => {
        trace.note('cache get')
        return memory.get(key)
      },
      set: (key, answer, staleSeconds) => memory.set(key, answer, staleSeconds),
    },
    flights: { join: async () => ({ role: 'leader', leader: { publish: () => {}, finish: () => {}, handOver: () => false } }) },
    model: {
      simulated: true,
      async *ask(modelRequest) {
        asked = modelRequest
        yield* scriptedAnswer
      },
    },
    gate: {
      reserve: async () => {
        trace.note('reserve')
        return { granted: true }
      },
      settle: async () => {},
    },
    sample: { maySpend: () => true },
    places: {
      async take(product, signal) {
        const place = await places.take(product, signal)
        trace.note('place')
        return place
      },
      waiting: (product) => places.waiting(product),
      first: (product, signal) => places.first(product, signal),
    },
    records: { exposure: () => {}, served: () => {}, security: () => {}, feedback: async () => {} },
    observer: {
      on: (event) => {
        if (event.type === 'stage') trace.note(event.stage)
        else if (event.type === 'answered') trace.note('answered')
      },
    },
    asked: () => asked!,
  }
}

const items = [
  { chefId: 'c1', reasoning: 'Tagged vegetarian menus and Italian; standard level fits 30 USD a guest for four.', confidence: 0.86 },
  { chefId: 'c4', reasoning: 'Budget level with family style plates, and vegetarian by its own tag.', confidence: 0.8 },
  { chefId: 'c6', reasoning: 'Brings a pizza oven; ask before booking whether meatless toppings are planned.', confidence: 0.61 },
]
const scriptedAnswer: ModelEvent[] = [
  { type: 'text', text: JSON.stringify({ items }) },
  {
    type: 'end',
    outcome: { kind: 'complete', usage: { input_tokens: 900, output_tokens: 200 }, stopReason: 'end_turn', contentEmpty: false },
    providerRequestId: 'bench',
  },
]
