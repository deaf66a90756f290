import {
  type RoadmapEstimate,
  roadmapAverageUsd,
  roadmapEstimates,
  roadmapModel,
} from '../../apps/api/src/documentation/roadmap-estimates.ts'
import {
  priceOf,
  roadmapCostOf,
  type TypicalCost,
  type TypicalUsage,
  typicalCostOf,
} from '../../apps/api/src/documentation/typical-cost.ts'
import { formatUsd, priceTable } from '../../packages/cost/src/index.ts'
import { suggestions } from '../../packages/prompts/src/index.ts'
import { type Column, markdownTable } from './markdown-table.ts'

/** The page `docs/SUGGESTION_COSTS.md`, of what has been measured. */
export function renderCosts(measured: Readonly<Record<string, TypicalUsage>>): string {
  const day = priceTable.compiledOn
  const measuredOnes = suggestions.filter(({ name }) => Object.hasOwn(measured, name))
  const costs = measuredOnes.map(({ name, path }) => ({ name, path, cost: typicalCostOf(measured[name]!, day) }))
  const dearest = costs.reduce((most, next) => (next.cost.picoUsd > most.cost.picoUsd ? next : most))
  return `# What a suggestion costs

Written by \`npm run costs\`; a test measures again and fails when this page is out of date.

A call is one answer written by the model; an answer from the cache or the template costs nothing. Tokens are the median over every prompt
variant in English and Korean, each with the suggestion's own example sent through the real pipeline to the simulator, whose token counts are
estimates. Prices are those of ${day}; amounts are exact.

The roadmap planned with ${roadmapModel.model} at $3 and $15 per million tokens and an average of $${roadmapAverageUsd} a call
($${formatUsd(roadmapMean())} when its rows are computed again). The dearest suggestion here, ${dearest.path}, costs $${formatUsd(dearest.cost.picoUsd)}.

${markdownTable(
  summaryColumns,
  costs.map(({ name, path, cost }) => summaryRow(path, cost, roadmapEstimates[name])),
)}

Three of the roadmap's five rows are not what its own prices give; the last column is.

## Each variant

${markdownTable(
  runColumns,
  measuredOnes.flatMap(({ name, path }) => runRows(path, measured[name]!, day)),
)}
`
}

function roadmapMean(): bigint {
  const costs = Object.values(roadmapEstimates).map(roadmapCostOf)
  return costs.reduce((sum, cost) => sum + cost, 0n) / BigInt(costs.length)
}

const text = (title: string): Column => ({ title })
const numeric = (title: string): Column => ({ title, numeric: true })

const summaryColumns = [
  ...[text('Suggestion'), text('Model'), numeric('Input'), numeric('Output'), numeric('Cost of a call')],
  ...[numeric('Roadmap: tokens'), numeric('as printed'), numeric('at its own prices')],
]

function summaryRow(path: string, cost: TypicalCost, estimate: RoadmapEstimate | undefined) {
  const planned = estimate && [
    `${estimate.inputTokens} + ${estimate.outputTokens}`,
    `$${estimate.statedUsd}`,
    `$${formatUsd(roadmapCostOf(estimate))}`,
  ]
  return [path, cost.model, cost.inputTokens, cost.outputTokens, `$${formatUsd(cost.picoUsd)}`, ...(planned ?? [])]
}

const runColumns = [
  ...[text('Suggestion'), text('Variant'), text('Language')],
  ...[numeric('Input'), numeric('Output'), numeric('Cost of a call')],
]

function runRows(path: string, { model, runs }: TypicalUsage, day: string) {
  return runs.map(({ variant, locale, inputTokens, outputTokens }) => [
    ...[path, variant, locale, inputTokens, outputTokens],
    `$${formatUsd(priceOf(model, inputTokens, outputTokens, day))}`,
  ])
}
