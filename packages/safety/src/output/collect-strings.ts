/** What a model's item holds, flat. `values` are the strings that are shown, `keys` the names of properties. */
interface ItemText {
  values: string[]
  numbers: number[]
  keys: string[]
  /** Characters of all strings together. */
  length: number
  tooDeep: boolean
}

// Answers are lists of small records; nothing of ours nests deeper.
const maxDepth = 12

/** Walks any JSON value without recursion. */
export function collectText(item: unknown): ItemText {
  const found: ItemText = { values: [], numbers: [], keys: [], length: 0, tooDeep: false }
  const open: { value: unknown; depth: number }[] = [{ value: item, depth: 0 }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next
    if (typeof value === 'string') {
      found.values.push(value)
      found.length += value.length
    } else if (typeof value === 'number') found.numbers.push(value)
    else if (typeof value === 'object' && value !== null) {
      if (depth >= maxDepth) {
        found.tooDeep = true
        continue
      }
      const entries = Object.entries(value)
      if (!Array.isArray(value)) found.keys.push(...entries.map(([key]) => key))
      // The last pushed is the first taken: reversed, the strings come in reading order.
      for (const [, child] of entries.reverse()) open.push({ value: child, depth: depth + 1 })
    }
  }
  return found
}
