'use client'

import { SuggestionCard, type SuggestionProps, useInkling } from '@inkling/widget-kit'
import type { BriefContext, BriefSection } from './context.ts'
import { useBriefSuggestions } from './hooks.ts'
import { reviewStrings } from './strings.ts'

export interface BriefSuggestionsProps extends BriefContext, SuggestionProps<BriefSection> {}

/** Writes the sections of a brief, for the brand to edit and to use. */
export function BriefSuggestions(props: BriefSuggestionsProps) {
  const words = reviewStrings[useInkling().locale]
  return (
    <SuggestionCard
      {...props}
      suggestion={useBriefSuggestions(props)}
      title={props.title ?? words.briefTitle}
      layout="brief"
      // Five to seven sections.
      rows={5}
      peek
      view={{
        label: ({ heading }) => heading,
        text: ({ heading, body }) => `${heading}\n${body}`,
        acceptLabel: words.addSection,
        edit: { read: ({ body }) => body, write: (item, body) => ({ ...item, body }) },
        render: ({ section, heading, body }) => (
          <>
            <span className="ink-name" data-section={section}>
              {heading}
            </span>
            <BriefBody body={body} />
          </>
        ),
      }}
    />
  )
}

/** Lines that begin with a dash are points; a gap in square brackets stands out until somebody fills it. */
function BriefBody({ body }: { body: string }) {
  return (
    <span className="ink-text">
      {body.split('\n').map((line, index) => {
        const point = line.startsWith('- ')
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity.
          <span key={index} className={point ? 'ink-brief-point' : 'ink-brief-sentence'}>
            {withGaps(point ? line.slice(2) : line)}
          </span>
        )
      })}
    </span>
  )
}

function withGaps(line: string) {
  // Odd places are what the brackets hold.
  return line.split(/(\[[^\]]+\])/).map((piece, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other identity.
      <mark key={index} className="ink-brief-gap">
        {piece}
      </mark>
    ) : (
      piece
    ),
  )
}
