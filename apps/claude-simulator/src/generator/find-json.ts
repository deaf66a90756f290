import type { Json } from '../protocol.ts'

/** Text beyond this is not searched, and so many openings are tried: both keep a hostile prompt cheap. */
const mostCharacters = 400_000
const mostOpenings = 400

/** Every outermost JSON object or array that stands in the text, in order. */
export function findJson(text: string): Json[] {
  const found: Json[] = []
  const searched = text.slice(0, mostCharacters)
  let openings = 0
  for (let start = searched.search(/[{[]/); start >= 0 && openings < mostOpenings; openings += 1) {
    const end = closingBracket(searched, start)
    const value = end < 0 ? undefined : parse(searched.slice(start, end + 1))
    if (value !== undefined) found.push(value)
    const from = value === undefined ? start + 1 : end + 1
    const next = searched.slice(from).search(/[{[]/)
    start = next < 0 ? -1 : from + next
  }
  return found
}

function closingBracket(text: string, start: number): number {
  let depth = 0
  let quoted = false
  for (let index = start; index < text.length; index += 1) {
    const character = text[index]
    if (quoted) {
      if (character === '\\') index += 1
      else if (character === '"') quoted = false
    } else if (character === '"') quoted = true
    else if (character === '{' || character === '[') depth += 1
    else if (character === '}' || character === ']') {
      depth -= 1
      if (depth === 0) return index
    }
  }
  return -1
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
