/** The parts of the Messages API that travel over the wire, as the simulator speaks them. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

export type StopReason = 'end_turn' | 'max_tokens' | 'stop_sequence' | 'tool_use' | 'refusal'

export interface Usage {
  input_tokens: number
  cache_creation_input_tokens: number
  cache_read_input_tokens: number
  cache_creation: { ephemeral_5m_input_tokens: number; ephemeral_1h_input_tokens: number }
  output_tokens: number
  output_tokens_details: { thinking_tokens: number }
  server_tool_use: null
  service_tier: 'standard' | 'batch'
  inference_geo: string
  speed: 'standard'
}

export type ContentBlock =
  | { type: 'thinking'; thinking: string; signature: string }
  | { type: 'text'; text: string; citations: null }
  | { type: 'tool_use'; id: string; name: string; input: Json; caller: { type: 'direct' } }

export interface CacheControl {
  ttl: '5m' | '1h'
}

export type Effort = 'low' | 'medium' | 'high' | 'xhigh' | 'max'
export type ThinkingMode = 'adaptive' | 'disabled' | 'between_tools' | 'enabled'

/** One piece of the prompt in the order in which the API reads it: tools, system, messages. */
export interface PromptBlock {
  role: 'tool' | 'system' | 'user' | 'assistant'
  text: string
  cache: CacheControl | null
}

/** A request that passed every check. */
export interface CheckedRequest {
  model: string
  maxTokens: number
  stream: boolean
  blocks: PromptBlock[]
  thinking: ThinkingMode
  thinkingShown: boolean
  effort: Effort
  schema: JsonObject | null
  forcedTool: { name: string; schema: JsonObject } | null
  stopSequences: string[]
  inferenceGeo: string
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
