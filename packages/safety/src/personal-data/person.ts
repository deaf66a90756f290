import type { Detector } from './detection-input.ts'
import { findLatinNames, findLowerCaseNames } from './person-english.ts'
import { findKoreanNames } from './person-korean.ts'

export const findPersons: Detector = ({ text }) => {
  const names = [...findLatinNames(text), ...findLowerCaseNames(text), ...(/[가-힣]/.test(text) ? findKoreanNames(text) : [])]
  return names.map(({ start, end }) => ({ start, end, type: 'PERSON', confidence: 'likely' }))
}
