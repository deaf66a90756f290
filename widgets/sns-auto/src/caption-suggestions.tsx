'use client'

import { SuggestionCard, type SuggestionProps, useInkling } from '@inkling/widget-kit'
import type { CaptionContext, CaptionSuggestion } from './context.ts'
import { useCaptionSuggestions } from './hooks.ts'
import { longestPost, postLength } from './post-length.ts'
import { snsAutoStrings } from './strings.ts'

export interface CaptionSuggestionsProps extends CaptionContext, SuggestionProps<CaptionSuggestion> {}

/** Captions to choose from, to edit and to copy, each counted against the platform's limit. */
export function CaptionSuggestions(props: CaptionSuggestionsProps) {
  const { platform, language } = props
  const words = snsAutoStrings[useInkling().locale]
  const limit = longestPost[platform]
  return (
    <SuggestionCard
      {...props}
      suggestion={useCaptionSuggestions(props)}
      title={props.title ?? words.captionsTitle}
      layout="captions"
      // Three to five captions.
      rows={3}
      peek
      view={{
        label: ({ angle }) => angle,
        text: postText,
        edit: { read: ({ caption }) => caption, write: (item, caption) => ({ ...item, caption }) },
        render: (item) => {
          const length = postLength(postText(item), platform)
          return (
            <>
              <div className="ink-line">
                <span className="ink-chip" lang={language}>
                  {item.angle}
                </span>
                <span className={length > limit ? 'ink-small ink-problem' : 'ink-small'}>{words.length(length, limit)}</span>
              </div>
              <span className="ink-text" lang={language} dir="auto">
                {item.caption}
              </span>
              <span className="ink-text ink-tags" lang={language} dir="auto">
                {item.hashtags.join(' ')}
              </span>
            </>
          )
        },
      }}
    />
  )
}

/** As it is posted: the hashtags stand below the caption. */
function postText({ caption, hashtags }: CaptionSuggestion): string {
  return `${caption}\n\n${hashtags.join(' ')}`
}
