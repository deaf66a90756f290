import { foldText } from '../normalise-text.ts'

// Twelve words in a row are no coincidence; shorter runs are phrases that instructions and answers share.
const overlapTokens = 12
const token = /[\p{L}\p{N}]+/gu

export function tokenise(text: string): string[] {
  return foldText(text).text.toLowerCase().match(token) ?? []
}

/** Whether a text repeats twelve tokens in a row of `system`, from whichever offset. `system` is read once. */
export function createPromptOverlap(system: string): (tokens: readonly string[]) => boolean {
  const known = new Set<string>()
  const tokens = tokenise(system)
  for (let from = 0; from + overlapTokens <= tokens.length; from++) known.add(tokens.slice(from, from + overlapTokens).join(' '))
  const starts = new Set(tokens)
  return (candidate) => {
    let run = 0
    for (let index = 0; index < candidate.length; index++) {
      // Only where twelve words of the system prompt stand together is it worth comparing the sequence.
      run = starts.has(candidate[index]!) ? run + 1 : 0
      if (run >= overlapTokens && known.has(candidate.slice(index + 1 - overlapTokens, index + 1).join(' '))) return true
    }
    return false
  }
}
