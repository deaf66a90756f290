import type { Suggestion } from './define-suggestion.ts'

interface EntrySchema {
  type?: string
  enum?: readonly string[]
  properties?: Record<string, EntrySchema>
  items?: EntrySchema
}

/**
 * One item as the model wrote it, parsed laxly (the letter case of closed values is not guaranteed, white space around texts is dropped)
 * and then checked strictly. Candidates stay under their aliases.
 */
export function parseModelItem<Item>(suggestion: Suggestion<unknown, Item>, raw: unknown): { item: Item } | { problem: string } {
  const entry = (suggestion.modelSchema as { properties: { items: { items: EntrySchema } } }).properties.items.items
  const parsed = suggestion.item.safeParse(relax(entry, raw))
  if (parsed.success) return { item: parsed.data }
  const issue = parsed.error.issues[0]
  return { problem: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'does not match the schema'}` }
}

function relax(schema: EntrySchema, value: unknown): unknown {
  if (typeof value === 'string') {
    const trimmed = value.trim()
    return schema.enum?.find((option) => option.toLowerCase() === trimmed.toLowerCase()) ?? trimmed
  }
  if (Array.isArray(value) && schema.items) {
    const items = schema.items
    return value.map((entry) => relax(items, entry))
  }
  if (typeof value === 'object' && value !== null && schema.properties) {
    const properties = schema.properties
    return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, relax(properties[name] ?? {}, entry)]))
  }
  return value
}
