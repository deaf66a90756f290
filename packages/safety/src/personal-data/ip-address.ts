import { guarded, matchesIn, matchesSomewhere } from '../search/guarded-expression.ts'
import { precededBy } from './context.ts'
import type { Detector } from './detection-input.ts'
import type { PersonalDataSpan } from './span.ts'

const version4 = guarded(/(?<![0-9A-Za-z.])(?:25[0-5]|2[0-4]\d|1?\d{1,2})(?:\.(?:25[0-5]|2[0-4]\d|1?\d{1,2})){3}(?![0-9A-Za-z]|\.\d)/g)
const full6 = guarded(/(?<![0-9A-Za-z])[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){7}(?![0-9A-Za-z:])/g)
// Without it neither form of version 6 is there, and it is found faster.
const twoColons = guarded(/:[0-9A-Fa-f]{0,4}:/)
const compressed6 = guarded(/(?<![0-9A-Za-z:])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?![0-9A-Za-z:])/g)
// Loopback, unspecified, masks, link-local and documentation addresses lead to nobody.
const nobody = /^(?:127\.|0\.|255\.|169\.254\.|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.)/
const versionContext = /(?:version|release|\bv|rev|firmware|build|§)\s?\.?$/

/** Three groups and "::" once. "12:34:56" and "a::b" are no address. */
function isCompressed(address: string): boolean {
  const shortened = address.indexOf('::')
  if (shortened === -1 || shortened !== address.lastIndexOf('::')) return false
  return address.split(':').filter((group) => group !== '').length >= 3 && /\d/.test(address)
}

export const findIpAddresses: Detector = (input) => {
  const { text, lower } = input
  const spans: PersonalDataSpan[] = []
  for (const match of matchesIn(input, version4)) {
    if (nobody.test(match[0]) || precededBy(lower, match.index, versionContext)) continue
    spans.push({ start: match.index, end: match.index + match[0].length, type: 'IP_ADDRESS', confidence: 'likely' })
  }
  if (!matchesSomewhere(input, twoColons)) return spans
  const add = (match: RegExpExecArray) =>
    spans.push({ start: match.index, end: match.index + match[0].length, type: 'IP_ADDRESS', confidence: 'certain' })
  for (const match of matchesIn(input, full6)) add(match)
  if (text.includes('::')) for (const match of matchesIn(input, compressed6)) if (isCompressed(match[0])) add(match)
  return spans
}
