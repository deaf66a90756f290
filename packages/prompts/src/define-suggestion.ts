import { createHash } from 'node:crypto'
import { type Locale, type Product, type SuggestionName, toKebabCase } from '@inkling/contracts'
import type { z } from 'zod'
import { candidateFieldsOf } from './candidate-fields.ts'
import { type FieldPath, fieldPathsOf } from './field-paths.ts'
import { instructionsProblem, ownVariables } from './instructions.ts'
import { modelSchemaOf } from './model-schema.ts'

export type SafetyLevel = 'low' | 'medium' | 'high'
export type ModelTier = 'default' | 'escalation'

// Beyond it answers are slow to read, slow to come, and reservations large.
export const maximumOutputTokens = 800

/** Names of prompt variants, in code and in flags. */
export const variantPattern = /^[a-z][a-z0-9-]{0,39}$/

export interface PromptVariant {
  /** What the variant tries, for people who read results. */
  summary: string
  /** With `{{variables}}`: names of the context's choices and numbers, `{{count}}`, `{{answerLanguage}}`. */
  instructions: string
}

export interface SuggestionSpecification<Input, Item, Sent = Input> {
  name: SuggestionName
  title: Record<Locale, string>
  /** One sentence for documentation. */
  summary: string
  /** Strict object schema, built with the functions of `fields.ts`. */
  input: z.ZodType<Input, Sent>
  /** Name of the context's list of candidates, if the answer chooses among them. */
  candidates?: NoInfer<keyof Input & string>
  item: z.ZodType<Item>
  items: { minimum: number; maximum: number }
  /** Name of the item's field by which two items of one answer always differ; where candidates are chosen, the candidate. A repeat is dropped. */
  distinct?: NoInfer<keyof Item & string>
  /** At least two; the first is the control. */
  variants: Record<string, PromptVariant>
  model?: ModelTier
  /** Output tokens, at most {@link maximumOutputTokens}: answers are short so that the first item stands after about one second. */
  maxOutputTokens: number
  cacheSeconds: number
  safety: SafetyLevel
  /** The answer without Claude: valid items, useful, at least the minimum (or all candidates). */
  template(input: NoInfer<Input>, locale: Locale, now: Date): NoInfer<Item>[]
  /** What zod cannot say about an item in the light of the context; the problem in a few words. */
  checkItem?(item: NoInfer<Item>, input: NoInfer<Input>, now: Date): string | undefined
  /** What code knows and the prompt needs, such as the days of the coming week. Goes out with the data and into the cache key: nothing finer than an hour. */
  facts?(input: NoInfer<Input>, now: Date): Record<string, unknown>
  /** Where the context itself names the answer's language; otherwise it is the caller's. */
  answerLocale?(input: NoInfer<Input>): Locale
  /** Items may hold source code, in which tags are no markup. */
  answersWithCode?: boolean
  example: NoInfer<Input>
}

/** A suggestion with everything that follows from its specification. */
export interface Suggestion<Input = unknown, Item = unknown, Sent = unknown>
  extends Omit<SuggestionSpecification<Input, Item, Sent>, 'candidates' | 'distinct'> {
  // Wider than in the specification, so that every suggestion is also a `Suggestion` of unknown types.
  candidates?: string
  distinct?: string
  product: Product
  /** Name within the product, camelCase. */
  key: string
  /** `<product>/<suggestion>` in kebab-case. */
  path: string
  /** The GrowthBook flag that chooses its variant. */
  promptFlag: string
  control: string
  model: ModelTier
  fields: readonly FieldPath[]
  /** Fields of kinds text and code: inspected, redacted. */
  untrustedFields: readonly FieldPath[]
  /** A context with free text of its author is cached for that user alone. */
  cacheScope: 'shared' | 'user'
  /** Names that instructions may use. */
  variables: ReadonlySet<string>
  /** Paths of the item's fields that name a candidate. */
  candidateFields: readonly (readonly string[])[]
  modelSchema: object
  /** The same as it is sent, for the cost bound. */
  modelSchemaJson: string
  /** Changes when the answer's shape does. */
  schemaVersion: string
}

/** Checks a specification once, at start, and derives what follows from it. Throws where it is wrong: a defect, not an input. */
export function defineSuggestion<Input, Item, Sent>(
  specification: SuggestionSpecification<Input, Item, Sent>,
): Suggestion<Input, Item, Sent> {
  const [product, key] = specification.name.split('.') as [Product, string]
  const fields = fieldPathsOf(specification.input)
  const untrustedFields = fields.filter(({ kind }) => kind === 'text' || kind === 'code')
  const variables = new Set<string>([...closedFields(fields), ...ownVariables])
  const modelSchema = modelSchemaOf(specification.item, specification.items)
  const modelSchemaJson = JSON.stringify(modelSchema)
  const candidateFields = candidateFieldsOf(specification.item)
  const distinct = specification.distinct ?? candidateFields.find((path) => path.length === 1)?.[0]
  const [control, challenger] = Object.keys(specification.variants)
  if (control === undefined || challenger === undefined)
    throw new Error(`${specification.name} needs two prompt variants: there is nothing to compare.`)
  const { maxOutputTokens, items } = specification
  if (maxOutputTokens > maximumOutputTokens)
    throw new Error(`${specification.name}: at most ${maximumOutputTokens} output tokens, not ${maxOutputTokens}.`)
  if (items.minimum < 1 || items.maximum < items.minimum)
    throw new Error(`${specification.name}: ${items.minimum} to ${items.maximum} items make no range.`)
  for (const [variant, { instructions }] of Object.entries(specification.variants)) {
    if (!variantPattern.test(variant))
      throw new Error(`${specification.name}, variant "${variant}": the name must be kebab-case, at most 40 characters.`)
    const problem = instructionsProblem(instructions, variables)
    if (problem) throw new Error(`${specification.name}, variant "${variant}": ${problem}.`)
  }
  return {
    model: 'default',
    ...specification,
    product,
    key,
    path: `${toKebabCase(product)}/${toKebabCase(key)}`,
    promptFlag: `${toKebabCase(product)}-${toKebabCase(key)}-prompt`,
    control,
    ...(distinct === undefined ? {} : { distinct }),
    fields,
    untrustedFields,
    cacheScope: untrustedFields.some(({ path }) => path[0] !== specification.candidates) ? 'user' : 'shared',
    variables,
    candidateFields,
    modelSchema,
    modelSchemaJson,
    schemaVersion: createHash('sha256').update(modelSchemaJson).digest('hex').slice(0, 12),
  }
}

/** Names of top-level choices, numbers and lists of them. An object that holds one is no variable: it may hold text as well. */
function closedFields(fields: readonly FieldPath[]): string[] {
  const depth = (path: readonly string[]) => (path[1] === '*' ? path.length - 1 : path.length)
  return fields.filter(({ kind, path }) => (kind === 'choice' || kind === 'number') && depth(path) === 1).map(({ path }) => path[0]!)
}
