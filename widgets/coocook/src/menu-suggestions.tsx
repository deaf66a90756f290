'use client'

import { SuggestionCard, type SuggestionProps, useInkling } from '@inkling/widget-kit'
import type { MenuContext, MenuSuggestion } from './context.ts'
import { useMenuSuggestions } from './hooks.ts'
import { coocookStrings } from './strings.ts'

export interface MenuSuggestionsProps extends MenuContext, SuggestionProps<MenuSuggestion> {}

/** Plans the courses along the evening: what, when, and in which order it is plated. */
export function MenuSuggestions(props: MenuSuggestionsProps) {
  const words = coocookStrings[useInkling().locale]
  return (
    <SuggestionCard
      {...props}
      suggestion={useMenuSuggestions(props)}
      title={props.title ?? words.menuTitle}
      layout="timeline"
      // Five to seven dishes.
      rows={5}
      peek
      view={{
        label: ({ dish }) => dish,
        text: ({ dish, description }) => `${dish}: ${description}`,
        acceptLabel: words.add,
        edit: { read: ({ description }) => description, write: (item, description) => ({ ...item, description }) },
        render: ({ dish, description, course, startMinute, platingOrder }) => (
          <>
            <div className="ink-line ink-small">
              <span className="ink-chip">{words.course[course] ?? course}</span>
              <span>{startMinute === 0 ? words.atArrival : words.afterMinutes(startMinute)}</span>
              <span>{words.plating(platingOrder)}</span>
            </div>
            <span className="ink-text">
              <span className="ink-name">{dish}</span> <span className="ink-muted">{description}</span>
            </span>
          </>
        ),
      }}
    />
  )
}
