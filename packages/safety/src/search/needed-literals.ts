/** Stands for any decimal digit, and for any syllable of Hangul: see `text-outline.ts`. */
export const anyDigit = '\ue000'
export const anyHangul = '\ue001'

/** What is known of a part of an expression. */
interface Part {
  /** All that it can match, where that is little. */
  exact?: readonly string[]
  /** Of each group every match holds a literal, or has it beside it. */
  needs: readonly (readonly string[])[]
}

const maxExact = 256
const maxClass = 6
const maxCopies = 4
const nothing: Part = { exact: [''], needs: [] }
const unknown: Part = { needs: [] }

/**
 * Groups of literals: a text in which an expression matches holds one literal of each group. Nothing where the expression does not
 * show it. Literals of expressions that ignore case are in lower case. After the index of Cox, "Regular Expression Matching with a
 * Trigram Index" (2012).
 */
export function neededLiteralsOf({ source, flags }: RegExp): string[][] {
  const ignoresCase = flags.includes('i')
  // Both together also fold letters beyond ASCII into ASCII ones.
  if (ignoresCase && flags.includes('u')) return []
  const groups = groupsOf(new Reader(source).readAlternatives()).map((group) => withoutLonger(group))
  if (!ignoresCase) return groups
  return groups.filter((group) => group.every(hasPlainCase)).map((group) => group.map((literal) => literal.toLowerCase()))
}

const hasPlainCase = (literal: string) => [...literal].every((sign) => sign < '\u0080' || sign.toLowerCase() === sign.toUpperCase())
/** Without those that hold another one: where they stand it stands, too. */
function withoutLonger(group: readonly string[]): string[] {
  const kept: string[] = []
  for (const literal of [...new Set(group)].sort((a, b) => a.length - b.length))
    if (!kept.some((other) => literal.includes(other))) kept.push(literal)
  return kept
}
const groupsOf = ({ exact, needs }: Part) => (exact === undefined ? needs : [exact, ...needs]).filter((group) => !group.includes(''))
const shortest = (group: readonly string[]) => Math.min(...group.map((literal) => literal.length))
const cross = (left: readonly string[], right: readonly string[]) => left.flatMap((a) => right.map((b) => a + b))

function joinBranches(branches: readonly Part[]): Part {
  if (branches.length === 1) return branches[0]!
  const exact = branches.flatMap((branch) => branch.exact ?? [])
  if (branches.every((branch) => branch.exact !== undefined) && exact.length <= maxExact) return { exact, needs: [] }
  const best = branches.map((branch) => [...groupsOf(branch)].sort((a, b) => shortest(b) - shortest(a) || a.length - b.length)[0])
  return best.includes(undefined) ? unknown : { needs: [best.flatMap((group) => group!)] }
}

function repeat(part: Part, least: number, most: number): Part {
  if (least === 1 && most === 1) return part
  if (least === 0) return most === 1 && part.exact !== undefined ? { exact: [...part.exact, ''], needs: [] } : unknown
  let copies = part.exact
  for (let copy = 1; copy < Math.min(least, maxCopies) && copies !== undefined; copy++) {
    copies = copies.length * part.exact!.length <= maxExact ? cross(copies, part.exact!) : undefined
  }
  if (copies !== undefined && least === most && least <= maxCopies) return { exact: copies, needs: part.needs }
  return { needs: groupsOf(copies === undefined ? part : { ...part, exact: copies }) }
}

class Reader {
  readonly #source: string
  #at = 0

  constructor(source: string) {
    this.#source = source
  }

  readAlternatives(): Part {
    const branches = [this.#readSequence()]
    while (this.#source[this.#at] === '|') {
      this.#at++
      branches.push(this.#readSequence())
    }
    return joinBranches(branches)
  }

  #readSequence(): Part {
    const needs: (readonly string[])[] = []
    let run: readonly string[] = ['']
    let isExact = true
    while (this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at]!)) {
      const part = this.#readRepeated()
      needs.push(...part.needs)
      if (part.exact !== undefined && run.length * part.exact.length <= maxExact) {
        run = cross(run, part.exact)
        continue
      }
      isExact = false
      needs.push(run)
      run = part.exact ?? ['']
    }
    if (isExact) return { exact: run, needs }
    return { needs: [...needs, run].filter((group) => !group.includes('')) }
  }

  #readRepeated(): Part {
    const part = this.#readOne()
    if (!'*+?{'.includes(this.#source[this.#at] ?? ' ')) return part
    const [quantifier, least, comma, most] = this.#take(quantifiers)
    if (quantifier === undefined) return part
    if (quantifier.startsWith('{')) {
      const atLeast = Number(least)
      return repeat(part, atLeast, comma === undefined ? atLeast : most === undefined ? Number.POSITIVE_INFINITY : Number(most))
    }
    return repeat(part, quantifier.startsWith('+') ? 1 : 0, quantifier.startsWith('?') ? 1 : Number.POSITIVE_INFINITY)
  }

  #readOne(): Part {
    switch (this.#source[this.#at]) {
      case '(':
        return this.#readGroup()
      case '[':
        return partOfClass(this.#take(sets)[0]!.slice(1, -1))
      case '^':
      case '$':
        this.#at++
        return nothing
      case '.':
        this.#at++
        return unknown
      default: {
        const sign = this.#take(signs)[0]!
        if (/^\\[bB]/.test(sign)) return nothing
        if (sign === '\\d') return { needs: [[anyDigit]] }
        return /^\\[sSwWD1-9kpP]/.test(sign) ? unknown : { exact: [literalOf(sign)], needs: [] }
      }
    }
  }

  #readGroup(): Part {
    const [, look] = this.#take(openings)
    const inside = this.readAlternatives()
    this.#at++
    if (look === undefined) return inside
    return look.endsWith('=') ? { exact: [''], needs: groupsOf(inside) } : nothing
  }

  #take(sign: RegExp): (string | undefined)[] {
    sign.lastIndex = this.#at
    const found = sign.exec(this.#source) ?? []
    this.#at += found[0]?.length ?? 0
    return found
  }
}

const openings = /\((?:\?(?:(<?[=!])|:|<[^>]{1,64}>))?/y
const sets = /\[(?:\\.|[^\]\\])*\]/y
const quantifiers = /(?:[*+?]|\{(\d+)(,)?(\d+)?\})\??/y
const signs = /\\[pPk]\{[^}]{1,64}\}|\\k<[^>]{1,64}>|\\u\{[0-9a-fA-F]{1,6}\}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\.|./suy

const controls: Record<string, string> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v', 0: '\0' }

function literalOf(sign: string): string {
  if (!sign.startsWith('\\')) return sign
  const [, code] = /^\\[ux]\{?([0-9a-fA-F]{2,6})\}?$/.exec(sign) ?? []
  return code === undefined ? (controls[sign[1]!] ?? sign.slice(1)) : String.fromCodePoint(Number.parseInt(code, 16))
}

const classMember =
  /(\\u\{[0-9a-fA-F]{1,6}\}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\.|[^\\])(?:-(\\u\{[0-9a-fA-F]{1,6}\}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\.|[^\\]))?/gsu

function partOfClass(members: string): Part {
  if (members === '\\d') return { needs: [[anyDigit]] }
  if (members.startsWith('^') || /\\[sSwWdDpPbB]/.test(members)) return unknown
  const ranges = Array.from(members.matchAll(classMember), ([, from = '', to]) => {
    const first = literalOf(from).codePointAt(0)!
    return { first, last: to === undefined ? first : literalOf(to).codePointAt(0)! }
  })
  const within = (least: number, most: number) => ranges.every(({ first, last }) => first >= least && last <= most)
  const size = ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0)
  if (size <= maxClass && within(0, 0xd7ff)) {
    const signs = ranges.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, next) => first + next))
    return { exact: signs.map((point) => String.fromCharCode(point)), needs: [] }
  }
  if (within(0x30, 0x39)) return { needs: [[anyDigit]] }
  return within(0xac00, 0xd7a3) ? { needs: [[anyHangul]] } : unknown
}
