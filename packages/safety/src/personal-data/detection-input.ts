import { prepareSearch, type SearchedText } from '../search/searched-text.ts'
import { type DigitRun, findDigitRuns } from './digit-runs.ts'
import type { PersonalDataSpan } from './span.ts'

/** What every detector looks at; prepared once for a text. */
export interface DetectionInput extends SearchedText {
  runs: DigitRun[]
}

export type Detector = (input: DetectionInput) => PersonalDataSpan[]

export function prepareInput(text: string, searched = prepareSearch(text)): DetectionInput {
  return { ...searched, runs: findDigitRuns(text) }
}
