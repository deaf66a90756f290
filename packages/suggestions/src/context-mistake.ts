import { CallerError } from '@inkling/contracts'
import type { Suggestion } from '@inkling/prompts'
import type { z } from 'zod'

type Issue = z.core.$ZodIssue

/** The first mistake of a context as its sender can mend it: the field, what is wrong, what to do. Never quotes what was sent. */
export function contextMistake(suggestion: Suggestion, context: unknown, issue: Issue): CallerError {
  const where = `/api/docs shows what ${suggestion.name} takes.`
  if (issue.code === 'unrecognized_keys') {
    const field = [...issue.path, issue.keys[0]].join('.')
    const known = [...new Set(suggestion.fields.map(({ path }) => path[0]))].join(', ')
    return new CallerError('invalid-input', `The field "${field}" is not known. Remove it; ${suggestion.name} takes ${known}.`, { field })
  }
  const field = issue.path.join('.')
  if (field === '') return new CallerError('invalid-input', `The context ${requirement(issue)}. ${where}`)
  const problem = valueAt(context, issue.path) === undefined ? `is missing: it ${requirement(issue)}` : requirement(issue)
  return new CallerError('invalid-input', `The field "${field}" ${problem}. ${where}`, { field })
}

function requirement(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${typeNames[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`
    case 'too_small':
      return `must ${amount(issue.origin, 'at least', issue.minimum)}`
    case 'too_big':
      return `must ${amount(issue.origin, 'at most', issue.maximum)}`
    default:
      // Our own messages are written to follow the field's name.
      return issue.message
  }
}

const typeNames: Record<string, string> = {
  int: 'a whole number',
  number: 'a number',
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
  object: 'a JSON object',
}

function amount(origin: string, words: string, limit: number | bigint): string {
  if (origin === 'string') return `have ${words} ${limit} ${limit === 1 ? 'character' : 'characters'}`
  if (origin === 'array') return `have ${words} ${limit} ${limit === 1 ? 'entry' : 'entries'}`
  return `be ${words} ${limit}`
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  )
}
