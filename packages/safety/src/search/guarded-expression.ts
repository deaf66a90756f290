import type { SearchedText } from './searched-text.ts'
import { type Needs, needsOf } from './text-outline.ts'

/** An expression that is searched for only in texts that hold the literals without which it cannot match. */
export interface GuardedExpression {
  expression: RegExp
  needs: Needs
}

export const guarded = (expression: RegExp): GuardedExpression => ({ expression, needs: needsOf(expression) })

export const mayMatch = ({ outline }: SearchedText, { needs }: GuardedExpression): boolean => outline.mayHold(needs)

/** Whether an expression without flags that keep a place matches somewhere in the text. */
export function matchesSomewhere(searched: SearchedText, guarded: GuardedExpression): boolean {
  return mayMatch(searched, guarded) && guarded.expression.test(searched.text)
}

/** Every match of a global expression in the text. */
export function matchesIn(searched: SearchedText, guarded: GuardedExpression): RegExpExecArray[] {
  return mayMatch(searched, guarded) ? allMatches(searched.text, guarded.expression) : none
}

/** Every match of a global expression in the text in lower case. */
export function matchesInLower(searched: SearchedText, guarded: GuardedExpression): RegExpExecArray[] {
  return mayMatch(searched, guarded) ? allMatches(searched.lower, guarded.expression) : none
}

const none: RegExpExecArray[] = []

/** As `matchAll` has it, which copies the expression first; of an expression that matches no empty text. */
function allMatches(text: string, expression: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = []
  expression.lastIndex = 0
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
    matches.push(match)
    if (match[0] === '') expression.lastIndex++
  }
  return matches
}
