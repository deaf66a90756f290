import { CallerError } from '@inkling/contracts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The text of a body, or the caller's mistake. */
export function decodeUtf8(body: Buffer): string {
  try {
    return utf8.decode(body)
  } catch {
    throw new CallerError('invalid-json', 'The body is not valid UTF-8. Encode the JSON document as UTF-8.')
  }
}

/** A JSON document, or the caller's mistake. The message never quotes the body, which may hold personal data. */
export function decodeJson(body: Buffer): unknown {
  const text = decodeUtf8(body)
  try {
    return JSON.parse(text)
  } catch {
    if (text.trim() === '') throw new CallerError('invalid-json', 'The body is empty. Send one JSON document.')
    throw new CallerError('invalid-json', 'The body is not valid JSON. Check quotes, commas and brackets.')
  }
}
