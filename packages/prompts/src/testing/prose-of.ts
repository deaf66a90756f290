import type { Suggestion } from '../define-suggestion.ts'

interface Entry {
  type?: string
  enum?: readonly string[]
  properties?: Record<string, Entry>
  items?: Entry
}

/** The strings of an item that are prose: not closed values, not names of candidates. */
export function proseOf(suggestion: Suggestion, item: unknown): string[] {
  return walk((suggestion.modelSchema as { properties: { items: { items: Entry } } }).properties.items.items, item)
}

function walk(schema: Entry, value: unknown): string[] {
  if (schema.properties) {
    return Object.entries(schema.properties).flatMap(([name, property]) => walk(property, (value as Record<string, unknown>)[name]))
  }
  if (schema.items) return ((value ?? []) as unknown[]).flatMap((entry) => walk(schema.items!, entry))
  return schema.type === 'string' && !schema.enum && typeof value === 'string' ? [value] : []
}
