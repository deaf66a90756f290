'use client'

import { type ItemContext, type OnAccept, SuggestionCard, useInkling, useSuggestion } from '@inkling/widget-kit'
import type { ReactNode } from 'react'
import type { ReviewContext, ReviewSuggestion } from './context.ts'
import { coocookStrings } from './strings.ts'

export interface ReviewTemplateSuggestionsProps extends ReviewContext {
  onAccept?: OnAccept<ReviewSuggestion>
  /** The user has rewritten a section's text. */
  onEdit?: (item: ReviewSuggestion, context: ItemContext) => void
  title?: string
  className?: string
  /** Shown where there is no suggestion. */
  fallback?: ReactNode
  enabled?: boolean
}

/** Drafts the sections of a review, for the guest to rewrite and to use. */
export function ReviewTemplateSuggestions(props: ReviewTemplateSuggestionsProps) {
  const { rating, occasion, dishes, highlights, onAccept, onEdit, title, className, fallback, enabled } = props
  const words = coocookStrings[useInkling().locale]
  const suggestion = useSuggestion<ReviewSuggestion>({
    product: 'coocook',
    suggestion: 'reviewTemplate',
    context: { rating, occasion, dishes, highlights },
    enabled,
  })
  return (
    <SuggestionCard
      {...{ suggestion, className, fallback, onAccept, onEdit }}
      title={title ?? words.reviewTitle}
      rows={3}
      view={{
        label: ({ heading }) => heading,
        text: ({ heading, body }) => `${heading}\n${body}`,
        edit: { read: ({ body }) => body, write: (item, body) => ({ ...item, body }) },
        render: ({ heading, body }) => (
          <>
            <span className="ink-name">{heading}</span>
            <span className="ink-text">{body}</span>
          </>
        ),
      }}
    />
  )
}
