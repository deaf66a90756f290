import { mayMend, mendWord } from './english-words.ts'

// "i.g.n.o.r.e" and "i g n o r e": single letters with one sign between them.
const dottedLetters = /(?<![a-z])[a-z](?:[.\-_*][a-z]){1,40}(?![a-z])/g
const spacedLetters = /(?<![a-z'])[a-z](?: [a-z]){3,40}(?![a-z'])/g
// Both begin with what few texts hold: told faster than the expressions themselves.
const anyDotted = /[.\-_*][a-z](?![a-z])/
const anySpaced = / [a-z] [a-z] [a-z](?![a-z'])/
const longestToken = 64

// Kinds of characters: letters and what is read as one; the rest of word characters; Hangul, a run of which is one sign; spaces.
const kinds = { sign: 0, letter: 1, likeLetter: 2, mark: 3, hangul: 4, space: 5, lineEnd: 6 }
const ofAscii = Uint8Array.from({ length: 128 }, (_, unit) => {
  const sign = String.fromCharCode(unit)
  if (sign === '\n') return kinds.lineEnd
  if (/[a-z]/.test(sign)) return kinds.letter
  if (/[0-9@$]/.test(sign)) return kinds.likeLetter
  if (/[!|']/.test(sign)) return kinds.mark
  return /\s/.test(sign) ? kinds.space : kinds.sign
})
const space = /\s/

function kindOf(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit < 0x80) return ofAscii[unit]!
  if (unit >= 0xac00 && unit <= 0xd7a3) return kinds.hangul
  return space.test(text.charAt(at)) ? kinds.space : kinds.sign
}

const isInWord = (kind: number) => kind >= kinds.letter && kind <= kinds.mark

/**
 * Lower-case words with one space between them, signs set apart, line ends as "\n": what the English rules match. Mended words are
 * in place of misspelt ones. Sentence signs stay, so that a rule cannot reach over them.
 */
export function toCanonicalText(folded: string): string {
  let lower = folded.toLowerCase()
  if (anyDotted.test(lower)) lower = lower.replace(dottedLetters, (letters) => letters.replace(/[.\-_*]/g, ''))
  if (anySpaced.test(lower)) lower = lower.replace(spacedLetters, (letters) => letters.replaceAll(' ', ''))
  let canonical = ''
  // What stands between words as it is wanted already is taken over as one piece.
  let taken = 0
  let end = -1
  let at = 0
  while (at < lower.length) {
    const start = at
    const kind = kindOf(lower, at++)
    if (kind === kinds.space) continue
    let word: string | undefined
    if (kind === kinds.hangul) {
      while (at - start < longestToken && at < lower.length && kindOf(lower, at) === kinds.hangul) at++
    } else if (isInWord(kind)) {
      let isLetters = kind === kinds.letter
      let isNumber = kind === kinds.likeLetter
      for (; at - start < longestToken && at < lower.length; at++) {
        const next = kindOf(lower, at)
        if (!isInWord(next)) break
        isLetters &&= next === kinds.letter
        isNumber &&= next === kinds.likeLetter
      }
      // A number is no word, and most words are like none of the rules.
      if (isLetters ? mayMend(lower, start, at) : !isNumber) word = mendToken(lower.slice(start, at))
    }
    const isSpaced = end === -1 ? start === 0 : start === end + 1 && lower.charCodeAt(end) === 0x20
    if (!isSpaced) {
      canonical += end === -1 ? '' : `${lower.slice(taken, end)} `
      taken = start
    }
    if (word !== undefined) {
      canonical += lower.slice(taken, start) + word
      taken = at
    }
    end = at
  }
  return canonical + lower.slice(taken, Math.max(end, 0))
}

const wordLike = /^(?:[a-z0-9@$]|[!|']+[a-z0-9@$'])/

/** What the token most probably stands for; signs behind a word are set apart, as one. Nothing where it stays as it is. */
function mendToken(token: string): string | undefined {
  if (!wordLike.test(token)) return undefined
  const mended = mendWord(token)
  const stop = endsInStop(token) ? /[!|]{1,64}$/.exec(token)![0] : undefined
  if (stop !== undefined && mended.endsWith(stop)) return `${mendWord(token.slice(0, -stop.length))} !`
  return mended === token ? undefined : mended
}

function endsInStop(token: string): boolean {
  const last = token.charCodeAt(token.length - 1)
  return last === 0x21 || last === 0x7c
}
