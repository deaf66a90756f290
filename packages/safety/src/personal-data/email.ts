import { guarded, matchesInLower } from '../search/guarded-expression.ts'
import type { DetectionInput, Detector } from './detection-input.ts'
import type { PersonalDataSpan } from './span.ts'

// Lengths of RFC 5321: local part and domain.
const maxLocal = 64
const maxDomain = 253

const localCharacter = /[A-Za-z0-9._%+'\-\u00c0-\u024f]/
const domainCharacter = /[A-Za-z0-9.\-\u00c0-\u024f]/
const domainForm = /^(?:[A-Za-z0-9\u00c0-\u024f][A-Za-z0-9\-\u00c0-\u024f]{0,62}\.){1,8}[A-Za-z]{2,24}(?![A-Za-z])/
// "icon@2x.png" is a file.
const fileEnding = /\.(?:png|jpe?g|gif|svg|webp|ico|css|m?[jt]sx?|json|md|html?)$/i

const userInUrl = /:\/\/[^\s/?#]{0,80}$/

export const findEmails: Detector = (input) => [...findPlain(input.text), ...findSpelt(input)]

function findPlain(text: string): PersonalDataSpan[] {
  const spans: PersonalDataSpan[] = []
  for (let sign = text.indexOf('@'); sign !== -1; sign = text.indexOf('@', sign + 1)) {
    const apart = text.charAt(sign - 1) === ' ' && text.charAt(sign + 1) === ' ' ? 1 : 0
    let start = sign - apart
    while (start > 0 && sign - start < maxLocal && localCharacter.test(text.charAt(start - 1))) start--
    while (start < sign && /[.'%-]/.test(text.charAt(start))) start++
    let end = sign + 1 + apart
    while (end < text.length && end - sign < maxDomain && domainCharacter.test(text.charAt(end))) end++

    // Digits may be glued to the last label: a phone number behind an address.
    const domain = domainForm.exec(text.slice(sign + 1 + apart, end))?.[0] ?? ''
    end = sign + 1 + apart + domain.length
    if (start >= sign - apart || domain === '' || fileEnding.test(domain)) continue
    // "git@github.com:owner/repository" names a server.
    if (text.charAt(end) === ':' && text.slice(start, sign) === 'git') continue
    // The part before the sign in "scheme://user:word@host" is a credential, not a mailbox.
    if (userInUrl.test(text.slice(Math.max(0, start - 80), start))) continue
    spans.push({ start, end, type: 'EMAIL', confidence: apart === 0 ? 'certain' : 'likely' })
  }
  return spans
}

const spelt = guarded(/[([{<]\s?(?:at|앳|골뱅이|@)\s?[)\]}>]|골뱅이|(?<=[a-z0-9] )at(?= [a-z0-9])/g)
const dot = String.raw`(?:\.|\s{0,2}[([{<]\s?(?:dot|점|\.)\s?[)\]}>]\s{0,2}|\s{1,2}(?:dot|점)\s{1,2})`
const localBefore = new RegExp(String.raw`(?<![a-z0-9])[a-z0-9_%+\-]{1,32}(?:${dot}[a-z0-9_%+\-]{1,32}){0,3}\s{0,2}$`)
const domainAfter = new RegExp(String.raw`^\s{0,2}[a-z0-9\-]{1,40}(?:${dot}[a-z0-9\-]{1,40}){0,3}${dot}[a-z]{2,12}(?![a-z0-9])`)
const speltDot = /dot|점/

/** Addresses that are written to be read: "name (at) host dot com", "name 골뱅이 host 점 com". */
function findSpelt(input: DetectionInput): PersonalDataSpan[] {
  const { lower } = input
  const spans: PersonalDataSpan[] = []
  for (const match of matchesInLower(input, spelt)) {
    const behind = match.index + match[0].length
    const domain = domainAfter.exec(lower.slice(behind, behind + 160))
    // A bare "at" is an everyday word: the dot has to be spelt too.
    if (domain === null || (match[0] === 'at' && !speltDot.test(domain[0]))) continue
    const from = Math.max(0, match.index - 140)
    const local = localBefore.exec(lower.slice(from, match.index))
    if (local === null) continue
    spans.push({ start: from + local.index, end: behind + domain[0].length, type: 'EMAIL', confidence: 'likely' })
  }
  return spans
}
