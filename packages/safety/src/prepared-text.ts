import type { MappedText } from './mapped-text.ts'
import { cleanText, foldCleaned } from './normalise-text.ts'
import { prepareSearch, type SearchedText } from './search/searched-text.ts'

/** A text as both detectors read it; prepared once for both. */
export interface PreparedText {
  given: string
  /** Invisible characters removed, composed. */
  cleaned: MappedText
  /** Look-alikes in their ASCII form, too. */
  folded: MappedText
  /** Of the folded text. */
  searched: SearchedText
}

export function prepareText(given: string): PreparedText {
  const cleaned = cleanText(given, 'text')
  const folded = foldCleaned(cleaned)
  return { given, cleaned, folded, searched: prepareSearch(folded.text) }
}

export const asPrepared = (given: string | PreparedText): PreparedText => (typeof given === 'string' ? prepareText(given) : given)
