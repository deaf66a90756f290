import { type Suggestion, suggestions } from '@inkling/prompts'
import { z } from 'zod'

interface JsonSchema {
  properties?: Record<string, JsonSchema>
  items?: JsonSchema
  maxLength?: number
}

/** A place where words of a person or a third party may stand. */
export interface FreeTextField {
  suggestion: Suggestion
  kind: 'text' | 'code'
  path: readonly string[]
  /** UTF-16 code units. */
  maximumLength: number
}

/** Each free-text field of each suggestion, as their schemas declare them. */
export function freeTextFields(): FreeTextField[] {
  return suggestions.flatMap((suggestion) =>
    suggestion.untrustedFields.map(({ path, kind }) => {
      let schema = z.toJSONSchema(suggestion.input, { io: 'input' }) as JsonSchema
      for (const step of path) schema = (step === '*' ? schema.items : schema.properties?.[step]) ?? {}
      return { suggestion, kind: kind as 'text' | 'code', path, maximumLength: schema.maxLength ?? 0 }
    }),
  )
}

/** The suggestion's example with that text in the field; in a list it is the first entry's. */
export function contextWithText({ suggestion, path }: FreeTextField, text: string): unknown {
  return put(suggestion.example, path, text)
}

function put(value: unknown, [step, ...rest]: readonly string[], text: string): unknown {
  if (step === undefined) return text
  if (step === '*') {
    const [first, ...others] = (value as unknown[] | undefined) ?? []
    return [put(first, rest, text), ...others]
  }
  const object = (value ?? {}) as Record<string, unknown>
  return { ...object, [step]: put(object[step], rest, text) }
}
