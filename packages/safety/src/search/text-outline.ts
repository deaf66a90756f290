import { anyDigit, anyHangul, neededLiteralsOf } from './needed-literals.ts'

// Twice the grams of ordinary texts find room, so that few literals seem to be there that are not.
const slotsForUnit = 8
const fewestBits = 12
const mostBits = 17

const first = (unit: number) => Math.imul(unit, 0x9e3779b1)
const second = (unit: number) => Math.imul(unit, 0x85ebca6b)
const third = (unit: number) => Math.imul(unit, 0xc2b2ae35)
const mix = (hash: number) => Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
// No unit of a text stands here: shorter grams are apart from longer ones.
const absent = 0x1ffff

const digitHash = mix(first(anyDigit.charCodeAt(0)) ^ second(absent) ^ third(absent))
const hangulHash = mix(first(anyHangul.charCodeAt(0)) ^ second(absent) ^ third(absent))

/**
 * Which sequences of one, two and three characters a text holds, as written and in lower case: what tells in a moment that an
 * expression cannot match in it. Never wrong when it says so. One pass over the text; memory in proportion to it, up to 128 kB.
 */
export class TextOutline {
  readonly #seen: Uint8Array
  readonly #shift: number

  /** `lower` is the text in lower case, offset by offset the same. */
  constructor(text: string, lower: string) {
    const bits = Math.min(mostBits, Math.max(fewestBits, 32 - Math.clz32(text.length * slotsForUnit)))
    this.#seen = new Uint8Array(1 << bits)
    this.#shift = 32 - bits
    this.#addGrams(lower, lower)
    if (text !== lower) this.#addGrams(text, lower)
  }

  /** Whether the text may hold a literal of each group. */
  mayHold(needs: Needs): boolean {
    for (const group of needs) if (!this.#holdsOneOf(group)) return false
    return true
  }

  #holdsOneOf(group: readonly Int32Array[]): boolean {
    const seen = this.#seen
    const shift = this.#shift
    for (const hashes of group) {
      let at = 0
      while (at < hashes.length && seen[hashes[at]! >>> shift] === 1) at++
      if (at === hashes.length) return true
    }
    return false
  }

  /** Every gram of `text` that is another one in `other`, or all where they are the same. */
  #addGrams(text: string, other: string): void {
    const seen = this.#seen
    const shift = this.#shift
    const isAll = text === other
    const ends = second(absent) ^ third(absent)
    const end = third(absent)
    let before = absent
    let twoBefore = absent
    let lastChange = -3
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (!isAll && unit !== other.charCodeAt(at)) lastChange = at
      if (isAll || at - lastChange < 3) {
        seen[mix(first(unit) ^ ends) >>> shift] = 1
        seen[mix(first(before) ^ second(unit) ^ end) >>> shift] = 1
        seen[mix(first(twoBefore) ^ second(before) ^ third(unit)) >>> shift] = 1
        if (unit >= 0x30 && unit <= 0x39) seen[digitHash >>> shift] = 1
        else if (unit >= 0xac00 && unit <= 0xd7a3) seen[hangulHash >>> shift] = 1
      }
      twoBefore = before
      before = unit
    }
  }
}

/** The hashes of the grams of each literal of each group. */
export type Needs = readonly (readonly Int32Array[])[]

export const needsOf = (expression: RegExp): Needs => neededLiteralsOf(expression).map((group) => group.map(hashesOf))

function hashesOf(literal: string): Int32Array {
  const units = Array.from({ length: literal.length }, (_, at) => literal.charCodeAt(at))
  if (units.length < 3) {
    const [one = absent, two = absent] = units
    return Int32Array.of(mix(first(one) ^ second(two) ^ third(absent)))
  }
  return Int32Array.from(units.slice(2), (unit, at) => mix(first(units[at]!) ^ second(units[at + 1]!) ^ third(unit)))
}
