import type { Sign } from './rule.ts'

// Optimised suffixes follow a plain request on the same line: pieces of words, code and signs that no language puts together.
const maxLength = 600
const fewestWords = 10
// More lines, code marks, tables and Hangul are something else.
const notNoise = /[\n`|가-힣]/
const formula = /^[\w()+\-*/^=<>.,"]*\d[\w()+\-*/^=<>.,"]*$/
const plainWord = /^["'“]?\p{L}[\p{L}'’-]{0,24}[,:]?$/u
const plainStart = 4
// Signs that prose and people's writing put together.
const usualSigns =
  /^(?:[)\]}"'’”]?[.,;:!?]{1,3}["'”’)]?|["'“”‘’()[\]]{1,2}|\.{2,}|-{1,3}>?|—|\*{1,3}|[:;]-?[)(DP]|!{2,}|\?{2,}|\?!|#{1,6}|[)\]]["'.,:;]{0,3}|\(\)[.,;:?!]{0,2}|@|%[.,)]?|[$€£₩]|<[3/]?|:\/\/)$/
const signRuns = /[^\p{L}\p{N}\s]{1,40}/gu
const camel = /\p{Ll}\p{Lu}/u
const leastOdd = 3
const leastOddSigns = 2
const oddPart = 0.1

/** A request with an optimised suffix behind it: at least three odd words in a short line that began as prose. */
export function findNoiseSuffix(folded: string): Sign[] {
  const text = folded.trim()
  if (text.length > maxLength || notNoise.test(text)) return []
  const words = text.split(/\s+/)
  if (words.length < fewestWords || !words.slice(0, plainStart).every((word) => plainWord.test(word))) return []
  const rest = words.slice(plainStart).filter((word) => !/^https?:/.test(word))
  const oddSigns = rest.filter(hasOddSigns).length
  const odd = oddSigns + rest.filter((word) => !hasOddSigns(word) && camel.test(word)).length
  return odd >= leastOdd && oddSigns >= leastOddSigns && odd >= oddPart * words.length ? [{ id: 'noise-suffix', weight: 1, index: 0 }] : []
}

function hasOddSigns(word: string): boolean {
  if (formula.test(word)) return false
  return Array.from(word.matchAll(signRuns), ({ 0: run, index }) => ({
    run,
    isInside: index > 0 && index + run.length < word.length,
  })).some(
    ({ run, isInside }) =>
      (run.length > 1 ? !usualSigns.test(run) : isInside && !/['’.,\-/&@:_*+"]/.test(run)) || /^[{}\\~^<>|=]$/.test(run),
  )
}
