import { WordOutlines } from './word-outlines.ts'

/**
 * The words that the English rules look for. A word of a text that is none of these, but has the same first and last letter and the
 * same letters between them, or becomes one when digits are read as letters, is taken for it: "ignroe", "1gn0r3".
 */
const words = `
ignore ignoring disregard disregarding forget override overrule bypass neglect discard abandon dismiss
previous prior above earlier preceding foregoing initial original hidden secret system developer
instruction instructions prompt prompts rule rules guideline guidelines directive directives command commands constraint constraints
restriction restrictions policy policies filter filters programming safety
reveal show print output display repeat disclose recite translate encode verbatim
following everything anything without unfiltered uncensored unrestricted jailbreak pretend response conversation messages
`
  .split(/\s+/)
  .filter((word) => word !== '')

// Shorter words have too many neighbours.
const minFuzzyLength = 5

const known = new Set(words)
const sums = new Set(words.map(sumOfLetters))
const byScrambledForm = new Map(words.filter((word) => word.length >= minFuzzyLength).map((word) => [scrambledForm(word), word]))
// Most words of a text are told apart from all known ones by this alone.
const outlines = new WordOutlines(words.filter((word) => word.length >= minFuzzyLength))
const letterForSign = new Map(
  Object.entries({ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b', 9: 'g', '@': 'a', $: 's', '!': 'i', '|': 'l' }),
)
// The longest known word; longer tokens are left as they are.
const maxLength = 16

/** Whether the letters `[start, end)` of a text may stand for a known word that they are not. */
export const mayMend = (text: string, start: number, end: number): boolean => outlines.mayHold(text, start, end)

/** The same for words of the same letters, and of hardly any others: most words are told apart by it. */
function sumOfLetters(word: string): number {
  let sum = 0
  for (let at = 0; at < word.length; at++) sum += word.charCodeAt(at) ** 3
  return sum
}

function scrambledForm(word: string): string {
  return `${word[0]}${[...word.slice(1, -1)].sort().join('')}${word.at(-1)}`
}

/** The known word that `token` (lower case) most probably stands for, or the token itself. */
export function mendWord(token: string): string {
  if (token.length > maxLength || known.has(token)) return token
  const spelt = /[0-9@$!|]/.test(token) && /[a-z0-9]/.test(token) ? readAsLetters(token) : token
  if (spelt.length < minFuzzyLength || !outlines.mayHold(spelt, 0, spelt.length)) return spelt
  if (!sums.has(sumOfLetters(spelt))) return spelt
  return byScrambledForm.get(scrambledForm(spelt)) ?? spelt
}

function readAsLetters(token: string): string {
  // A number is a number; only a mixture, or a short word such as "4nd", is writing.
  if (!/[a-z]/.test(token)) return token
  const trailing = /[!|]{1,16}$/.exec(token)?.[0] ?? ''
  return [...token.slice(0, token.length - trailing.length)].map((sign) => letterForSign.get(sign) ?? sign).join('') + trailing
}
