import type { Locale } from '@inkling/contracts'

const hangul = /[가-힣]/g
const letter = /\p{L}/gu
// Proper names and titles begin with a capital; a sentence is made of small words.
const latinWord = /(?<![A-Za-z])[a-z]{2,}/g
const codeSign = /[;{}()[\]=<>_`]/g
const tagOrHandle = /[#@][\p{L}\p{N}_]+/gu
// Technical terms have fewer words; four are a phrase.
const minProseWords = 4
// A line of code has a sign for every ten characters; a sentence with a term in brackets has fewer.
const codeShare = 0.08

function isProse(text: string): boolean {
  if ((text.match(codeSign)?.length ?? 0) > text.length * codeShare) return false
  return (text.match(latinWord)?.length ?? 0) >= minProseWords
}

/** Whether an item is written in another language than was asked for. Code, names and hashtags say nothing about it. */
export function isWrongLanguage(values: readonly string[], locale: Locale): boolean {
  const texts = values.map((value) => value.replace(tagOrHandle, ' '))
  if (locale === 'ko') return texts.some((text) => text.search(hangul) === -1 && isProse(text))
  let korean = 0
  let letters = 0
  for (const text of texts) {
    korean += text.match(hangul)?.length ?? 0
    letters += text.match(letter)?.length ?? 0
  }
  return korean * 2 > letters
}
