import type { Locale } from '@inkling/contracts'
import { codeLines } from '../code-lines.ts'
import type { CodeLanguage } from './choices.ts'
import { type Check, checks, firstLineCheck, lastLineCheck, type Severity, severities } from './review-checks.ts'

interface Finding {
  line: number
  severity: Severity
  problem: string
  fix: string
}

// Two places are kept for what is asked of any code.
const maximumMatched = 3

/** The checklist of the language, each question at the first line that it concerns, at most one at a line. */
export function reviewWithoutModel({ language, code }: { language: CodeLanguage; code: string }, locale: Locale): Finding[] {
  const lines = codeLines(code)
  const found = new Map<number, Check>()
  for (const check of checks) {
    if (found.size === maximumMatched) break
    if (check.languages && !check.languages.includes(language)) continue
    const index = lines.findIndex((line, place) => !found.has(place) && check.lines.test(line))
    if (index >= 0) found.set(index, check)
  }
  const hasWords = (line: string) => line.trim() !== ''
  const first = lines.findIndex(hasWords)
  const last = lines.findLastIndex(hasWords)
  if (first >= 0 && !found.has(first)) found.set(first, firstLineCheck)
  if (last >= 0 && !found.has(last)) found.set(last, lastLineCheck)
  // Code of white space alone is still answered.
  if (found.size === 0) found.set(0, firstLineCheck)
  return [...found]
    .map(
      ([
        index,
        {
          severity,
          [locale]: [problem, fix],
        },
      ]) => ({ line: index + 1, severity, problem, fix }),
    )
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || a.line - b.line)
}
