import { findKoreanAddresses } from './address-korean.ts'
import { findLatinAddresses } from './address-latin.ts'
import type { Detector } from './detection-input.ts'

export const findAddresses: Detector = ({ text }) =>
  [...findLatinAddresses(text), ...(/[가-힣]/.test(text) ? findKoreanAddresses(text) : [])].map(({ start, end }) => ({
    start,
    end,
    type: 'ADDRESS',
    confidence: 'likely',
  }))
