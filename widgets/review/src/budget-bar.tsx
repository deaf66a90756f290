import type { StrategyPart } from './context.ts'
import type { reviewStrings } from './strings.ts'

interface BudgetBarProps {
  parts: readonly StrategyPart[]
  words: Pick<(typeof reviewStrings)['en'], 'part' | 'planned' | 'reserve'>
  /** A share of the budget as money. */
  sum: (percent: number) => string
}

// Of 100: enough to tell two parts apart.
const gap = 0.8

/** The whole budget as one bar: a piece for each part, the rest as reserve. */
export function BudgetBar({ parts, words, sum }: BudgetBarProps) {
  const paid = parts.filter(({ budgetPercent }) => budgetPercent > 0)
  const planned = paid.reduce((total, { budgetPercent }) => total + budgetPercent, 0)
  let start = 0
  const pieces = paid.map(({ part, budgetPercent }) => {
    const piece = { part, x: start, width: Math.max(gap, budgetPercent - gap) }
    start += budgetPercent
    return piece
  })
  return (
    <div className="ink-budget">
      <svg className="ink-budget-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect width="100" height="8" />
        {pieces.map(({ part, x, width }) => (
          <rect key={part} data-part={part} x={x} width={width} height="8">
            <title>{words.part[part] ?? part}</title>
          </rect>
        ))}
      </svg>
      <span className="ink-small">
        {parts.length > 0 ? [words.planned(planned, sum(planned)), words.reserve(sum(Math.max(0, 100 - planned)))].join(' · ') : '\u00a0'}
      </span>
    </div>
  )
}
