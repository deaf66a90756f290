import type { Redaction } from '@inkling/contracts'

/**
 * Puts the user's own words back where the answer holds a placeholder such as `[EMAIL_1]`. The words never left the
 * browser in that form: they are cut out of the context that the widget sent. Only strings change; a redaction whose
 * field is missing leaves its placeholder as it is.
 */
export function restoreRedactions<Item>(items: readonly Item[], redactions: readonly Redaction[] | undefined, context: unknown): Item[] {
  const words = new Map<string, string>()
  for (const { placeholder, field, start, end } of redactions ?? []) {
    const source = readPath(context, field)
    if (typeof source === 'string' && end > start && !words.has(placeholder)) words.set(placeholder, source.slice(start, end))
  }
  return words.size === 0 ? [...items] : items.map((item) => restore(item, words) as Item)
}

function readPath(context: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined,
      context,
    )
}

function restore(value: unknown, words: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return value.replace(/\[[A-Z_]+\d+\]/g, (placeholder) => words.get(placeholder) ?? placeholder)
  if (Array.isArray(value)) return value.map((part) => restore(part, words))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, restore(part, words)]))
  return value
}
