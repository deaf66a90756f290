import { detectInjection } from './detect-injection.ts'
import { findPersonalData } from './find-personal-data.ts'
import { originalRange, wholeCharacters } from './mapped-text.ts'
import { cleanText } from './normalise-text.ts'
import { hasUnknownValue } from './personal-data/leftover.ts'
import type { PersonalDataSpan, PersonalDataType } from './personal-data/span.ts'
import { neutralisePlaceholders, type PlaceholderNumbering } from './placeholder-numbering.ts'
import { prepareText } from './prepared-text.ts'
import { hasSensitiveWords } from './sensitive-words.ts'

export type SafetyLevel = 'low' | 'medium' | 'high'
type Refusal = 'injection' | 'secret' | 'personal-data' | 'sensitive-words'

export interface InspectOptions {
  /** Code is searched line by line, keeps its characters and is not refused for numbers, addresses and words. */
  kind: 'text' | 'code'
  level: SafetyLevel
  /** `refuse`: any personal data refuses, whatever the level. */
  personalData: 'redact' | 'refuse'
  placeholders: PlaceholderNumbering
}

export interface TextRedaction {
  /** As it stands in the inspected text, for example `[EMAIL_1]`. */
  placeholder: string
  type: PersonalDataType
  /** UTF-16 offsets in the text as given, end exclusive. */
  start: number
  end: number
}

export interface InspectedText {
  /** Cleaned, with placeholders where personal data stood. Not to be sent if there is a refusal. */
  text: string
  redactions: TextRedaction[]
  refusal?: Refusal
  findings: { kind: Refusal; action: 'redacted' | 'refused' | 'flagged' }[]
}

const isSecret = ({ type }: PersonalDataSpan) => type === 'SECRET' || type === 'PASSWORD'
// A name or a postal address is taken away where context says so; a guess would take words out of sentences.
const isRedacted = ({ type, confidence }: PersonalDataSpan) => confidence !== 'possible' || (type !== 'PERSON' && type !== 'ADDRESS')

/** What of one untrusted text may go out, and whether it may at all. Any string is accepted; linear in its length. */
export function inspectText(given: string, options: InspectOptions): InspectedText {
  const { kind, level, placeholders } = options
  const prepared = prepareText(given)
  const cleaned = kind === 'text' ? prepared.cleaned : cleanText(given, kind)
  const text = neutralisePlaceholders(cleaned.text)
  const spans = (kind === 'code' ? findByLine(text) : findPersonalData(text === given ? prepared : text).spans).filter(isRedacted)

  const redactions: TextRedaction[] = []
  let redacted = ''
  let at = 0
  for (const { type, ...span } of spans) {
    const whole = wholeCharacters(cleaned, span.start, span.end)
    const start = Math.max(at, whole.start)
    if (start >= whole.end) continue
    const placeholder = placeholders.placeholderFor(type, text.slice(start, whole.end))
    redactions.push({ placeholder, type, ...originalRange(cleaned, start, whole.end) })
    redacted += text.slice(at, start) + placeholder + (kind === 'code' ? lineEndsIn(text.slice(start, whole.end)) : '')
    at = whole.end
  }
  redacted += text.slice(at)

  const injection = detectInjection(prepared).verdict
  const personal = spans.filter((span) => !isSecret(span))
  const refused = new Set<Refusal>()
  if (injection === 'refuse') refused.add('injection')
  if (level !== 'low' && spans.some(isSecret)) refused.add('secret')
  if (options.personalData === 'refuse' && spans.some((span) => span.confidence !== 'possible')) refused.add('personal-data')
  if (level === 'high' && kind === 'text') {
    // Nothing found means nothing taken away: the text was looked at already.
    if ((spans.length > 0 && personalDataRemains(redacted)) || hasUnknownValue(redacted)) refused.add('personal-data')
    if (hasSensitiveWords(text)) refused.add('sensitive-words')
  }

  const findings: InspectedText['findings'] = [...refused].map((refusal) => ({ kind: refusal, action: 'refused' as const }))
  if (injection === 'flag') findings.push({ kind: 'injection', action: 'flagged' })
  if (spans.some(isSecret) && !refused.has('secret')) findings.push({ kind: 'secret', action: 'redacted' })
  if (personal.length > 0 && !refused.has('personal-data')) findings.push({ kind: 'personal-data', action: 'redacted' })
  const refusal = refusalOrder.find((candidate) => refused.has(candidate))
  return { text: redacted, redactions, ...(refusal === undefined ? {} : { refusal }), findings }
}

// What is worst is named.
const refusalOrder: readonly Refusal[] = ['injection', 'secret', 'personal-data', 'sensitive-words']

/** Something that redaction did not reach: a find in the redacted text. */
function personalDataRemains(redacted: string): boolean {
  return findPersonalData(redacted).spans.some(isRedacted)
}

/** What is left of lines that are taken away: those below keep their numbers. */
function lineEndsIn(text: string): string {
  return text.replace(/[^\r\n]/g, '')
}

/** Finds that stay within their lines, so that the code's line numbers hold. */
function findByLine(text: string): PersonalDataSpan[] {
  const spans: PersonalDataSpan[] = []
  // A private key is the one thing that spans lines: it is looked for in the whole.
  if (text.includes('-----BEGIN')) return findPersonalData(text).spans
  let from = 0
  for (const line of text.split('\n')) {
    if (line.trim() !== '') {
      for (const span of findPersonalData(line).spans) spans.push({ ...span, start: span.start + from, end: span.end + from })
    }
    from += line.length + 1
  }
  return spans
}
