import { TextOutline } from './text-outline.ts'

/** A text that many expressions are searched for in; prepared once. */
export interface SearchedText {
  text: string
  /** Lower case, offset by offset the same as `text`. */
  lower: string
  outline: TextOutline
}

export function prepareSearch(text: string): SearchedText {
  const lowered = text.toLowerCase()
  // A few letters become two in lower case; ASCII is all that detectors compare then.
  const lower = lowered.length === text.length ? lowered : text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
  return { text, lower, outline: new TextOutline(text, lower) }
}
