import { invalid, RequestProblem } from '../api/problem.ts'
import type { Model } from '../models.ts'
import { type CheckedRequest, type Effort, isObject, type Json, type JsonObject, type ThinkingMode } from '../protocol.ts'
import { checkSchema } from './check-schema.ts'
import { readPrompt } from './read-prompt.ts'

const fields = new Set(
  'model max_tokens messages cache_control container diagnostics inference_geo metadata output_config service_tier speed stop_sequences stream system thinking tool_choice tools user_profile_id workspace_id'.split(
    ' ',
  ),
)
const efforts: readonly Effort[] = ['low', 'medium', 'high', 'xhigh', 'max']

export interface CheckOptions {
  findModel: (id: string) => Model | undefined
  defaultInferenceGeo: string
  /** `count_tokens` needs no `max_tokens`. */
  counting: boolean
}

/** Turns a body into a request that the model accepts; throws the API's 400 or 404 otherwise. */
export function checkRequest(body: Json, options: CheckOptions): { request: CheckedRequest; model: Model } {
  if (!isObject(body)) throw invalid('body', 'Input should be a valid dictionary')
  for (const name of options.counting ? ['model', 'messages'] : ['model', 'max_tokens', 'messages']) {
    if (body[name] === undefined) throw invalid(name, 'Field required')
  }
  for (const name of ['temperature', 'top_p', 'top_k']) {
    if (body[name] !== undefined)
      throw invalid(name, `\`${name}\` is not supported by this API version. Remove it, also at its default value.`)
  }
  for (const name of Object.keys(body)) if (!fields.has(name)) throw invalid(name, 'Extra inputs are not permitted')
  if (typeof body.model !== 'string' || body.model === '') throw invalid('model', 'Input should be a valid string')
  const model = options.findModel(body.model)
  if (model === undefined) throw new RequestProblem({ status: 404, message: `model: ${body.model}` })

  const maxTokens = body.max_tokens ?? model.outputTokens
  if (typeof maxTokens !== 'number' || !Number.isInteger(maxTokens)) throw invalid('max_tokens', 'Input should be a valid integer')
  if (maxTokens < 1) throw invalid('max_tokens', 'Input should be greater than or equal to 1')
  if (maxTokens > model.outputTokens) {
    throw invalid(
      'max_tokens',
      `${maxTokens} > ${model.outputTokens}, which is the maximum allowed number of output tokens for ${model.id}`,
    )
  }
  const stream = body.stream ?? false
  if (typeof stream !== 'boolean') throw invalid('stream', 'Input should be a valid boolean')
  checkSmallFields(body)

  const { effort, schema } = readOutputConfig(body.output_config, model)
  return {
    model,
    request: {
      model: model.id,
      maxTokens,
      stream,
      blocks: readPrompt(body),
      ...readThinking(body.thinking, model, effort, maxTokens),
      effort,
      schema,
      forcedTool: readForcedTool(body, model),
      stopSequences: readStopSequences(body.stop_sequences),
      inferenceGeo: readGeo(body.inference_geo, model, options.defaultInferenceGeo),
    },
  }
}

function checkSmallFields(body: JsonObject): void {
  if (body.service_tier !== undefined && body.service_tier !== 'auto' && body.service_tier !== 'standard_only') {
    throw invalid('service_tier', "Input should be 'auto' or 'standard_only'")
  }
  if (body.metadata !== undefined) {
    if (!isObject(body.metadata)) throw invalid('metadata', 'Input should be a valid dictionary')
    for (const name of Object.keys(body.metadata)) {
      if (name !== 'user_id') throw invalid(`metadata.${name}`, 'Extra inputs are not permitted')
    }
    const user = body.metadata.user_id
    if (user !== undefined && user !== null && (typeof user !== 'string' || user.length > 256)) {
      throw invalid('metadata.user_id', 'String should have at most 256 characters')
    }
  }
}

function readGeo(geo: Json | undefined, model: Model, byDefault: string): string {
  if (geo === undefined || geo === null) return model.residency ? byDefault : 'not_available'
  if (geo !== 'us' && geo !== 'global') throw invalid('inference_geo', "Input should be 'global' or 'us'")
  if (!model.residency) throw invalid('inference_geo', `${model.id} does not support choosing a region`)
  return geo
}

function readStopSequences(value: Json | undefined): string[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw invalid('stop_sequences', 'Input should be a valid list')
  return value.map((sequence, index) => {
    if (typeof sequence !== 'string' || sequence.trim() === '') {
      throw invalid(`stop_sequences.${index}`, 'each stop sequence must contain non-whitespace')
    }
    return sequence
  })
}

function readOutputConfig(value: Json | undefined, model: Model): { effort: Effort; schema: JsonObject | null } {
  if (value === undefined) return { effort: model.defaultEffort, schema: null }
  if (!isObject(value)) throw invalid('output_config', 'Input should be a valid dictionary')
  for (const name of Object.keys(value)) {
    if (name !== 'effort' && name !== 'format') throw invalid(`output_config.${name}`, 'Extra inputs are not permitted')
  }
  const effort = value.effort ?? model.defaultEffort
  const found = efforts.find((known) => known === effort)
  if (found === undefined) throw invalid('output_config.effort', `Input should be ${efforts.map((known) => `'${known}'`).join(', ')}`)
  const format = value.format ?? null
  if (format === null) return { effort: found, schema: null }
  if (!isObject(format) || format.type !== 'json_schema') throw invalid('output_config.format.type', "Input should be 'json_schema'")
  if (!isObject(format.schema)) throw invalid('output_config.format.schema', 'Field required')
  checkSchema(format.schema, 'output_config.format.schema')
  return { effort: found, schema: format.schema }
}

function readThinking(
  value: Json | undefined,
  model: Model,
  effort: Effort,
  maxTokens: number,
): { thinking: ThinkingMode; thinkingShown: boolean } {
  if (value === undefined) return { thinking: model.defaultThinking, thinkingShown: false }
  if (!isObject(value)) throw invalid('thinking', 'Input should be a valid dictionary')
  const all: readonly ThinkingMode[] = ['adaptive', 'disabled', 'between_tools', 'enabled']
  const mode = all.find((known) => known === value.type)
  if (mode === undefined) throw invalid('thinking.type', `Input should be ${all.map((known) => `'${known}'`).join(', ')}`)
  if (!model.thinking.includes(mode)) {
    const allowed = model.thinking.map((known) => `'${known}'`).join(' or ')
    throw invalid('thinking.type', `'${mode}' is not supported on ${model.id}. Use ${allowed}.`)
  }
  if (mode === 'disabled' && model.residency && (effort === 'xhigh' || effort === 'max')) {
    throw invalid('thinking.type', `'disabled' is not supported on ${model.id} at effort '${effort}'`)
  }
  if (mode === 'enabled') {
    const budget = value.budget_tokens
    if (typeof budget !== 'number' || budget < 1_024)
      throw invalid('thinking.enabled.budget_tokens', 'Input should be greater than or equal to 1024')
    if (budget >= maxTokens) throw invalid('max_tokens', '`max_tokens` must be greater than `thinking.budget_tokens`')
  }
  return { thinking: mode, thinkingShown: value.display === 'summarized' }
}

function readForcedTool(body: JsonObject, model: Model): CheckedRequest['forcedTool'] {
  const choice = body.tool_choice
  if (choice === undefined) return null
  if (!isObject(choice)) throw invalid('tool_choice', 'Input should be a valid dictionary')
  const tools = Array.isArray(body.tools) ? body.tools.filter(isObject) : []
  if (tools.length === 0) throw invalid('tool_choice', '`tool_choice` may only be specified while providing `tools`')
  if (choice.type !== 'any' && choice.type !== 'tool') return null
  if (!model.forcedTools) {
    throw invalid(
      'tool_choice.type',
      `'${choice.type}' is not supported on ${model.id}. Use 'auto' or 'none', or \`output_config.format\` for JSON.`,
    )
  }
  const tool = choice.type === 'any' ? tools[0] : tools.find((candidate) => candidate.name === choice.name)
  if (tool === undefined) throw invalid('tool_choice.name', `Tool '${String(choice.name)}' not found in provided tools`)
  return { name: String(tool.name), schema: isObject(tool.input_schema) ? tool.input_schema : { type: 'object' } }
}
