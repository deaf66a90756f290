import { readFileSync } from 'node:fs'
import type { Locale, SuggestionName } from '@inkling/contracts'
import { costOfUsage, formatUsd } from '@inkling/cost'
import { type RoadmapEstimate, roadmapAverageUsd, roadmapEstimates, roadmapModel } from './roadmap-estimates.ts'

/** The tokens of one call, as the provider counts them. */
export interface MeasuredRun {
  variant: string
  locale: Locale
  inputTokens: number
  outputTokens: number
}

/** What a suggestion's example took in every variant and language. */
export interface TypicalUsage {
  model: string
  runs: MeasuredRun[]
}

/** The middle over all variants and languages, at the prices of one day. */
export interface TypicalCost {
  model: string
  inputTokens: number
  outputTokens: number
  /** Exact, in pico-dollars (10^-12 USD). */
  picoUsd: bigint
}

/** Where the script `npm run costs` keeps what it measured. */
export const typicalUsageFile = new URL('./typical-usage.json', import.meta.url)

const typicalUsage = JSON.parse(readFileSync(typicalUsageFile, 'utf8')) as Record<string, TypicalUsage>

/** Undefined for a suggestion that has not been measured; a test names it. */
export function typicalUsageOf(name: SuggestionName): TypicalUsage | undefined {
  return Object.hasOwn(typicalUsage, name) ? typicalUsage[name] : undefined
}

/** At the prices of that instant, or of a UTC day written as `YYYY-MM-DD`. */
export function typicalCostOf({ model, runs }: TypicalUsage, at: Date | string): TypicalCost {
  const inputTokens = middleOf(runs.map((run) => run.inputTokens))
  const outputTokens = middleOf(runs.map((run) => run.outputTokens))
  return { model, inputTokens, outputTokens, picoUsd: priceOf(model, inputTokens, outputTokens, at) }
}

/** Exact, in pico-dollars. Throws for a model or a day without a price: a page must not show a cost of zero. */
export function priceOf(model: string, inputTokens: number, outputTokens: number, at: Date | string): bigint {
  const cost = costOfUsage({ model, usage: { input_tokens: inputTokens, output_tokens: outputTokens }, at })
  if (!cost.ok) throw new Error(`${model}: ${cost.message}`)
  return cost.picoUsd
}

/** The median; of an even number of values the greater of the middle two, so that no estimate is on the low side. */
function middleOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}

/** As OpenAPI carries it under `x-inkling-typical-cost`, beside what the roadmap expected. */
export function describeTypicalCost(name: SuggestionName, usage: TypicalUsage, at: Date): Record<string, unknown> {
  const { model, inputTokens, outputTokens, picoUsd } = typicalCostOf(usage, at)
  const estimate = roadmapEstimates[name]
  const roadmap = {
    averageUsd: roadmapAverageUsd,
    ...(estimate && { ...estimate, usdAtItsPrices: formatUsd(roadmapCostOf(estimate)) }),
  }
  return { model, inputTokens, outputTokens, usd: formatUsd(picoUsd), roadmap }
}

/** What a row of the roadmap costs at the prices that stand above it there. */
export function roadmapCostOf({ inputTokens, outputTokens }: RoadmapEstimate): bigint {
  return priceOf(roadmapModel.model, inputTokens, outputTokens, roadmapModel.day)
}
