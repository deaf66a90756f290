import { type Needs, needsOf, type TextOutline } from '../search/text-outline.ts'

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

export interface GuardedRule extends Rule {
  needs: Needs
}

export const guardRules = (rules: readonly Rule[]): GuardedRule[] => rules.map((rule) => ({ ...rule, needs: needsOf(rule.expression) }))

/** The first match of every rule in the text of the outline, as {@link findSigns} has it. */
export function findGuardedSigns(rules: readonly GuardedRule[], text: string, outline: TextOutline): Sign[] {
  return findSigns(
    rules.filter(({ needs }) => outline.mayHold(needs)),
    text,
  )
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
