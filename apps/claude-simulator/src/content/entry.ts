import type { Language } from '../language.ts'

/**
 * One idea of the bank. `title` and `body` always stand; the other names are those that answer schemas use for more of
 * it (`formula`, `hook`, `effort`). `{key}` in a text is replaced by the request's own words, `{key|words}` by `words`
 * where the request has none.
 */
export interface Entry {
  title: string
  body: string
  [detail: string]: string | readonly string[]
}

export type Bank = Record<Language, readonly Entry[]>
