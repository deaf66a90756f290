/** Limits that a schema's description states in words, since the schema itself cannot carry them. */
export interface Range {
  low?: number
  high?: number
}

const number = String.raw`(\d+(?:\.\d+)?)`
const patterns: { pattern: RegExp; read: (a: number, b: number) => Range }[] = [
  { pattern: new RegExp(String.raw`${number}\s*(?:to|and|-|–|\.\.|~|에서|부터)\s*${number}`, 'i'), read: (a, b) => ({ low: a, high: b }) },
  { pattern: new RegExp(String.raw`exactly\s+${number}`, 'i'), read: (a) => ({ low: a, high: a }) },
  {
    pattern: new RegExp(String.raw`(?:at most|up to|no more than|maximum(?: of)?|max\.?|under|within|fewer than)\s+${number}`, 'i'),
    read: (a) => ({ high: a }),
  },
  { pattern: new RegExp(String.raw`(?:at least|no fewer than|minimum(?: of)?|min\.?)\s+${number}`, 'i'), read: (a) => ({ low: a }) },
  // "5 items" alone, at the start of a phrase: "at most 5 items" and "3 to 5 items" have been read above.
  { pattern: new RegExp(String.raw`^${number}\s+(?:items|entries)`, 'i'), read: (a) => ({ low: a, high: a }) },
  { pattern: new RegExp(String.raw`${number}\s*(?:or fewer|or less|이하|이내)`, 'i'), read: (a) => ({ high: a }) },
]

/** Splits a description into phrases, so that "3 to 5 items, each at most 12 words" gives two limits. */
function phrases(description: string): string[] {
  return description.split(/[,;:()\n]|\.(?!\d)/).map((phrase) => phrase.trim())
}

function rangeIn(phrase: string): Range | null {
  for (const { pattern, read } of patterns) {
    const found = pattern.exec(phrase)
    if (found !== null) return read(Number(found[1]), Number(found[2]))
  }
  return null
}

function merge(description: string, accept: (phrase: string) => boolean): Range {
  const range: Range = {}
  for (const phrase of phrases(description)) {
    const found = accept(phrase) ? rangeIn(phrase) : null
    if (found?.low !== undefined && range.low === undefined) range.low = found.low
    if (found?.high !== undefined && range.high === undefined) range.high = found.high
  }
  return range
}

function keywords(description: string, low: string, high: string): Range {
  const read = (keyword: string): number | undefined => {
    const found = new RegExp(String.raw`\b${keyword}"?: ?(-?\d+(?:\.\d+)?)`).exec(description)
    return found === null ? undefined : Number(found[1])
  }
  const range: Range = {}
  const lowest = read(low)
  const highest = read(high)
  if (lowest !== undefined) range.low = lowest
  if (highest !== undefined) range.high = highest
  return range
}

const measure = /\b(words?|characters?|chars?|letters?|sentences?|hours?|minutes?|weeks?)\b|단어|글자|문장|[0-9]자\b/i

export function lengthOfList(description: string): Range {
  return { ...merge(description, (phrase) => !measure.test(phrase)), ...keywords(description, 'minItems', 'maxItems') }
}

export function lengthInWords(description: string): Range {
  return merge(description, (phrase) => /\bwords?\b|단어/i.test(phrase))
}

export function lengthInCharacters(description: string): Range {
  return {
    ...merge(description, (phrase) => /\b(characters?|chars?|letters?)\b|글자|[0-9]자/i.test(phrase)),
    ...keywords(description, 'minLength', 'maxLength'),
  }
}

export function valueOfNumber(description: string): Range {
  return { ...merge(description, () => true), ...keywords(description, 'minimum', 'maximum') }
}
