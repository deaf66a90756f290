// "very, very, very" is style; more of the same word in a row is a loop.
const maxSameTokens = 6
const minTokens = 24
const phrase = 3
// A sixth of all phrases being the same one does not happen in a text with content.
const maxPhraseShare = 1 / 6
const sameSign = /([^\s\d=\-_*#.])\1{24}/u

/** Whether a model has begun to turn in circles. */
export function isRepetitive(values: readonly string[], tokens: readonly string[]): boolean {
  if (values.some((value) => sameSign.test(value))) return true
  let same = 1
  const counts = new Map<string, number>()
  for (let index = 1; index < tokens.length; index++) {
    same = tokens[index] === tokens[index - 1] ? same + 1 : 1
    if (same > maxSameTokens) return true
    if (index + 1 < phrase) continue
    const key = tokens.slice(index + 1 - phrase, index + 1).join(' ')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  if (tokens.length < minTokens) return false
  return Math.max(0, ...counts.values()) > Math.max(3, tokens.length * maxPhraseShare)
}
