/** Weights in the model: 2^15 hashed features, one byte each. */
export const bucketBits = 15
const shift = 32 - bucketBits
const longestWord = 24
// A word said a hundred times says no more than one said four times.
const mostCounted = 4

const wordEdge = 0x5f
// Multipliers of FNV and of Knuth: cheap, and the same in every engine since Math.imul is exact.
const step = (hash: number, unit: number) => Math.imul(hash ^ unit, 0x01000193)
const bucketOf = (hash: number) => Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> shift
const seeds = { word: 0x811c9dc5, pair: 0x2f0b4a17, triple: 0x5bd1e995, gram: 0x1b873593, shape: 0x38b34ae5 }

const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39
const isUpper = (unit: number) => unit >= 0x41 && unit <= 0x5a
const isSpace = (unit: number) => unit <= 0x20 || unit === 0xa0
const isHangul = (unit: number) => unit >= 0xac00 && unit <= 0xd7a3
// Of ASCII characters: the letter in lower case, or nothing.
const asciiLetters = Uint8Array.from({ length: 128 }, (_, unit) => {
  const sign = String.fromCharCode(unit)
  return /[a-z']/i.test(sign) ? sign.toLowerCase().charCodeAt(0) : 0
})
/** The letter in lower case, where it is one of ASCII or beyond; 0 where it is none. */
const letterOf = (unit: number) => (unit < 0x80 ? asciiLetters[unit]! : unit >= 0xc0 ? unit : 0)

// Used anew by each call: nothing waits within one.
const counts = new Uint8Array(1 << bucketBits)
// A syllable alone has five features of a token and three of its letters; everything else has fewer for each character.
const mostOfCharacter = 8
// Room for texts of a usual length; longer ones have their own.
const usualRoom = new Uint16Array(4096 * mostOfCharacter)
const usualEnds = new Uint32Array(4096)

export interface TextFeatures {
  tokens: number
  /** The buckets of all features, token by token. */
  buckets: Uint16Array
  /** For each token the place behind the last of its features. */
  ends: Uint32Array
}

/**
 * Words, signs, their pairs and triples, the letters inside words (two and three syllables of Hangul, three to five letters else) and
 * how things are written (case, digits, what stands glued together), as hashes. Good until the next call; linear.
 */
export function readFeatures(text: string): TextFeatures {
  counts.fill(0)
  const isUsual = text.length <= usualEnds.length
  const buckets = isUsual ? usualRoom : new Uint16Array(text.length * mostOfCharacter)
  const ends = isUsual ? usualEnds : new Uint32Array(text.length)
  const units = new Uint16Array(longestWord + 2)
  let size = 0
  units[0] = wordEdge
  let token = 0
  let before = 0
  let twoBefore = 0
  let shapes = 0
  let at = 0
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    if (isSpace(unit)) {
      at++
      continue
    }
    const start = at
    let hash = seeds.word
    let shape = 1
    if (isDigit(unit)) {
      while (isDigit(text.charCodeAt(at))) at++
      hash = step(hash, 0x30)
    } else if (letterOf(unit) !== 0) {
      for (let small = letterOf(unit); small !== 0; small = letterOf(text.charCodeAt(++at))) {
        if (at - start >= longestWord) continue
        units[at - start + 1] = small
        hash = step(hash, small)
      }
      const length = Math.min(at - start, longestWord)
      units[length + 1] = wordEdge
      shape = shapeOf(text, start, start + length)
      size = addGrams(units, length, buckets, size)
    } else {
      hash = step(hash, text.charCodeAt(at++))
      shape = 2
    }
    // The last four shapes, a nibble each; the lowest bit tells whether a space stands before.
    const isGlued = start > 0 && !isSpace(text.charCodeAt(start - 1))
    shapes = ((shapes << 4) | (shape << 1) | (isGlued ? 1 : 0)) & 0xffff
    size = add(bucketOf(hash), buckets, size)
    size = add(bucketOf(step(step(seeds.pair, before), hash)), buckets, size)
    size = add(bucketOf(step(step(step(seeds.triple, twoBefore), before), hash)), buckets, size)
    size = add(bucketOf(step(seeds.shape, shapes & 0xfff)), buckets, size)
    size = add(bucketOf(step(seeds.shape, shapes | 0x10000)), buckets, size)
    twoBefore = before
    before = hash
    ends[token++] = size
  }
  return { tokens: token, buckets, ends }
}

/** Returns how many there are with the feature, which is left out where it was counted often enough. */
function add(bucket: number, buckets: Uint16Array, size: number): number {
  if (counts[bucket]! >= mostCounted) return size
  counts[bucket]!++
  buckets[size] = bucket
  return size + 1
}

/** 3 lower case, 4 capitalised, 5 capitals, 6 mixed as in "camelCase", 7 other scripts. */
function shapeOf(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start)
  if (first >= 0xc0) return 7
  let uppers = 0
  for (let at = start + 1; at < end; at++) if (isUpper(text.charCodeAt(at))) uppers++
  if (isUpper(first)) return uppers === 0 ? 4 : uppers === end - start - 1 ? 5 : 6
  return uppers === 0 ? 3 : 6
}

/** The word with an edge on each side, in lower case, is in `units`; it has `length` letters. */
function addGrams(units: Uint16Array, length: number, buckets: Uint16Array, before: number): number {
  const hangul = isHangul(units[1]!)
  const shortest = hangul ? 2 : 3
  const longest = hangul ? 3 : 5
  const end = length + 2
  let size = before
  for (let from = 0; from + shortest <= end; from++) {
    let hash = seeds.gram
    const last = Math.min(end, from + longest)
    for (let at = from; at < last; at++) {
      hash = step(hash, units[at]!)
      if (at - from >= shortest - 1) size = add(bucketOf(hash), buckets, size)
    }
  }
  return size
}
