/**
 * Finds the items of `{"items":[{...},{...}]}` while the text still comes, so that the first one can be shown before the last is written.
 * Linear in the length of the text; keeps no more than the item under way.
 */
export class ItemStream {
  #buffer = ''
  #scanned = 0
  #itemStart = -1
  #depth = 0
  #inString = false
  #escaped = false
  #complete = false

  /** `true` once the outermost object has closed. */
  get complete(): boolean {
    return this.#complete
  }

  /** The texts of the items that `chunk` completes, in order. */
  push(chunk: string): string[] {
    this.#buffer += chunk
    const items: string[] = []
    for (; this.#scanned < this.#buffer.length; this.#scanned++) {
      const character = this.#buffer.charCodeAt(this.#scanned)
      if (this.#inString) this.#stepInString(character)
      else if (this.#step(character)) items.push(this.#buffer.slice(this.#itemStart, this.#scanned + 1))
    }
    this.#forget()
    return items
  }

  #stepInString(character: number): void {
    if (this.#escaped) this.#escaped = false
    else if (character === backslash) this.#escaped = true
    else if (character === quote) this.#inString = false
  }

  /** `true` when this character ends an item. */
  #step(character: number): boolean {
    if (character === quote) this.#inString = true
    else if (character === openBrace || character === openBracket) {
      // Depth 1 is the outer object, 2 the list, 3 an item.
      if (++this.#depth === 3) this.#itemStart = this.#scanned
    } else if (character === closeBrace || character === closeBracket) {
      this.#depth--
      if (this.#depth === 0) this.#complete = true
      return this.#depth === 2
    }
    return false
  }

  #forget(): void {
    const keepFrom = this.#depth >= 3 ? this.#itemStart : this.#scanned
    this.#buffer = this.#buffer.slice(keepFrom)
    this.#scanned -= keepFrom
    this.#itemStart -= keepFrom
  }
}

const quote = 0x22
const backslash = 0x5c
const openBrace = 0x7b
const closeBrace = 0x7d
const openBracket = 0x5b
const closeBracket = 0x5d
