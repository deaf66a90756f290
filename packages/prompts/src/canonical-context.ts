import type { Suggestion } from './define-suggestion.ts'

/** Lists of closed values in one order: "vegan, halal" and "halal, vegan" are the same request. What is in order already is not copied. */
export function canonicalContext<Input>(suggestion: Suggestion<Input>, context: Input): Input {
  let canonical = context as Record<string, unknown>
  for (const { kind, path } of suggestion.fields) {
    const [name = ''] = path
    const value = canonical[name]
    if (kind !== 'choice' || path.length !== 2 || !Array.isArray(value) || value.length < 2) continue
    canonical = { ...canonical, [name]: [...value].sort() }
  }
  return canonical as Input
}
