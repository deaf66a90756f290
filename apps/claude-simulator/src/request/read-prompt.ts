import { invalid } from '../api/problem.ts'
import { type CacheControl, isObject, type Json, type JsonObject, type PromptBlock } from '../protocol.ts'

const mostCacheMarks = 4

/** The prompt's blocks in the order in which the API reads them: tools, system, messages. */
export function readPrompt(body: JsonObject): PromptBlock[] {
  const blocks = [...readTools(body.tools), ...readSystem(body.system), ...readMessages(body.messages)]
  if (body.cache_control !== undefined && body.cache_control !== null) {
    const last = blocks.at(-1)!
    last.cache = readCacheControl(body.cache_control, 'cache_control')
  }
  if (blocks.filter((block) => block.cache !== null).length > mostCacheMarks) {
    throw invalid('cache_control', `A maximum of ${mostCacheMarks} blocks with cache_control may be provided`)
  }
  return blocks
}

function readTools(tools: Json | undefined): PromptBlock[] {
  if (tools === undefined) return []
  if (!Array.isArray(tools)) throw invalid('tools', 'Input should be a valid list')
  return tools.map((tool, index) => {
    if (!isObject(tool)) throw invalid(`tools.${index}`, 'Input should be a valid dictionary')
    if (typeof tool.name !== 'string') throw invalid(`tools.${index}.name`, 'Field required')
    if (!isObject(tool.input_schema)) throw invalid(`tools.${index}.input_schema`, 'Field required')
    return {
      role: 'tool',
      text: JSON.stringify([tool.name, tool.description ?? '', tool.input_schema]),
      cache: readCacheControl(tool.cache_control, `tools.${index}.cache_control`),
    }
  })
}

function readSystem(system: Json | undefined): PromptBlock[] {
  if (system === undefined) return []
  if (typeof system === 'string') return [{ role: 'system', text: system, cache: null }]
  if (!Array.isArray(system)) throw invalid('system', 'Input should be a valid string or list')
  return system.map((block, index) => readBlock(block, 'system', `system.${index}`))
}

function readMessages(messages: Json | undefined): PromptBlock[] {
  if (!Array.isArray(messages)) throw invalid('messages', 'Input should be a valid list')
  if (messages.length === 0) throw invalid('messages', 'at least one message is required')
  const blocks = messages.flatMap((message, index) => {
    const path = `messages.${index}`
    if (!isObject(message)) throw invalid(path, 'Input should be a valid dictionary')
    const { role, content } = message
    if (role !== 'user' && role !== 'assistant' && role !== 'system') {
      throw invalid(`${path}.role`, "Input should be 'user', 'assistant' or 'system'")
    }
    if (content === undefined) throw invalid(`${path}.content`, 'Field required')
    if (typeof content === 'string') {
      if (content === '') throw invalid(path, `${role} messages must have non-empty content`)
      return [{ role, text: content, cache: null } satisfies PromptBlock]
    }
    if (!Array.isArray(content)) throw invalid(`${path}.content`, 'Input should be a valid string or list')
    if (content.length === 0) throw invalid(path, `${role} messages must have non-empty content`)
    return content.map((block, place) => readBlock(block, role, `${path}.content.${place}`))
  })
  const last = messages.at(-1)
  if (isObject(last) && last.role === 'assistant') {
    throw invalid('messages', 'This model does not support assistant message prefill. The conversation must end with a user message.')
  }
  return blocks
}

function readBlock(block: Json, role: PromptBlock['role'], path: string): PromptBlock {
  if (!isObject(block)) throw invalid(path, 'Input should be a valid dictionary')
  if (typeof block.type !== 'string') throw invalid(`${path}.type`, 'Field required')
  const cache = readCacheControl(block.cache_control, `${path}.cache_control`)
  if (block.type !== 'text') return { role, text: JSON.stringify({ ...block, cache_control: null }), cache }
  if (typeof block.text !== 'string') throw invalid(`${path}.text`, 'Field required')
  if (block.text.trim() === '') throw invalid(`${path}.text`, 'text content blocks must contain non-whitespace text')
  return { role, text: block.text, cache }
}

function readCacheControl(value: Json | undefined, path: string): CacheControl | null {
  if (value === undefined || value === null) return null
  if (!isObject(value) || value.type !== 'ephemeral') throw invalid(`${path}.type`, "Input should be 'ephemeral'")
  if (value.ttl !== undefined && value.ttl !== '5m' && value.ttl !== '1h') throw invalid(`${path}.ttl`, "Input should be '5m' or '1h'")
  return { ttl: value.ttl ?? '5m' }
}
