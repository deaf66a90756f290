import { mendWord } from './english-words.ts'

// "i.g.n.o.r.e" and "i g n o r e": single letters with one sign between them.
const dottedLetters = /(?<![a-z])[a-z](?:[.\-_*][a-z]){1,40}(?![a-z])/g
const spacedLetters = /(?<![a-z'])[a-z](?: [a-z]){3,40}(?![a-z'])/g
// Hangul is no word of the English rules: a run of it is one sign.
const tokens = /[a-z0-9@$!|']{1,64}|[\uac00-\ud7a3]{1,64}|[^a-z0-9@$!|'\s]|\n/g
const wordLike = /^(?:[a-z0-9@$]|[!|']+[a-z0-9@$'])/

/**
 * Lower-case words with one space between them, signs set apart, line ends as "\n": what the English rules match. Mended words are
 * in place of misspelt ones. Sentence signs stay, so that a rule cannot reach over them.
 */
export function toCanonicalText(folded: string): string {
  const lower = folded
    .toLowerCase()
    .replace(dottedLetters, (letters) => letters.replace(/[.\-_*]/g, ''))
    .replace(spacedLetters, (letters) => letters.replaceAll(' ', ''))
  const parts: string[] = []
  for (const [token] of lower.matchAll(tokens)) {
    if (!wordLike.test(token)) {
      parts.push(token)
      continue
    }
    const stop = /[!|]{1,64}$/.exec(token)?.[0]
    const mended = mendWord(token)
    if (stop !== undefined && mended.endsWith(stop)) parts.push(mendWord(token.slice(0, -stop.length)), '!')
    else parts.push(mended)
  }
  return parts.join(' ')
}
