import type { Rule, Sign } from './rule.ts'

/** Rules by the words that they can begin with: a text without one of a rule's words need not be searched for it. */
export interface RuleIndex {
  byWord: ReadonlyMap<string, readonly Rule[]>
  /** Rules of which that is not known. */
  always: readonly Rule[]
}

export function indexRules(rules: readonly Rule[]): RuleIndex {
  const byWord = new Map<string, Rule[]>()
  const always: Rule[] = []
  for (const rule of rules) {
    const words = firstWordsOf(rule.expression.source)
    if (words === undefined) always.push(rule)
    else for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), rule])
  }
  return { byWord, always }
}

/** The first match of every rule in canonical text, as if each were searched for. */
export function findIndexedSigns({ byWord, always }: RuleIndex, canonical: string): Sign[] {
  const candidates = new Set(always)
  for (const word of new Set(canonical.split(/[^a-z']+/))) for (const rule of byWord.get(word) ?? []) candidates.add(rule)
  const signs: Sign[] = []
  for (const { id, weight, expression } of candidates) {
    const index = canonical.search(expression)
    if (index !== -1) signs.push({ id, weight, index })
  }
  return signs
}

const leads = /^(?:\(\?<!(?:[^()]|\([^()]*\))*\)|\(\?:\^(?:[^()]|\([^()]*\))*\)(?:\(\?:[^()]*\)\?)?|\\b)*/
// A group of words or a word, with a boundary behind it: not the beginning of a longer word.
const firstPart = /^(?:\(\?:([^()]*)\)|([a-z']+))(?=$|\\b| (?![?*+{])|\(\?: )/

/** The words one of which a match begins with, or nothing where the expression does not show it plainly. */
export function firstWordsOf(source: string): string[] | undefined {
  const words: string[] = []
  for (const branch of splitBranches(source)) {
    const [, group, literal] = firstPart.exec(branch.replace(leads, '')) ?? []
    for (const alternative of (group ?? literal)?.split('|') ?? ['?']) {
      const plain = /^([a-z']+?)([a-z'])(\?)?(?= |$)/.exec(alternative)
      if (plain === null || /[^a-z' ?]/.test(alternative)) return undefined
      words.push(`${plain[1]}${plain[2]}`, ...(plain[3] === undefined ? [] : [plain[1]!]))
    }
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
