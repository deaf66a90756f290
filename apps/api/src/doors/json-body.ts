import { CallerError } from '@inkling/contracts'

const utf8 = new TextDecoder('utf-8', { fatal: true })
// A context has four levels, a batch of events three; whoever nests deeper tests whether something of ours recurses.
const deepestLevel = 32

/** The text of a body, or the caller's mistake. */
export function decodeUtf8(body: Buffer): string {
  requireShallow(body)
  try {
    return utf8.decode(body)
  } catch {
    throw new CallerError('invalid-json', 'The body is not valid UTF-8. Encode the JSON document as UTF-8.')
  }
}

/** A JSON document, or the caller's mistake. The message never quotes the body, which may hold personal data. */
export function decodeJson(body: Buffer): unknown {
  return parseJson(decodeUtf8(body))
}

/** The same for a text that {@link decodeUtf8} has read. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    if (text.trim() === '') throw new CallerError('invalid-json', 'The body is empty. Send one JSON document.')
    throw new CallerError('invalid-json', 'The body is not valid JSON. Check quotes, commas and brackets.')
  }
}

const [quote, backslash, brace, bracket, closingBrace, closingBracket] = Buffer.from('"\\{[}]')

/** Before anything is parsed: one pass over the bytes, since none of these signs is part of a longer UTF-8 sequence. */
function requireShallow(body: Buffer): void {
  if (countOpening(body) <= deepestLevel) return
  let level = 0
  let inString = false
  for (let index = 0; index < body.length; index += 1) {
    const byte = body[index]
    if (inString) {
      if (byte === backslash) index += 1
      else if (byte === quote) inString = false
    } else if (byte === quote) inString = true
    else if (byte === brace || byte === bracket) {
      level += 1
      if (level > deepestLevel) {
        throw new CallerError('invalid-json', `The body is nested more than ${deepestLevel} levels deep. Send the context as documented.`)
      }
    } else if (byte === closingBrace || byte === closingBracket) level -= 1
  }
}

/** Strings included: what opens no more levels than are allowed, as nearly all bodies do, needs no closer look. */
function countOpening(body: Buffer): number {
  let count = 0
  for (let index = 0; index < body.length; index += 1) if (body[index] === brace || body[index] === bracket) count += 1
  return count
}
