import type { Detector } from './detection-input.ts'
import { findLatinNames, findLowerCaseNames } from './person-english.ts'
import { findKoreanNames } from './person-korean.ts'

export const findPersons: Detector = (input) => {
  const names = [...findLatinNames(input.text), ...findLowerCaseNames(input), ...findKoreanNames(input)]
  return names.map(({ start, end }) => ({ start, end, type: 'PERSON', confidence: 'likely' }))
}
