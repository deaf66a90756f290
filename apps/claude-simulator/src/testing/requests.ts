import Anthropic from '@anthropic-ai/sdk'
import type { FaultRule } from '../faults/fault-rules.ts'
import type { Json } from '../protocol.ts'

export const aliases = Array.from({ length: 20 }, (_, index) => `c${index + 1}`)

export function objectSchema(properties: { [key: string]: Json }) {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false }
}

export function listSchema(properties: { [key: string]: Json }, description: string) {
  return objectSchema({ items: { type: 'array', description, items: objectSchema(properties) } })
}

export const chefSchema = listSchema(
  {
    candidate: { type: 'string', enum: aliases },
    reasoning: { type: 'string', description: 'At most 30 words' },
    confidence: { type: 'number', description: 'From 0 to 1' },
  },
  'Between 3 and 5 items',
)

export const chefData = {
  partySize: 4,
  budget: 120,
  cuisine: 'Italian',
  occasion: 'anniversary',
  candidates: [
    { id: 'c1', cuisines: ['French'], rating: 4.9, tags: ['plating'] },
    { id: 'c2', cuisines: ['Italian'], rating: 4.2, tags: ['seafood'] },
    { id: 'c3', cuisines: ['Italian'], rating: 4.8, tags: ['fresh pasta'] },
    { id: 'c4', cuisines: ['Korean'], rating: 4.5, tags: ['banchan'] },
  ],
}

export function chefRequest(schema: { [key: string]: unknown } = chefSchema) {
  return {
    model: 'claude-haiku-5-5',
    max_tokens: 600,
    thinking: { type: 'disabled' as const },
    inference_geo: 'global',
    service_tier: 'standard_only' as const,
    system: 'You recommend chefs. Answer in English.',
    messages: [{ role: 'user' as const, content: `<data>${JSON.stringify(chefData)}</data>` }],
    output_config: { effort: 'low' as const, format: { type: 'json_schema' as const, schema } },
  }
}

export function clientFor(url: string): Anthropic {
  return new Anthropic({ apiKey: 'test-key', baseURL: url, maxRetries: 0 })
}

export async function setFaults(url: string, ...rules: FaultRule[]): Promise<void> {
  const response = await fetch(`${url}/_sim/faults`, { method: 'PUT', body: JSON.stringify({ rules }) })
  if (response.status !== 200) throw new Error(await response.text())
}

export interface BillBody {
  totalUsd: string
  entries: { requestId: string; model: string; usage: { input_tokens: number; output_tokens: number }; usd: string }[]
}

export async function readBill(url: string): Promise<BillBody> {
  return (await (await fetch(`${url}/_sim/bill`)).json()) as BillBody
}

/** A raw request: what the SDK would not send. */
export async function post(url: string, body: unknown, headers: Record<string, string> = {}, path = '/v1/messages'): Promise<Response> {
  return fetch(`${url}${path}`, {
    method: 'POST',
    headers: { authorization: 'Bearer test-key', 'anthropic-version': '2026-10-21', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

export function textOf(message: Anthropic.Message): string {
  return message.content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('')
}
