'use client'

import { SuggestionCard, type SuggestionProps, useInkling } from '@inkling/widget-kit'
import type { ReactNode } from 'react'
import type { ChefCandidate, ChefContext, ChefSuggestion } from './context.ts'
import { useChefSuggestions } from './hooks.ts'
import { coocookStrings } from './strings.ts'

export interface ChefSuggestionsProps extends ChefContext, SuggestionProps<ChefSuggestion> {
  /** Shows the chef in the host's own way, for example with a photo. */
  renderChef?: ((chefId: string) => ReactNode) | undefined
}

/** Ranks the candidates for the occasion, with a reason and a confidence for each. */
export function ChefSuggestions(props: ChefSuggestionsProps) {
  const { chefs, renderChef } = props
  const words = coocookStrings[useInkling().locale]
  const nameOf = (chefId: string) => chefs.find(({ id }) => id === chefId)?.name ?? chefId
  return (
    <SuggestionCard
      {...props}
      suggestion={useChefSuggestions(props)}
      title={props.title ?? words.chefTitle}
      // An answer holds three chefs or more, fewer only when fewer are offered.
      rows={Math.max(1, Math.min(3, chefs.length))}
      peek={chefs.length > 3}
      view={{
        label: ({ chefId }) => nameOf(chefId),
        text: ({ chefId, reasoning }) => `${nameOf(chefId)}: ${reasoning}`,
        acceptLabel: words.choose,
        render: ({ chefId, reasoning, confidence }) => {
          const percent = Math.round(Math.min(1, Math.max(0, confidence)) * 100)
          return (
            <>
              <div className="ink-line">
                {renderChef ? renderChef(chefId) : <ChefFacts name={nameOf(chefId)} chef={chefs.find(({ id }) => id === chefId)} />}
                <span className="ink-line ink-small">
                  <svg className="ink-meter" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                    <rect width={percent} height="8" />
                  </svg>
                  {words.match(percent)}
                </span>
              </div>
              <span className="ink-text">{reasoning}</span>
            </>
          )
        },
      }}
    />
  )
}

const priceSigns = { budget: '$', standard: '$$', premium: '$$$' }

function ChefFacts({ name, chef }: { name: string; chef: ChefCandidate | undefined }) {
  const rating = chef?.rating.toFixed(1)
  return (
    <>
      <span className="ink-name">{name}</span>
      {chef && rating && (
        <span className="ink-small">
          ★ {rating} · {priceSigns[chef.priceBand]}
        </span>
      )}
    </>
  )
}
