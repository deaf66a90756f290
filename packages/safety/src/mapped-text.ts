/**
 * A text derived from another one, with the way back. `starts[i]` and `ends[i]` are the UTF-16 offsets in the original of what
 * became code unit `i`. Both are absent where the text was not changed in length: offsets are the same then.
 */
export interface MappedText {
  text: string
  starts?: Uint32Array
  ends?: Uint32Array
}

/** The range of the original that became `[start, end)` of the derived text. */
export function originalRange(mapped: MappedText, start: number, end: number): { start: number; end: number } {
  if (mapped.starts === undefined || mapped.ends === undefined || end <= start) return { start, end }
  return { start: mapped.starts[start] ?? start, end: mapped.ends[end - 1] ?? end }
}

/** The range widened to whole characters of the original: a ligature or a letter with marks is one. */
export function wholeCharacters(mapped: MappedText, start: number, end: number): { start: number; end: number } {
  const { starts } = mapped
  if (starts === undefined) return { start, end }
  let from = start
  let to = end
  while (from > 0 && starts[from] === starts[from - 1]) from--
  while (to < starts.length && starts[to] === starts[to - 1]) to++
  return { start: from, end: to }
}

/** Collects a derived text piece by piece. Linear in its length. */
export class MappedTextBuilder {
  #text = ''
  #length = 0
  #starts: Uint32Array
  #ends: Uint32Array

  constructor(capacity: number) {
    this.#starts = new Uint32Array(Math.max(16, capacity))
    this.#ends = new Uint32Array(Math.max(16, capacity))
  }

  /** Every code unit of `piece` came from `[start, end)` of the original. */
  append(piece: string, start: number, end: number): void {
    this.#reserve(piece.length)
    this.#starts.fill(start, this.#length, this.#length + piece.length)
    this.#ends.fill(end, this.#length, this.#length + piece.length)
    this.#length += piece.length
    this.#text += piece
  }

  /** `piece` stands in the original exactly as it is, from `start` on. */
  appendUnchanged(piece: string, start: number): void {
    this.#reserve(piece.length)
    for (let index = 0; index < piece.length; index++) {
      this.#starts[this.#length + index] = start + index
      this.#ends[this.#length + index] = start + index + 1
    }
    this.#length += piece.length
    this.#text += piece
  }

  build(): MappedText & { starts: Uint32Array; ends: Uint32Array } {
    return { text: this.#text, starts: this.#starts.subarray(0, this.#length), ends: this.#ends.subarray(0, this.#length) }
  }

  #reserve(more: number): void {
    const needed = this.#length + more
    if (needed <= this.#starts.length) return
    const capacity = Math.max(needed, this.#starts.length * 2)
    const starts = new Uint32Array(capacity)
    const ends = new Uint32Array(capacity)
    starts.set(this.#starts)
    ends.set(this.#ends)
    this.#starts = starts
    this.#ends = ends
  }
}

/** `second` was derived from `first.text`; the result leads from `second.text` to the original of `first`. */
export function composeMaps(first: MappedText, second: MappedText): MappedText {
  if (first.starts === undefined || first.ends === undefined) return second
  if (second.starts === undefined || second.ends === undefined) return { ...first, text: second.text }
  const starts = new Uint32Array(second.starts.length)
  const ends = new Uint32Array(second.ends.length)
  for (let index = 0; index < starts.length; index++) {
    const range = originalRange(first, second.starts[index]!, second.ends[index]!)
    starts[index] = range.start
    ends[index] = range.end
  }
  return { text: second.text, starts, ends }
}
