'use client'

import { SuggestionCard, type SuggestionProps, useInkling } from '@inkling/widget-kit'
import type { PostingTimeContext, PostingTimeSuggestion } from './context.ts'
import { dayNumber, say, weekOf } from './dates.ts'
import { usePostingTimeSuggestions } from './hooks.ts'
import { snsAutoStrings } from './strings.ts'

export interface PostingTimeSuggestionsProps extends PostingTimeContext, SuggestionProps<PostingTimeSuggestion> {}

/** Times in the coming week on the audience's clock, as a grid of the week and as a list with reasons. */
export function PostingTimeSuggestions(props: PostingTimeSuggestionsProps) {
  const { locale } = useInkling()
  const words = snsAutoStrings[locale]
  const when = ({ date, time }: PostingTimeSuggestion) => say(locale, date, dayAndTime, time)
  return (
    <SuggestionCard
      {...props}
      suggestion={usePostingTimeSuggestions(props)}
      title={props.title ?? words.timesTitle}
      layout="week"
      // Three to five times.
      rows={3}
      peek
      overview={(items) => <Week items={items} locale={locale} />}
      view={{
        label: when,
        text: (item) => `${when(item)}: ${item.reasoning}\n${item.hashtags.join(' ')}`,
        acceptLabel: words.schedule,
        render: (item) => {
          const percent = Math.round(Math.min(1, Math.max(0, item.confidence)) * 100)
          return (
            <>
              <div className="ink-line">
                <span className="ink-name">{when(item)}</span>
                <span className="ink-line ink-small">
                  <svg className="ink-meter" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                    <rect width={percent} height="8" />
                  </svg>
                  {words.confidence(percent)}
                </span>
              </div>
              <span className="ink-text">{item.reasoning}</span>
              <span className="ink-text ink-tags">{item.hashtags.join(' ')}</span>
            </>
          )
        },
      }}
    />
  )
}

const dayAndTime = { weekday: 'short', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' } as const

/** One column a day. Hidden from screen readers, to whom the list says the same in words. */
function Week({ items, locale }: { items: readonly PostingTimeSuggestion[]; locale: string }) {
  // Before there are items (on a server, too) the week has no days yet, only its columns.
  const week =
    items.length === 0
      ? Array<undefined>(7).fill(undefined)
      : weekOf(
          items.map(({ date }) => date),
          localToday(),
        )
  return (
    <ol className="ink-week" aria-hidden="true">
      {week.map((date, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: seven columns, whatever they hold.
        <li key={column}>
          <span className="ink-small">{date ? say(locale, date, { weekday: 'short' }) : '\u00a0'}</span>
          <b>{date && dayNumber(date)}</b>
          {items
            .filter((item) => item.date === date)
            .map(({ time }) => time)
            .sort()
            .map((time) => (
              <span key={time} className="ink-slot">
                {time}
              </span>
            ))}
        </li>
      ))}
    </ol>
  )
}

/** Today on the clock of the browser, as `2026-11-27`. */
function localToday(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}
