'use client'

import { SuggestionCard, type SuggestionProps, useInkling } from '@inkling/widget-kit'
import type { ReactNode } from 'react'
import type { InfluencerCandidate, InfluencerContext, InfluencerMatch } from './context.ts'
import { useInfluencerSuggestions } from './hooks.ts'
import { reviewStrings } from './strings.ts'

export interface InfluencerSuggestionsProps extends InfluencerContext, SuggestionProps<InfluencerMatch> {
  /** Shows the person in the host's own way, for example with a photo. */
  renderInfluencer?: ((influencerId: string) => ReactNode) | undefined
}

/** Ranks people for the campaign: what each is taken for, reach and engagement, why, and a first post. */
export function InfluencerSuggestions(props: InfluencerSuggestionsProps) {
  const { influencers, renderInfluencer } = props
  const { locale } = useInkling()
  const words = reviewStrings[locale]
  const personOf = (influencerId: string) => influencers.find(({ id }) => id === influencerId)
  const nameOf = (influencerId: string) => personOf(influencerId)?.name ?? influencerId
  const factsOf = ({ reach, engagementRate }: InfluencerCandidate) => [
    words.reach(new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(reach)),
    words.engagement(new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(engagementRate)),
  ]
  return (
    <SuggestionCard
      {...props}
      suggestion={useInfluencerSuggestions(props)}
      title={props.title ?? words.influencerTitle}
      layout="people"
      // An answer holds three people or more, fewer only when fewer are offered.
      rows={Math.max(1, Math.min(3, influencers.length))}
      peek={influencers.length > 3}
      view={{
        label: ({ influencerId }) => nameOf(influencerId),
        text: ({ influencerId, reasoning, postIdea }) => `${nameOf(influencerId)}: ${reasoning}\n${words.postIdea}: ${postIdea}`,
        acceptLabel: words.shortlist,
        render: ({ influencerId, role, reasoning, postIdea }, index) => {
          const person = personOf(influencerId)
          return (
            <>
              <span className="ink-person-rank" role="img" aria-label={words.rank(index + 1)}>
                {index + 1}
              </span>
              <div className="ink-line">
                {renderInfluencer ? renderInfluencer(influencerId) : <span className="ink-name">{nameOf(influencerId)}</span>}
                <span className="ink-chip" data-role={role}>
                  {words.role[role] ?? role}
                </span>
              </div>
              {person && <span className="ink-small ink-person-facts">{factsOf(person).join(' · ')}</span>}
              <span className="ink-text">{reasoning}</span>
              <span className="ink-text ink-person-idea">
                <span className="ink-small">{words.postIdea}</span> {postIdea}
              </span>
            </>
          )
        },
      }}
    />
  )
}
