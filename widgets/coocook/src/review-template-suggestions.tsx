'use client'

import { SuggestionCard, type SuggestionProps, useInkling } from '@inkling/widget-kit'
import type { ReviewContext, ReviewSuggestion } from './context.ts'
import { useReviewTemplateSuggestions } from './hooks.ts'
import { coocookStrings } from './strings.ts'

export interface ReviewTemplateSuggestionsProps extends ReviewContext, SuggestionProps<ReviewSuggestion> {}

/** Drafts the sections of a review, for the guest to rewrite and to use. */
export function ReviewTemplateSuggestions(props: ReviewTemplateSuggestionsProps) {
  const words = coocookStrings[useInkling().locale]
  return (
    <SuggestionCard
      {...props}
      suggestion={useReviewTemplateSuggestions(props)}
      title={props.title ?? words.reviewTitle}
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
