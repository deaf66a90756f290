import type { Language } from '../language.ts'
import { lengthInCharacters, lengthInWords } from './described-limits.ts'

/** Ends text at a sentence where one fits, else at a word, so that the result reads as finished. */
function cut(text: string, fits: (candidate: string) => boolean): string {
  if (fits(text)) return text
  const sentences = text.match(/[^.!?]+[.!?]+\s*/g) ?? []
  for (let count = sentences.length - 1; count > 0; count -= 1) {
    const shorter = sentences.slice(0, count).join('').trim()
    if (fits(shorter)) return shorter
  }
  const words = text.split(/\s+/)
  for (let count = words.length - 1; count > 0; count -= 1) {
    const shorter = words
      .slice(0, count)
      .join(' ')
      .replace(/[\s,;:–-]+$/, '')
    if (fits(shorter)) return shorter
  }
  let characters = [...(words[0] ?? '')]
  while (characters.length > 1 && !fits(characters.join(''))) characters = characters.slice(0, -1)
  return characters.join('')
}

const padding: Record<Language, string> = {
  en: 'It keeps the plan simple and easy to follow.',
  ko: '간단하고 따라 하기 쉬운 방법이에요.',
}

/** Brings text within the words and characters that the description allows. */
export function fitText(text: string, description: string, language: Language): string {
  const words = lengthInWords(description)
  const characters = lengthInCharacters(description)
  let fitted = text
  // Bounded: a description may ask for more than a text ever needs.
  for (let round = 0; round < 20 && fitted.length < Math.min(characters.low ?? 0, 1_000); round += 1)
    fitted = `${fitted} ${padding[language]}`
  return cut(
    fitted,
    (candidate) =>
      candidate.split(/\s+/).length <= (words.high ?? Number.POSITIVE_INFINITY) &&
      candidate.length <= (characters.high ?? Number.POSITIVE_INFINITY),
  )
}
