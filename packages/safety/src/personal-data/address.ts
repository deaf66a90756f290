import { findKoreanAddresses } from './address-korean.ts'
import { findLatinAddresses } from './address-latin.ts'
import type { Detector } from './detection-input.ts'

export const findAddresses: Detector = (input) =>
  [...findLatinAddresses(input), ...findKoreanAddresses(input)].map(({ start, end }) => ({
    start,
    end,
    type: 'ADDRESS',
    confidence: 'likely',
  }))
