'use client'

import { SuggestionCard, type SuggestionProps, useInkling } from '@inkling/widget-kit'
import type { SuccessMetricContext, SuccessMetricSuggestion } from './context.ts'
import { useSuccessMetricSuggestions } from './hooks.ts'
import { automationStrings } from './strings.ts'

export interface SuccessMetricSuggestionsProps extends SuccessMetricContext, SuggestionProps<SuccessMetricSuggestion> {}

/** KPIs for an automation, each with formula, target and how to watch it. Asks nothing while the goal is empty. */
export function SuccessMetricSuggestions(props: SuccessMetricSuggestionsProps) {
  const words = automationStrings[useInkling().locale]
  return (
    <SuggestionCard
      {...props}
      suggestion={useSuccessMetricSuggestions({ ...props, enabled: props.enabled !== false && props.goal.trim() !== '' })}
      title={props.title ?? words.metricTitle}
      layout="metrics"
      // Three to five KPIs.
      rows={3}
      peek
      view={{
        label: ({ kpi }) => kpi,
        text: ({ kpi, formula, target, monitoring }) =>
          `${kpi} = ${formula}\n${words.target}: ${target}\n${words.monitoring}: ${monitoring}`,
        acceptLabel: words.track,
        edit: { read: ({ target }) => target, write: (item, target) => ({ ...item, target }) },
        render: ({ kpi, formula, target, monitoring }) => (
          <>
            <span className="ink-name">{kpi}</span>
            <span className="ink-formula" dir="ltr">
              {formula}
            </span>
            <dl className="ink-facts">
              <dt>{words.target}</dt>
              <dd>{target}</dd>
              <dt>{words.monitoring}</dt>
              <dd>{monitoring}</dd>
            </dl>
          </>
        ),
      }}
    />
  )
}
