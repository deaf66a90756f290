import { z } from 'zod'
import { candidateKey, maximumCandidates } from './fields.ts'

type JsonSchema = { [key: string]: unknown }

/** `c1` ... `c20`: what a candidate is called on its way to Claude and back. */
export const candidateAliases: readonly string[] = Array.from({ length: maximumCandidates }, (_, index) => `c${index + 1}`)

/**
 * The JSON schema that is sent with the request. Structured output refuses length, range and count keywords, so they become words in the
 * description, and zod checks them afterwards. Constant for a suggestion: a compiled schema is cached by the provider for a day.
 */
export function modelSchemaOf(item: z.ZodType, items: { minimum: number; maximum: number }): JsonSchema {
  const entry = convert(z.toJSONSchema(item, { target: 'draft-2020-12' }) as JsonSchema)
  const range = items.minimum === items.maximum ? `${items.maximum}` : `${items.minimum} to ${items.maximum}`
  return {
    type: 'object',
    properties: { items: { type: 'array', description: `${range} items`, items: entry } },
    required: ['items'],
    additionalProperties: false,
  }
}

function convert(schema: JsonSchema): JsonSchema {
  const description = [schema.description as string | undefined, limitsInWords(schema)].filter(Boolean).join('; ')
  const described = description ? { description } : {}
  if (schema[candidateKey]) return { type: 'string', enum: candidateAliases, ...described }
  const closed = schema.enum ?? (schema.const === undefined ? undefined : [schema.const])
  if (Array.isArray(closed) && closed.every((value) => typeof value === 'string')) return { type: 'string', enum: closed, ...described }
  if (closed !== undefined) throw new Error(`The closed values of an answer are strings; found ${JSON.stringify(closed)}.`)
  switch (schema.type) {
    case 'object': {
      const properties = Object.entries(schema.properties as Record<string, JsonSchema>).map(([name, property]) => [
        name,
        convert(property),
      ])
      return {
        type: 'object',
        ...described,
        properties: Object.fromEntries(properties),
        required: schema.required ?? [],
        additionalProperties: false,
      }
    }
    case 'array':
      return { type: 'array', ...described, items: convert(schema.items as JsonSchema) }
    case 'string':
    case 'number':
    case 'integer':
    case 'boolean':
      return { type: schema.type, ...described }
    default:
      throw new Error(`An answer may hold objects, lists, strings, numbers and booleans; found ${JSON.stringify(schema)}.`)
  }
}

function limitsInWords(schema: JsonSchema): string {
  const { maxLength, minItems, maxItems } = schema as Record<string, number | undefined>
  // zod writes the range of safe integers for every integer; it says nothing.
  const [minimum, maximum] = [schema.minimum, schema.maximum].map((limit) =>
    typeof limit === 'number' && Math.abs(limit) < Number.MAX_SAFE_INTEGER ? limit : undefined,
  )
  const words: string[] = []
  if (minimum !== undefined && maximum !== undefined) words.push(`from ${minimum} to ${maximum}`)
  else if (minimum !== undefined) words.push(`at least ${minimum}`)
  else if (maximum !== undefined) words.push(`at most ${maximum}`)
  if (maxLength !== undefined) words.push(`at most ${maxLength} characters`)
  if (maxItems !== undefined) words.push(minItems ? `${minItems} to ${maxItems} items` : `at most ${maxItems} items`)
  return words.join('; ')
}
