'use client'

import { type ItemContext, type OnAccept, SuggestionCard, useInkling, useSuggestion } from '@inkling/widget-kit'
import type { ReactNode } from 'react'
import type { MenuContext, MenuSuggestion } from './context.ts'
import { coocookStrings } from './strings.ts'

export interface MenuSuggestionsProps extends MenuContext {
  onAccept?: OnAccept<MenuSuggestion>
  /** The user has rewritten a dish's description. */
  onEdit?: (item: MenuSuggestion, context: ItemContext) => void
  title?: string
  className?: string
  /** Shown where there is no suggestion. */
  fallback?: ReactNode
  enabled?: boolean
}

/** Plans the courses along the evening: what, when, and in which order it is plated. */
export function MenuSuggestions(props: MenuSuggestionsProps) {
  const { guests, dietary, cuisine, occasion, hours, onAccept, onEdit, title, className, fallback, enabled } = props
  const words = coocookStrings[useInkling().locale]
  const suggestion = useSuggestion<MenuSuggestion>({
    product: 'coocook',
    suggestion: 'menuCuration',
    context: { guests, dietary, cuisine, occasion, hours },
    enabled,
  })
  return (
    <SuggestionCard
      {...{ suggestion, className, fallback, onAccept, onEdit }}
      title={title ?? words.menuTitle}
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
