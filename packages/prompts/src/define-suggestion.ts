import { createHash } from 'node:crypto'
import { type Locale, type Product, type SuggestionName, toKebabCase } from '@inkling/contracts'
import type { z } from 'zod'
import { candidateFieldsOf } from './candidates.ts'
import { type FieldPath, fieldPathsOf } from './field-paths.ts'
import { instructionsProblem, ownVariables } from './instructions.ts'
import { modelSchemaOf } from './model-schema.ts'

export type SafetyLevel = 'low' | 'medium' | 'high'
export type ModelTier = 'default' | 'escalation'

export interface PromptVariant {
  /** What the variant tries, for people who read results. */
  summary: string
  /** With `{{variables}}`: names of the context's choices and numbers, `{{count}}`, `{{language}}`. */
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
  candidates?: keyof Input & string
  item: z.ZodType<Item>
  items: { minimum: number; maximum: number }
  /** At least two; the first is the control. */
  variants: Record<string, PromptVariant>
  model?: ModelTier
  /** Output tokens, at most 800: answers are short so that the first item stands after about one second. */
  maxOutputTokens: number
  cacheSeconds: number
  safety: SafetyLevel
  /** The answer without Claude: valid items, useful, at least the minimum (or all candidates). */
  template(input: Input, locale: Locale): Item[]
  /** What zod cannot say about an item in the light of the context; the problem in a few words. */
  checkItem?(item: Item, input: Input): string | undefined
  example: Input
}

/** A suggestion with everything that follows from its specification. */
export interface Suggestion<Input = unknown, Item = unknown, Sent = unknown> extends SuggestionSpecification<Input, Item, Sent> {
  candidates?: keyof Input & string
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
  const closed = fields.filter(({ kind, path }) => (kind === 'choice' || kind === 'number') && path[0] !== specification.candidates)
  const variables = new Set<string>([...closed.map(({ path }) => path[0]!), ...ownVariables])
  const modelSchema = modelSchemaOf(specification.item, specification.items)
  const modelSchemaJson = JSON.stringify(modelSchema)
  const [control] = Object.keys(specification.variants)
  if (control === undefined) throw new Error(`${specification.name} has no prompt variant.`)
  for (const [variant, { instructions }] of Object.entries(specification.variants)) {
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
    fields,
    untrustedFields,
    cacheScope: untrustedFields.some(({ path }) => path[0] !== specification.candidates) ? 'user' : 'shared',
    variables,
    candidateFields: candidateFieldsOf(specification.item),
    modelSchema,
    modelSchemaJson,
    schemaVersion: createHash('sha256').update(modelSchemaJson).digest('hex').slice(0, 12),
  }
}
