'use client'

import { SuggestionCard, type SuggestionProps, useInkling } from '@inkling/widget-kit'
import type { Effort, FeatureIdea, FeatureIdeaContext } from './context.ts'
import { useFeatureIdeaSuggestions } from './hooks.ts'
import { webappBuilderStrings } from './strings.ts'

export interface FeatureIdeaSuggestionsProps extends FeatureIdeaContext, SuggestionProps<FeatureIdea> {}

/** Five next steps for a project, each with its effort and what is learned by it. */
export function FeatureIdeaSuggestions(props: FeatureIdeaSuggestionsProps) {
  const words = webappBuilderStrings[useInkling().locale]
  return (
    <SuggestionCard
      {...props}
      suggestion={useFeatureIdeaSuggestions(props)}
      title={props.title ?? words.ideasTitle}
      layout="ideas"
      // Always five.
      rows={5}
      view={{
        label: ({ title }) => title,
        text: ({ title, description }) => `${title}: ${description}`,
        acceptLabel: words.addIdea,
        edit: { read: ({ description }) => description, write: (item, description) => ({ ...item, description }) },
        render: ({ title, description, effort, skills }) => (
          <>
            <span className="ink-name">{title}</span>
            <span className="ink-text">{description}</span>
            <span className="ink-line ink-small ink-effort">
              <EffortDots effort={effort} />
              <span>{words.effort[effort] ?? effort}</span>
              <span>{skills.join(' · ')}</span>
            </span>
          </>
        ),
      }}
    />
  )
}

const dots: Record<Effort, number> = { hours: 1, days: 2, week: 3 }

function EffortDots({ effort }: { effort: Effort }) {
  return (
    <svg className="ink-effort-dots" width="30" height="8" viewBox="0 0 30 8" aria-hidden="true">
      {[1, 2, 3].map((place) => (
        <circle key={place} cx={place * 11 - 7} cy="4" r="3.25" data-on={place <= (dots[effort] ?? 0)} />
      ))}
    </svg>
  )
}
