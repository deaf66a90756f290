import type { CheckedRequest } from '../protocol.ts'

/**
 * Splits text into pieces about as long as a real tokenizer's: a word part of up to six Latin letters with its leading
 * space, up to three digits, one or two Hangul syllables, one ideograph, a run of white space, single marks. The pieces
 * joined give the text again, so a cut between two pieces never loses a character. A piece is never shorter than a code
 * point, so the count never exceeds the number of bytes.
 */
const piece = / ?[A-Za-z]{1,6}|\d{1,3}|[\uac00-\ud7a3]{1,2}| ?[^\s\w]|\s+|[\s\S]/gu

export function splitTokens(text: string): string[] {
  return text.match(piece) ?? []
}

export function countTokens(text: string): number {
  let count = 0
  for (const _ of text.matchAll(piece)) count += 1
  return count
}

/** Role marks and turns: what each request and each block costs beside its text. */
const requestTokens = 7
const blockTokens = 3
/** The API adds instructions of its own for structured output and for tools. */
const structuredOutputTokens = 180
const toolTokens = { free: 286, forced: 406 }

/** Tokens of the prompt up to and including each block; the last value is the whole prompt. */
export function cumulativePromptTokens(request: CheckedRequest): number[] {
  let total = requestTokens
  if (request.schema !== null) total += structuredOutputTokens + countTokens(JSON.stringify(request.schema))
  if (request.blocks.some((block) => block.role === 'tool')) total += request.forcedTool === null ? toolTokens.free : toolTokens.forced
  return request.blocks.map((block) => {
    total += blockTokens + countTokens(block.text)
    return total
  })
}
