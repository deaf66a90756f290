import { type DigitRun, findDigitRuns } from './digit-runs.ts'
import type { PersonalDataSpan } from './span.ts'

/** What every detector looks at; prepared once for a text. */
export interface DetectionInput {
  text: string
  /** Lower case, offset by offset the same as `text`. */
  lower: string
  runs: DigitRun[]
}

export type Detector = (input: DetectionInput) => PersonalDataSpan[]

export function prepareInput(text: string): DetectionInput {
  const lower = text.toLowerCase()
  return {
    text,
    // A few letters become two in lower case; ASCII is all that detectors compare then.
    lower: lower.length === text.length ? lower : text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()),
    runs: findDigitRuns(text),
  }
}
