import { suggestions } from '@inkling/prompts'
import type { FastifyRequest } from 'fastify'

export interface QueryCall {
  /** The procedure's name, as in `suggest.coocook.chefRecommendation`. */
  path: string
  input: unknown
}

/** A request for suggestions: one answer as JSON, or a batch of them in lines. */
export type QueryCalls = { form: 'json'; call: QueryCall } | { form: 'lines'; calls: QueryCall[] }

const whole = new Set(suggestions.map(({ name }) => `suggest.${name}`))
const streamed = new Set(suggestions.map(({ name }) => `suggestStream.${name}`))

/**
 * What a request asks for in one of the two forms that widgets and clients send, written exactly as they write it. `undefined`: anything else,
 * mistakes included, which is tRPC's own to answer.
 */
export function readQueryCalls({ method, url, headers, body }: FastifyRequest, maximumBatchSize: number): QueryCalls | undefined {
  const [names = '', query] = url.slice('/trpc/'.length).split('?', 2)
  const accepted = headers['trpc-accept']
  if (method !== 'POST' || typeof body !== 'string') return undefined
  if (query === undefined && accepted === undefined && !headers.accept?.includes('jsonl') && whole.has(names)) {
    const input = parse(body)
    return input && { form: 'json', call: { path: names, input } }
  }
  const paths = names.split(',')
  if (query !== 'batch=1' || accepted !== 'application/jsonl' || paths.length > maximumBatchSize) return undefined
  if (!paths.every((path) => whole.has(path) || streamed.has(path))) return undefined
  const inputs = parse(body)
  return inputs && { form: 'lines', calls: paths.map((path, index) => ({ path, input: inputs[index] })) }
}

function parse(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
