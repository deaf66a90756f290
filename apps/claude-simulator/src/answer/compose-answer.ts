import { createHash } from 'node:crypto'
import type { PromptTokens } from '../accounting/prompt-cache.ts'
import { countTokens, splitTokens } from '../accounting/tokens.ts'
import type { FaultRule } from '../faults/fault-rules.ts'
import { cutText, nameForeignCandidate, nameInventedPerson, namePersonInText, spoilJson } from '../faults/spoil-text.ts'
import { generateFromSchema, type Length } from '../generator/generate-from-schema.ts'
import { type RequestFacts, readFacts } from '../generator/request-facts.ts'
import type { CheckedRequest, Effort, JsonObject, StopReason, Usage } from '../protocol.ts'
import { randomFrom } from '../random.ts'

/** Everything that an answer will say, before a byte of it is sent. */
export interface Answer {
  model: string
  thinking: { tokens: number; text: string } | null
  /** The visible block in tokens; null where the answer has no content. */
  tokens: string[] | null
  tool: string | null
  stopReason: StopReason
  stopSequence: string | null
  prompt: PromptTokens
  inferenceGeo: string
}

/** Tokens spent on thinking before the first word; estimates that keep the order of the effort levels. */
const thinkingTokens: Record<Effort, number> = { low: 60, medium: 240, high: 600, xhigh: 1_200, max: 2_400 }

// More than any prompt of ours can have, and still in the price band of short ones.
const excessTokens = 60_000

/** Writes the answer to a request. The same request gives the same answer; `rule` may spoil it. */
export function composeAnswer(request: CheckedRequest, prompt: PromptTokens, now: number, rule: FaultRule | null): Answer {
  const answer: Answer = {
    model: request.model,
    thinking: null,
    tokens: null,
    tool: request.forcedTool?.name ?? null,
    stopReason: request.forcedTool === null ? 'end_turn' : 'tool_use',
    stopSequence: null,
    prompt: rule?.kind === 'excess-usage' ? { ...prompt, uncached: prompt.uncached + excessTokens } : prompt,
    inferenceGeo: request.inferenceGeo,
  }
  if (rule?.kind === 'refusal' && rule.afterBytes === undefined) return { ...answer, stopReason: 'refusal' }

  if (request.thinking === 'adaptive' || request.thinking === 'enabled') {
    const tokens = Math.min(thinkingTokens[request.effort], request.maxTokens)
    answer.thinking = { tokens, text: request.thinkingShown ? 'Reading the request, then choosing what fits it best.' : '' }
    if (tokens === request.maxTokens) return { ...answer, stopReason: 'max_tokens' }
  }
  const room = request.maxTokens - (answer.thinking?.tokens ?? 0)
  let text = writeText(request, now, room, rule)
  const stop = request.stopSequences.filter((sequence) => text.includes(sequence)).sort((a, b) => text.indexOf(a) - text.indexOf(b))[0]
  if (stop !== undefined) {
    text = text.slice(0, text.indexOf(stop))
    answer.stopReason = 'stop_sequence'
    answer.stopSequence = stop
  }
  if (rule?.kind === 'truncated') {
    text = cutText(text, rule.afterBytes)
    answer.stopReason = 'max_tokens'
  }
  if (rule?.kind === 'refusal') {
    text = cutText(text, rule.afterBytes)
    answer.stopReason = 'refusal'
  }
  answer.tokens = splitTokens(text)
  if (answer.tokens.length > room) {
    answer.tokens = answer.tokens.slice(0, room)
    answer.stopReason = 'max_tokens'
    answer.stopSequence = null
  }
  return answer
}

function writeText(request: CheckedRequest, now: number, room: number, rule: FaultRule | null): string {
  const facts = readFacts(request.blocks)
  const schema = request.forcedTool?.schema ?? request.schema
  if (schema === null) {
    const text = plainText(facts)
    return rule?.kind === 'personal-data' ? namePersonInText(text, facts) : text
  }
  // A model that is told its limit writes less rather than being cut.
  const usual = writeJson(schema, request, facts, now, 'usual', rule)
  return countTokens(usual) <= room ? usual : writeJson(schema, request, facts, now, 'shortest', rule)
}

function writeJson(
  schema: JsonObject,
  request: CheckedRequest,
  facts: RequestFacts,
  now: number,
  length: Length,
  rule: FaultRule | null,
): string {
  const seed = createHash('sha256')
    .update(JSON.stringify([request.model, request.blocks.map((block) => [block.role, block.text]), schema]))
    .digest('base64')
  let value = generateFromSchema(schema, { facts, random: randomFrom(seed), now }, length)
  if (rule?.kind === 'foreign-candidate') value = nameForeignCandidate(value, facts)
  if (rule?.kind === 'personal-data') value = nameInventedPerson(value, facts)
  const text = JSON.stringify(value)
  return rule?.kind === 'invalid-json' ? spoilJson(text) : text
}

function plainText(facts: RequestFacts): string {
  return facts.language === 'ko'
    ? '먼저 가장 효과가 큰 한 가지를 고르고, 작게 시험해 본 뒤 결과를 보며 다음 단계를 정해 보세요. 원하시면 더 구체적으로 도와드릴게요.'
    : 'Start with the one change that matters most, try it on a small scale, and let the result decide the next step. I can go into detail on any part of this.'
}

/** All tokens of the answer; a refusal without content still reports one. */
export function outputTokensOf(answer: Answer): number {
  return Math.max(1, (answer.thinking?.tokens ?? 0) + (answer.tokens?.length ?? 0))
}

export function usageOf(answer: Answer, outputTokens: number): Usage {
  const { prompt } = answer
  return {
    input_tokens: prompt.uncached,
    cache_creation_input_tokens: prompt.written5m + prompt.written1h,
    cache_read_input_tokens: prompt.read,
    cache_creation: { ephemeral_5m_input_tokens: prompt.written5m, ephemeral_1h_input_tokens: prompt.written1h },
    output_tokens: outputTokens,
    output_tokens_details: { thinking_tokens: Math.min(answer.thinking?.tokens ?? 0, outputTokens) },
    server_tool_use: null,
    service_tier: 'standard',
    inference_geo: answer.inferenceGeo,
    speed: 'standard',
  }
}

/** A refusal before any content is reported with usage, but it is not charged for. */
export function isFree(answer: Answer): boolean {
  return answer.stopReason === 'refusal' && answer.tokens === null
}
