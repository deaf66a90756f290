/** One sign of an attack. A weight of 1 suffices to refuse; lesser ones add up with others nearby. */
export interface Rule {
  id: string
  weight: number
  /** Without nested quantifiers; gaps are bounded. */
  expression: RegExp
}

export interface Sign {
  id: string
  weight: number
  index: number
}

/** The first match of every rule. */
export function findSigns(rules: readonly Rule[], text: string): Sign[] {
  const signs: Sign[] = []
  for (const { id, weight, expression } of rules) {
    const index = text.search(expression)
    if (index !== -1) signs.push({ id, weight, index })
  }
  return signs
}
