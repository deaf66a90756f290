import { z } from 'zod'
import { customsOf, type Platform } from './platforms.ts'

/** One hashtag as every platform links it: letters, digits and underscores, at least one letter. */
export const hashtag = z
  .string()
  .max(31)
  .regex(/^#(?=[\p{N}_]*\p{L})[\p{L}\p{M}\p{N}_]+$/u)
  .describe('One hashtag with its #: letters, digits and underscores, no spaces')

const tagInText = /#(?=[\p{N}_]*\p{L})[\p{L}\p{M}\p{N}_]+/gu

/** What is wrong with the hashtags for the platform, or `undefined`. */
export function hashtagProblem(hashtags: readonly string[], platform: Platform): string | undefined {
  const { minimum, maximum } = customsOf[platform].hashtags
  if (hashtags.length < minimum || hashtags.length > maximum)
    return `${hashtags.length} hashtags; ${platform} is best served with ${minimum === maximum ? minimum : `${minimum} to ${maximum}`}`
  const repeated = hashtags.find((tag, index) => hashtags.findIndex((other) => other.toLowerCase() === tag.toLowerCase()) < index)
  return repeated === undefined ? undefined : `${repeated} is there twice`
}

/** What is wrong with the post as a whole: too long, or hashtags against the platform's customs. */
export function postProblem(caption: string, hashtags: readonly string[], platform: Platform): string | undefined {
  const length = postLength(`${caption}\n\n${hashtags.join(' ')}`, platform)
  const { characters } = customsOf[platform]
  if (length > characters) return `${length} characters with hashtags; ${platform} takes ${characters}`
  return hashtagProblem([...(caption.match(tagInText) ?? []), ...hashtags], platform)
}

/** Length as the platform counts it. */
export function postLength(text: string, platform: Platform): number {
  return platform === 'x' ? weightedLength(text) : [...text].length
}

// X counts the NFC form; what is outside of these ranges (Hangul, emoji) counts twice: docs.x.com, "Counting characters".
const countedOnce: readonly (readonly [number, number])[] = [
  [0x0000, 0x10ff],
  [0x2000, 0x200d],
  [0x2010, 0x201f],
  [0x2032, 0x2037],
]
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u

function weightedLength(text: string): number {
  let length = 0
  for (const { segment } of graphemes.segment(text.normalize('NFC'))) {
    // A family of four joined emoji is one emoji and counts as two.
    length += emoji.test(segment) ? 2 : [...segment].reduce((sum, character) => sum + weightOf(character.codePointAt(0)!), 0)
  }
  return length
}

function weightOf(codePoint: number): number {
  return countedOnce.some(([first, last]) => codePoint >= first && codePoint <= last) ? 1 : 2
}
