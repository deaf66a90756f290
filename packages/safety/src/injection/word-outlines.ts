const longest = 32
// Five bits keep letters apart, and the whole in the processor's cache.
const slotOf = (first: number, last: number, length: number) => ((first & 0x1f) << 10) | ((last & 0x1f) << 5) | length

/** First letter, last letter and length of some words: tells most others apart from them without a look at the rest. ASCII alone. */
export class WordOutlines {
  readonly #seen = new Uint8Array(1 << 15)

  constructor(words: Iterable<string>) {
    for (const word of words) {
      if (word.length > 0 && word.length < longest)
        this.#seen[slotOf(word.charCodeAt(0), word.charCodeAt(word.length - 1), word.length)] = 1
    }
  }

  /** Whether `[start, end)` of the text may be one of the words. */
  mayHold(text: string, start: number, end: number): boolean {
    if (end - start >= longest) return false
    return this.#seen[slotOf(text.charCodeAt(start), text.charCodeAt(end - 1), end - start)] === 1
  }
}
