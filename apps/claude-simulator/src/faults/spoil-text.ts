import { splitTokens } from '../accounting/tokens.ts'
import { isAlias, type RequestFacts } from '../generator/request-facts.ts'
import { isObject, type Json } from '../protocol.ts'

/** Breaks the JSON from its first key on, and puts words before it, as a model without structured output might. */
export function spoilJson(text: string): string {
  return `Here is what I suggest:\n${text.replaceAll('":', '" ')}`
}

/** The first 60 % of the tokens, so that complete and cut items both occur; or the first `bytes` bytes. */
export function cutText(text: string, bytes: number | undefined): string {
  if (bytes !== undefined) return new TextDecoder().decode(Buffer.from(text).subarray(0, bytes), { stream: true })
  const tokens = splitTokens(text)
  return tokens.slice(0, Math.max(1, Math.floor(tokens.length * 0.6))).join('')
}

/** Puts an alias that the request did not offer into the first item that names one. Unchanged where none does. */
export function nameForeignCandidate(answer: Json, facts: RequestFacts): Json {
  const offered = new Set(facts.candidates.map(({ id }) => id))
  const foreign = Array.from({ length: 21 }, (_, index) => `c${index + 1}`).find((id) => !offered.has(id)) ?? 'c99'
  return replaceFirst(answer, isAlias, () => foreign).value
}

const invented = {
  en: 'Write to olivia.hart84@postbox-mail.net or call +1 415-555-2671.',
  ko: 'jiwon.park84@postbox-mail.net 또는 010-2938-4756으로 연락하세요.',
}

/** Puts an invented address and number into the first longer text of the answer. */
export function nameInventedPerson(answer: Json, facts: RequestFacts): Json {
  return replaceFirst(
    answer,
    (text) => text.includes(' '),
    () => invented[facts.language],
  ).value
}

/** Plain text gets the same sentence at its end. */
export function namePersonInText(text: string, facts: RequestFacts): string {
  return `${text} ${invented[facts.language]}`
}

function replaceFirst(
  value: Json,
  accept: (text: string) => boolean,
  replacement: (text: string) => string,
): { value: Json; done: boolean } {
  if (typeof value === 'string') return accept(value) ? { value: replacement(value), done: true } : { value, done: false }
  let done = false
  const visit = (inner: Json): Json => {
    if (done) return inner
    const result = replaceFirst(inner, accept, replacement)
    done = result.done
    return result.value
  }
  if (Array.isArray(value)) return { value: value.map(visit), done }
  if (!isObject(value)) return { value, done: false }
  const entries = Object.entries(value).map(([key, inner]) => [key, visit(inner)] as const)
  return { value: Object.fromEntries(entries), done }
}
