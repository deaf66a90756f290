import { type PersonalDataType, personalDataTypes } from './personal-data/span.ts'

/** Gives each value its placeholder. One per request: the same value has the same placeholder in every field of it. */
export interface PlaceholderNumbering {
  /** `[EMAIL_1]` for the first e-mail address, `[EMAIL_2]` for the next other one. */
  placeholderFor(type: PersonalDataType, value: string): string
  /** All that were given out. */
  readonly issued: ReadonlySet<string>
}

export function createPlaceholderNumbering(): PlaceholderNumbering {
  const placeholders = new Map<string, string>()
  const counts = new Map<PersonalDataType, number>()
  const issued = new Set<string>()
  return {
    issued,
    placeholderFor(type, value) {
      const key = `${type} ${comparableValue(value)}`
      const known = placeholders.get(key)
      if (known !== undefined) return known
      const count = (counts.get(type) ?? 0) + 1
      counts.set(type, count)
      const placeholder = `[${type}_${count}]`
      placeholders.set(key, placeholder)
      issued.add(placeholder)
      return placeholder
    },
  }
}

/** Letters and digits alone, in lower case: "010-1234-5678" and "010 1234 5678" are one value. */
export function comparableValue(value: string): string {
  const letters = value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  return letters === '' ? value : letters
}

const source = String.raw`\[(?:${personalDataTypes.join('|')})_\d{1,6}\]`

/** Every text of the form of a placeholder, whoever wrote it. */
export function findPlaceholders(text: string): string[] {
  return text.match(new RegExp(source, 'gi')) ?? []
}

/**
 * Placeholders that the caller typed himself, in round brackets: the browser must not put another value there. Keeps the length, so
 * offsets hold.
 */
export function neutralisePlaceholders(text: string): string {
  return text.includes('[') ? text.replace(new RegExp(source, 'gi'), (match) => `(${match.slice(1, -1)})`) : text
}
