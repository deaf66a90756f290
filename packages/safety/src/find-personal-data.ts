import { originalRange } from './mapped-text.ts'
import { findAddresses } from './personal-data/address.ts'
import { findCreditCards } from './personal-data/credit-card.ts'
import { type Detector, prepareInput } from './personal-data/detection-input.ts'
import { findEmails } from './personal-data/email.ts'
import { findIbans } from './personal-data/iban.ts'
import { findIpAddresses } from './personal-data/ip-address.ts'
import { findResidentNumbers } from './personal-data/kr-rrn.ts'
import { findResidualNumbers } from './personal-data/number.ts'
import { findPassportNumbers } from './personal-data/passport.ts'
import { findPasswords } from './personal-data/password.ts'
import { findPersons } from './personal-data/person.ts'
import { findPhoneNumbers } from './personal-data/phone.ts'
import { findSecrets } from './personal-data/secret.ts'
import { type PersonalDataSpan, personalDataTypes, resolveOverlaps } from './personal-data/span.ts'
import { findSocialSecurityNumbers } from './personal-data/us-ssn.ts'
import { asPrepared, type PreparedText } from './prepared-text.ts'
import type { SearchedText } from './search/searched-text.ts'

// Values of a form of their own, disguised or glued together.
const valueDetectors: readonly Detector[] = [
  findSecrets,
  findEmails,
  findIbans,
  findResidentNumbers,
  findCreditCards,
  findSocialSecurityNumbers,
  findPassportNumbers,
  findPhoneNumbers,
  findIpAddresses,
  findPasswords,
  findResidualNumbers,
]
// What is written as other words are: read once, as it stands.
const wordDetectors: readonly Detector[] = [findAddresses, findPersons]

// A placeholder, typed or ours, is no value. Line ends in its place keep offsets and join nothing across it.
const placeholder = new RegExp(`[[(](?:${personalDataTypes.join('|')})_[0-9]{1,6}[\\])]`, 'gi')
// What stands glued to a find was perhaps not recognised for it: it is looked at again without its neighbour.
const glue = /[A-Za-z0-9@._:+\-/]/
const maxRounds = 4

/** `searched` may be of another text; it is taken where it is of the text that is read. */
function runDetectors(text: string, isOriginal: boolean, searched: SearchedText): PersonalDataSpan[] {
  let masked = text.includes('_') ? text.replace(placeholder, (match) => '\n'.repeat(match.length)) : text
  let input = prepareInput(masked, masked === searched.text ? searched : undefined)
  const all = isOriginal ? wordDetectors.flatMap((find) => find(input)) : []
  for (let round = 0; round < maxRounds; round++) {
    if (round > 0) input = prepareInput(masked)
    const found = valueDetectors.flatMap((find) => find(input))
    all.push(...found)
    const isGlued = ({ start, end }: PersonalDataSpan) => glue.test(masked.charAt(start - 1)) || glue.test(masked.charAt(end))
    if (!found.some(isGlued)) break
    // A number that nothing explains may turn out to be something once its neighbour is known, so it stays for the second round.
    const sure = found.filter(({ confidence }) => confidence !== 'possible')
    masked = maskSpans(masked, round === 0 && sure.some(isGlued) ? sure : found)
  }
  return all
}

function maskSpans(text: string, spans: readonly PersonalDataSpan[]): string {
  let masked = ''
  let at = 0
  for (const { start, end } of resolveOverlaps(spans)) {
    masked += text.slice(at, start) + '\n'.repeat(end - start)
    at = end
  }
  return masked + text.slice(at)
}

/**
 * Personal data and credentials in a text, as UTF-16 offsets into the text as given, by rising start and without overlap.
 * The text is read as it is and, for values, with disguises undone. Any string is accepted; linear in its length; never throws.
 */
export function findPersonalData(text: string | PreparedText): { spans: PersonalDataSpan[] } {
  const { given, folded, searched } = asPrepared(text)
  const spans = runDetectors(given, true, searched)
  if (folded.text !== given) {
    for (const span of runDetectors(folded.text, false, searched)) spans.push({ ...span, ...originalRange(folded, span.start, span.end) })
  }
  return { spans: resolveOverlaps(spans) }
}
