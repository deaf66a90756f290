'use client'

import { SuggestionCard, type SuggestionProps, useInkling } from '@inkling/widget-kit'
import { BudgetBar } from './budget-bar.tsx'
import type { CampaignContext, StrategyPart } from './context.ts'
import { useCampaignStrategySuggestions } from './hooks.ts'
import { reviewStrings } from './strings.ts'

export interface CampaignStrategySuggestionsProps extends CampaignContext, SuggestionProps<StrategyPart> {}

/** Outlines a campaign: parts with a KPI, its formula and target, and what each takes of the budget. */
export function CampaignStrategySuggestions(props: CampaignStrategySuggestionsProps) {
  const { budgetUsd } = props
  const { locale } = useInkling()
  const words = reviewStrings[locale]
  const sum = (percent: number) => words.dollars(new Intl.NumberFormat(locale).format(Math.round((budgetUsd * percent) / 100)))
  return (
    <SuggestionCard
      {...props}
      suggestion={useCampaignStrategySuggestions(props)}
      title={props.title ?? words.strategyTitle}
      layout="strategy"
      // Four to six parts.
      rows={4}
      peek
      overview={(parts) => <BudgetBar parts={parts} words={words} sum={sum} />}
      view={{
        label: ({ headline }) => headline,
        text: ({ part, headline, plan, kpi, formula, target }) =>
          `${words.part[part] ?? part}: ${headline}\n${plan}\n${kpi} = ${formula}\n${words.target}: ${target}`,
        acceptLabel: words.addPart,
        edit: { read: ({ plan }) => plan, write: (item, plan) => ({ ...item, plan }) },
        render: ({ part, headline, plan, kpi, formula, target, budgetPercent }) => (
          <>
            <div className="ink-line ink-small">
              <span className="ink-chip ink-strategy-part" data-part={part}>
                {words.part[part] ?? part}
              </span>
              {budgetPercent > 0 && (
                <span>
                  {budgetPercent}% · {sum(budgetPercent)}
                </span>
              )}
            </div>
            <span className="ink-text">
              <span className="ink-name">{headline}</span> <span className="ink-muted">{plan}</span>
            </span>
            <dl className="ink-strategy-kpi">
              <dt>{kpi}</dt>
              <dd>
                <code>{formula}</code>
              </dd>
              <dt>{words.target}</dt>
              <dd>{target}</dd>
            </dl>
          </>
        ),
      }}
    />
  )
}
