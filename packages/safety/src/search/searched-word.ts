import type { SearchedText } from './searched-text.ts'
import { type Needs, needsOf } from './text-outline.ts'

/** A literal, letter by letter, that is looked for where a word begins. */
export interface SearchedWord {
  literal: string
  needs: Needs
}

export const searchedWord = (literal: string): SearchedWord => ({
  literal,
  needs: needsOf(new RegExp(literal.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))),
})

const letterOrDigit = /[\p{L}\d]/u

/** Whether the text holds the word with no letter or digit before it. */
export function hasWord({ text, outline }: SearchedText, { literal, needs }: SearchedWord): boolean {
  if (!outline.mayHold(needs)) return false
  for (let at = text.indexOf(literal); at !== -1; at = text.indexOf(literal, at + 1)) {
    if (!letterOrDigit.test(text.charAt(at - 1))) return true
  }
  return false
}
