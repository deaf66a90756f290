import { costOfUsage, upperBoundOfAttempt } from '@inkling/cost'
import { registry } from '@inkling/prompts'
import { detectInjection, findPersonalData } from '@inkling/safety'
import { openSuggestionId } from '@inkling/suggestions'
import { sampleText } from './sample-text.ts'
import { timeOperation } from './time-operation.ts'
import { tracePipeline } from './trace-pipeline.ts'

export interface OperationResult {
  name: string
  microseconds: number
}

export interface GrowthResult {
  name: string
  /** Time for one kB at each size, 1.0 at the first: flat where the operation is linear. */
  points: { kilobytes: number; microseconds: number; perKilobyte: number }[]
}

export interface OperationResults {
  /** The yardstick: `JSON.parse` of the example context. */
  yardstick: OperationResult
  operations: OperationResult[]
  growth: GrowthResult[]
}

const sizes = [2, 4, 8, 16]
const usage = { input_tokens: 912, output_tokens: 231, cache_creation_input_tokens: 0, cache_read_input_tokens: 512 }
const model = 'claude-haiku-5-5'

/** The steps of the hot path, one by one, in this process. */
export async function measureOperations(milliseconds: number, say: (text: string) => void): Promise<OperationResults> {
  const time = (name: string, operation: () => unknown): OperationResult => {
    say(`In process: ${name.trim()}`)
    return { name, microseconds: timeOperation(operation, milliseconds) }
  }
  const text = JSON.stringify(registry.coocook.chefRecommendation.example)
  const yardstick = time('JSON.parse of the example context', () => JSON.parse(text))
  say('In process: the pipeline')
  const { segments, suggestionId, suggestionIdKey, modelRequest } = await tracePipeline(milliseconds)
  const { system, data, schema, maxOutputTokens } = modelRequest
  const attempt = {
    model,
    promptTexts: [system, data],
    schemaJson: JSON.stringify(schema),
    blocks: 2,
    maxOutputTokens,
    inferenceGeo: 'global',
  }
  const at = new Date()
  const twoKilobytes = sampleText(2_048)
  const operations = [
    ...[...segments].map(([name, microseconds]) => ({ name, microseconds })),
    time('suggestion id open', () => opened(openSuggestionId(suggestionIdKey, suggestionId, Date.now()))),
    time('upper bound of an attempt', () => succeeded(upperBoundOfAttempt({ ...attempt, at }))),
    time('price of an answer', () => succeeded(costOfUsage({ model, usage, at, stopReason: 'end_turn', contentEmpty: false }))),
    time('personal data in 2 kB', () => findPersonalData(twoKilobytes)),
    time('injection in 2 kB', () => detectInjection(twoKilobytes)),
  ]
  const growth = [growthOf('personal data', findPersonalData), growthOf('injection', detectInjection)]
  return { yardstick, operations, growth }

  function growthOf(name: string, detect: (text: string) => unknown): GrowthResult {
    const timed = sizes.map((kilobytes) => {
      const sample = sampleText(kilobytes * 1_024)
      return { kilobytes, ...time(`${name} in ${kilobytes} kB`, () => detect(sample)) }
    })
    const first = (timed[0]?.microseconds ?? 1) / (timed[0]?.kilobytes ?? 1)
    const points = timed.map(({ kilobytes, microseconds }) => ({ kilobytes, microseconds, perKilobyte: microseconds / kilobytes / first }))
    return { name, points }
  }
}

/** A refusal would be quicker than the computation that it stands in for. */
function succeeded<Result extends { ok: boolean }>(result: Result): Result {
  if (!result.ok) throw new Error(`The computation of a price failed: ${JSON.stringify(result)}`)
  return result
}

function opened<Check extends { claims: unknown } | { problem: string }>(check: Check): Check {
  if ('problem' in check) throw new Error(`The suggestion id was refused: ${check.problem}`)
  return check
}
