import { type Needs, needsOf, TextOutline } from '../search/text-outline.ts'
import type { Rule, Sign } from './rule.ts'
import { WordOutlines } from './word-outlines.ts'

interface IndexedRule {
  rule: Rule
  /** Among the rules. */
  place: number
  /** Of each of these groups a match holds a word. */
  words: readonly (readonly string[])[]
  needs: Needs
  /** Where every match begins right at one of the rule's first words: the expression for one place, and those words. */
  begins: { sticky: RegExp; words: readonly string[] } | undefined
}

/** Rules by the words that they can begin with: a text without one of a rule's words need not be searched for it. */
export interface RuleIndex {
  byWord: ReadonlyMap<string, readonly IndexedRule[]>
  /** Rules of which that is not known. */
  always: readonly IndexedRule[]
  /** Every word that matters. */
  known: WordOutlines
  size: number
}

export function indexRules(rules: readonly Rule[]): RuleIndex {
  const byWord = new Map<string, IndexedRule[]>()
  const always: IndexedRule[] = []
  for (const [place, rule] of rules.entries()) {
    const { source, flags } = rule.expression
    const words = firstWordsOf(source)
    const begins =
      words !== undefined && beginsAtWord(source) ? { sticky: new RegExp(source, `${flags}y`), words: [...new Set(words)] } : undefined
    const indexed = { rule, place, words: neededWordsOf(source), needs: needsOf(rule.expression), begins }
    if (words === undefined) always.push(indexed)
    else for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), indexed])
  }
  const needed = [...byWord.values(), always].flatMap((list) => list.flatMap(({ words }) => words.flat()))
  return { byWord, always, known: new WordOutlines([...byWord.keys(), ...needed]), size: rules.length }
}

/** The first match of every rule in canonical text, as if each were searched for. */
export function findIndexedSigns({ byWord, always, known, size }: RuleIndex, canonical: string): Sign[] {
  const words = wordsOf(canonical, known)
  const isTried = new Uint8Array(size)
  const signs: Sign[] = []
  let outline: TextOutline | undefined
  const tryAll = (rules: readonly IndexedRule[]) => {
    for (const { rule, place, words: groups, needs, begins } of rules) {
      if (isTried[place] === 1) continue
      isTried[place] = 1
      if (!groups.every((group) => group.some((word) => words.places.has(word)))) continue
      outline ??= new TextOutline(canonical, canonical)
      if (!outline.mayHold(needs)) continue
      const index =
        begins === undefined ? canonical.search(rule.expression) : searchAt(placesOf(begins.words, words), begins.sticky, canonical)
      if (index !== -1) signs.push({ id: rule.id, weight: rule.weight, index })
    }
  }
  tryAll(always)
  for (const word of words.places.keys()) {
    const rules = byWord.get(word)
    if (rules !== undefined) tryAll(rules)
  }
  return signs
}

/** The first of the places where the expression matches, or -1. */
function searchAt(places: readonly number[], sticky: RegExp, canonical: string): number {
  for (const place of places) {
    sticky.lastIndex = place
    if (sticky.test(canonical)) return place
  }
  return -1
}

/** Rising. */
function placesOf(first: readonly string[], { places, afterApostrophes }: TextWords): number[] {
  const all = [...afterApostrophes]
  for (const word of first) for (const place of places.get(word) ?? []) all.push(place)
  return all.sort((a, b) => a - b)
}

interface TextWords {
  /** Of each word that may be known: where it stands. */
  places: ReadonlyMap<string, readonly number[]>
  /** Where a word may begin inside a token: "'you're now'" is none of the words, and "you're" stands in it. */
  afterApostrophes: readonly number[]
}

const isOfWord = (unit: number) => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || unit === apostrophe
const apostrophe = 0x27

/** Those words of the text that may be among the known. "'dan'" holds "dan", and "you're" is a word of its own. */
function wordsOf(canonical: string, known: WordOutlines): TextWords {
  const places = new Map<string, number[]>()
  const afterApostrophes: number[] = []
  const parts: { from: number; to: number }[] = []
  const add = (from: number, to: number) => {
    const word = canonical.slice(from, to)
    const others = places.get(word)
    if (others === undefined) places.set(word, [from])
    else others.push(from)
  }
  let start = 0
  let part = 0
  for (let at = 0; at <= canonical.length; at++) {
    const unit = at === canonical.length ? 0 : canonical.charCodeAt(at)
    if (unit !== apostrophe && isOfWord(unit)) continue
    const isKnown = at > part && known.mayHold(canonical, part, at)
    if (isKnown && (part > start || unit === apostrophe)) parts.push({ from: part, to: at })
    if (unit === apostrophe) {
      part = at + 1
      afterApostrophes.push(part)
      continue
    }
    if (part === start ? isKnown : known.mayHold(canonical, start, at)) add(start, at)
    start = at + 1
    part = start
  }
  for (const { from, to } of parts) add(from, to)
  return { places, afterApostrophes }
}

const leads = /^(?:\(\?<!(?:[^()]|\([^()]*\))*\)|\(\?:\^(?:[^()]|\([^()]*\))*\)(?:\(\?:[^()]*\)\?)?|\\b)*/
// A group of words or a word, with a boundary behind it: not the beginning of a longer word.
const firstPart = /^(?:\(\?:([^()]*)\)|([a-z0-9']+))(?=$|\\b| (?![?*+{])|\(\?: )/

/** The words one of which a match begins with, or nothing where the expression does not show it plainly. */
export function firstWordsOf(source: string): string[] | undefined {
  const words: string[] = []
  for (const branch of splitBranches(source)) {
    const [, group, literal] = firstPart.exec(branch.replace(leads, '')) ?? []
    const known = plainWordsOf(group ?? literal)
    if (known === undefined) return undefined
    words.push(...known)
  }
  return words
}

/** Whether every match begins with the first word itself: nothing stands before it but a look behind and a boundary. */
export function beginsAtWord(source: string): boolean {
  return splitBranches(source).every((branch) => {
    const [lead] = leads.exec(branch)!
    return lead.endsWith(String.raw`\b`) && !lead.includes('(?:^')
  })
}

/** The groups of whole words that every match holds one of: those that stand in no other group, in expressions of one branch. */
export function neededWordsOf(source: string): string[][] {
  if (splitBranches(source).length > 1) return []
  const groups: string[][] = []
  let depth = 0
  for (const { 0: part, 1: group } of source.matchAll(/\\b\(\?:([^()]{0,2000})\)\\b|\\.|\[(?:\\.|[^\]]){0,200}\]|[()]/g)) {
    if (part === '(') depth++
    else if (part === ')') depth--
    const known = depth === 0 && group !== undefined ? plainWordsOf(group) : undefined
    if (known !== undefined) groups.push(known)
  }
  return groups
}

/** The first word of each alternative, or nothing where one is more than words. */
function plainWordsOf(alternatives: string | undefined): string[] | undefined {
  const words: string[] = []
  for (const alternative of alternatives?.split('|') ?? ['?']) {
    const plain = /^([a-z0-9']*)([a-z0-9'])(\?)?(?= |$)/.exec(alternative)
    if (plain === null || /[^a-z0-9' ?]/.test(alternative)) return undefined
    words.push(`${plain[1]}${plain[2]}`, ...(plain[3] === undefined ? [] : [plain[1]!]))
  }
  return words
}

/** The parts between the bars that stand in no brackets. */
function splitBranches(source: string): string[] {
  const branches = ['']
  let depth = 0
  let isClass = false
  for (let at = 0; at < source.length; at++) {
    const sign = source[at]!
    if (sign === '\\') {
      branches[branches.length - 1] += sign + source[++at]!
      continue
    }
    if (sign === '[') isClass = true
    else if (sign === ']') isClass = false
    else if (!isClass && sign === '(') depth++
    else if (!isClass && sign === ')') depth--
    if (sign === '|' && depth === 0 && !isClass) branches.push('')
    else branches[branches.length - 1] += sign
  }
  return branches
}
