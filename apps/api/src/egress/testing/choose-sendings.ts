import type { FreeTextField } from './free-text-fields.ts'
import type { LabelledText } from './labelled-texts.ts'
import type { Sending } from './send-texts.ts'

const structured = new Set([
  ...['EMAIL', 'PHONE', 'CREDIT_CARD', 'IBAN', 'US_SSN', 'KR_RRN', 'PASSPORT', 'IP_ADDRESS', 'SECRET', 'PASSWORD'],
])
const named = new Set([...structured, 'PERSON', 'ADDRESS'])
// Shorter ones ("Kim", "1234") stand in any log by chance.
const shortestValue = 6
// So much of the text before its first value comes along: it says what the value is.
const leadLength = 40

/** Each pair of a text and a field, or every `stride`-th of them; a prime stride meets each field and each source of texts. */
export function chooseSendings(texts: readonly LabelledText[], fields: readonly FreeTextField[], stride: number): Sending[] {
  const pairs = texts.length * fields.length
  return Array.from({ length: Math.ceil(pairs / stride) }, (_, index) => {
    const pair = index * stride
    return cut(texts[Math.floor(pair / fields.length)]!, fields[pair % fields.length]!)
  })
}

/** As much of the text as fits into the field, with its first value if there is one. */
function cut({ text, spans }: LabelledText, field: FreeTextField): Sending {
  const first = spans.find(({ type }) => named.has(type))
  const from = text.length <= field.maximumLength ? 0 : Math.max(0, (first?.start ?? 0) - Math.min(leadLength, field.maximumLength / 2))
  const part = text.slice(from, from + field.maximumLength)
  const inside = spans.filter(({ type, start, end }) => named.has(type) && start >= from && end <= from + part.length)
  const values = inside.map(({ start, end }) => text.slice(start, end)).filter((value) => value.trim().length >= shortestValue)
  return { field, text: part, values }
}
