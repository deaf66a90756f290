import type { SeededRandom } from './seeded-random.ts'

/** What a product's page asks at one moment: the suggestion's key and its context. */
export interface PageAsk {
  key: string
  context: Record<string, unknown>
}

/** One person's way through a product: the page that is open, and what that person can do next. */
export interface Visitor {
  ask(): PageAsk
  /** Changes one thing on the open page: a slider, a choice, a sentence. */
  refine(): void
  /** Opens another page of the product, about the same matter. */
  turn(): void
}

/** `hour`: of the day, whole; lists of candidates change with it. */
export type VisitorFactory = (random: SeededRandom, hour: () => number) => Visitor

interface Field {
  options?: readonly string[]
  element?: Field
  unwrap?(): Field
}

/** The values of a choice in a suggestion's schema, in the order of the schema. */
export function choicesOf(suggestion: { input: unknown }, name: string): readonly string[] {
  let field = (suggestion.input as { shape: Record<string, Field> }).shape[name]
  while (field && !field.options) field = field.element ?? field.unwrap?.()
  if (!field?.options) throw new Error(`The field "${name}" is no choice.`)
  return field.options
}

/** How often a list of candidates is another one: four times a day. */
const listChangesPerDay = 4

/** Which of a day's lists is shown at that hour, 0 to 3. */
export const listOf = (hour: number) => Math.floor((hour * listChangesPerDay) / 24)
