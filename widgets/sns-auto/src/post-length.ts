import type { Platform } from './context.ts'

/** The longest post of each platform, hashtags included. */
export const longestPost: Record<Platform, number> = {
  instagram: 2200,
  tiktok: 2200,
  youtube: 5000,
  facebook: 63206,
  x: 280,
  threads: 500,
  linkedin: 3000,
}

/** Length as the platform counts it: on X, Hangul and emoji count twice. */
export function postLength(text: string, platform: Platform): number {
  if (platform !== 'x') return [...text].length
  const plain = text.normalize('NFC').replace(emoji, '가')
  return [...plain].reduce((sum, character) => sum + (countedTwice.test(character) ? 2 : 1), 0)
}

const countedTwice = /[\u1100-\u1fff\u200e\u200f\u2020-\u2031\u2038-\u{10ffff}]/u
// One emoji with all that belongs to it: joined ones, skin tones, flags, keys.
const emoji =
  /\p{Regional_Indicator}{2}|[\d#*]\ufe0f?\u20e3|\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]*(?:\u200d\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]*)*/gu
