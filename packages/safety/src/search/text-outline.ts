import { anyDigit, anyHangul, neededLiteralsOf } from './needed-literals.ts'

// Grams of ordinary texts leave most slots free, so that few literals seem to be there that are not.
const slotsForUnit = 24
const fewestBits = 12
const mostBits = 20

// Seven bits for each character keep ASCII apart; Knuth's multiplier spreads what is left.
const spread = (key: number) => Math.imul(key, 0x9e3779b1)
const pairMark = 1 << 22
const hashOfPair = (first: number, second: number) => spread((first << 7) ^ second ^ pairMark)
const hashOfTriple = (first: number, second: number, third: number) => spread((first << 14) ^ (second << 7) ^ third)
const digitUnit = anyDigit.charCodeAt(0)
const hangulUnit = anyHangul.charCodeAt(0)
// Single characters have the first words for themselves, by their lowest ten bits.
const unitWords = 32
const unitWord = (unit: number) => (unit >>> 5) & (unitWords - 1)

/**
 * Which sequences of one, two and three characters a text holds, as written and in lower case: what tells in a moment that an
 * expression cannot match in it. Never wrong when it says so. One pass over the text; memory in proportion to it, up to 128 kB.
 */
export class TextOutline {
  /** A bit for each slot. */
  readonly #seen: Uint32Array
  readonly #shift: number

  /** `lower` is the text in lower case, offset by offset the same. */
  constructor(text: string, lower: string) {
    const bits = Math.min(mostBits, Math.max(fewestBits, 32 - Math.clz32(text.length * slotsForUnit)))
    this.#seen = new Uint32Array(unitWords + (1 << (bits - 5)))
    this.#shift = 32 - bits
    this.#addGrams(lower, lower)
    if (text !== lower) this.#addGrams(text, lower)
  }

  /** Whether the text may hold a literal of each group. */
  mayHold(needs: Needs): boolean {
    for (const group of needs) if (!this.#holdsOneOf(group)) return false
    return true
  }

  #holdsOneOf(group: readonly Literal[]): boolean {
    const seen = this.#seen
    const shift = this.#shift
    for (const { unit, hashes } of group) {
      if (((seen[unitWord(unit)]! >>> (unit & 31)) & 1) === 0) continue
      let at = 0
      while (at < hashes.length && isSet(seen, hashes[at]! >>> shift)) at++
      if (at === hashes.length) return true
    }
    return false
  }

  /** Every gram of `text` that is another one in `other`, or all where they are the same. */
  #addGrams(text: string, other: string): void {
    const seen = this.#seen
    const shift = this.#shift
    const isAll = text === other
    let before = 0
    let twoBefore = 0
    let lastChange = -3
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (!isAll && unit !== other.charCodeAt(at)) lastChange = at
      if (isAll || at - lastChange < 3) {
        const pair = hashOfPair(before, unit) >>> shift
        const triple = hashOfTriple(twoBefore, before, unit) >>> shift
        seen[unitWords + (pair >>> 5)]! |= 1 << (pair & 31)
        seen[unitWords + (triple >>> 5)]! |= 1 << (triple & 31)
        seen[unitWord(unit)]! |= 1 << (unit & 31)
        if (unit >= 0x30 && unit <= 0x39) seen[unitWord(digitUnit)]! |= 1 << (digitUnit & 31)
        else if (unit >= 0xac00 && unit <= 0xd7a3) seen[unitWord(hangulUnit)]! |= 1 << (hangulUnit & 31)
      }
      twoBefore = before
      before = unit
    }
  }
}

const isSet = (seen: Uint32Array, slot: number) => ((seen[unitWords + (slot >>> 5)]! >>> (slot & 31)) & 1) === 1

interface Literal {
  /** Its first character. */
  unit: number
  /** Of its triples, or of its pair; none of a single character. */
  hashes: Int32Array
}

/** Of each group a text has to hold a literal. */
export type Needs = readonly (readonly Literal[])[]

/** Small groups come first: they are looked up faster and missing more often. */
export const needsOf = (expression: RegExp): Needs =>
  neededLiteralsOf(expression)
    .map((group) => group.map(literalOf))
    .sort((a, b) => a.length - b.length)

function literalOf(literal: string): Literal {
  const units = Array.from({ length: literal.length }, (_, at) => literal.charCodeAt(at))
  const [unit = 0, next] = units
  const triples = units.slice(2).map((last, at) => hashOfTriple(units[at]!, units[at + 1]!, last))
  const pair = triples.length === 0 && next !== undefined ? [hashOfPair(unit, next)] : []
  return { unit, hashes: Int32Array.from([...triples, ...pair]) }
}
