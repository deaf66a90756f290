import { originalRange } from './mapped-text.ts'
import { foldText } from './normalise-text.ts'
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
import { type PersonalDataSpan, resolveOverlaps } from './personal-data/span.ts'
import { findSocialSecurityNumbers } from './personal-data/us-ssn.ts'

const detectors: readonly Detector[] = [
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
  findAddresses,
  findPersons,
  findResidualNumbers,
]

function runDetectors(text: string): PersonalDataSpan[] {
  const input = prepareInput(text)
  return detectors.flatMap((find) => find(input))
}

/**
 * Personal data and credentials in a text, as UTF-16 offsets into the text as given, by rising start and without overlap.
 * The text is read twice: as it is, and with disguises undone. Any string is accepted; linear in its length; never throws.
 */
export function findPersonalData(text: string): { spans: PersonalDataSpan[] } {
  const spans = runDetectors(text)
  const folded = foldText(text)
  if (folded.text !== text) {
    for (const span of runDetectors(folded.text)) spans.push({ ...span, ...originalRange(folded, span.start, span.end) })
  }
  return { spans: resolveOverlaps(spans) }
}
