import { type Suggestion, type UseSuggestionOptions, useSuggestion } from './use-suggestion.ts'

/** Each field of a question once: `true` sends it as it is, a function sends what it makes of it. */
export type SentFields<Context> = { [Field in keyof Context]-?: true | ((value: NonNullable<Context[Field]>) => unknown) }

/** The headless form of one suggestion: its answer and the gestures on it, for markup of any kind. */
export type SuggestionHook<Context, Item> = (
  context: Context & Pick<UseSuggestionOptions<Context>, 'enabled' | 'prefetch'>,
) => Suggestion<Item, SentContext<Context>>

/** The fields of a question as they were sent: cut to what the server takes, candidates without what stays in the page. */
export type SentContext<Context> = Readonly<Record<keyof Context, unknown>>

/**
 * Makes the hook of one suggestion. `fields` is the only list of what leaves the page: a component hands over all its props, a host a
 * row of its own data, and what is not in the list stays.
 */
export function defineSuggestion<Context extends object, Item>(
  product: string,
  suggestion: string,
  fields: SentFields<Context>,
): SuggestionHook<Context, Item> {
  return (context) => {
    const { enabled, prefetch } = context
    return useSuggestion<Item, SentContext<Context>>({ product, suggestion, context: pick(context, fields), enabled, prefetch })
  }
}

// The server takes no more.
const maxCandidates = 20

/** For lists of candidates: the first 20 are sent, each with these fields alone. */
export function sendCandidates<Candidate extends object>(fields: SentFields<Candidate>) {
  return (candidates: readonly Candidate[]) => candidates.slice(0, maxCandidates).map((candidate) => pick(candidate, fields))
}

function pick<Source extends object>(source: Source, fields: SentFields<Source>): SentContext<Source> {
  const sent = {} as Record<keyof Source, unknown>
  for (const field in fields) {
    const send = fields[field]
    const value = source[field]
    sent[field] = typeof send === 'function' && value != null ? send(value) : value
  }
  return sent
}
