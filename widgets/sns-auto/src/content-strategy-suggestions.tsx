'use client'

import { SuggestionCard, type SuggestionProps, useInkling } from '@inkling/widget-kit'
import type { ContentStrategyContext, ContentStrategySuggestion } from './context.ts'
import { datesFrom, dayNumber, say, weeksOf } from './dates.ts'
import { useContentStrategySuggestions } from './hooks.ts'
import { snsAutoStrings } from './strings.ts'

export interface ContentStrategySuggestionsProps extends ContentStrategyContext, SuggestionProps<ContentStrategySuggestion> {}

/** A month of posts, as a calendar and as a list of entries in their order. */
export function ContentStrategySuggestions(props: ContentStrategySuggestionsProps) {
  const { locale } = useInkling()
  const words = snsAutoStrings[locale]
  return (
    <SuggestionCard
      {...props}
      suggestion={useContentStrategySuggestions(props)}
      title={props.title ?? words.planTitle}
      layout="month"
      // Eight to twelve entries, of which the calendar shows where they are.
      rows={4}
      peek
      overview={(items) => <Month month={props.month} items={items} locale={locale} />}
      view={{
        label: ({ date, theme }) => `${say(locale, date, monthAndDay)}, ${theme}`,
        text: ({ date, platform, theme, hook }) => `${say(locale, date, monthAndDay)}, ${words.platform[platform]}: ${theme}\n${hook}`,
        acceptLabel: words.plan,
        edit: { read: ({ hook }) => hook, write: (item, hook) => ({ ...item, hook }) },
        render: ({ date, platform, theme, hook }) => (
          <>
            <div className="ink-line ink-small">
              <span className="ink-name">{say(locale, date, { weekday: 'short', ...monthAndDay })}</span>
              <span className="ink-chip">{words.platform[platform]}</span>
            </div>
            <span className="ink-text">
              <span className="ink-name">{theme}</span> <span className="ink-muted">{hook}</span>
            </span>
          </>
        ),
      }}
    />
  )
}

const monthAndDay = { month: 'short', day: 'numeric' } as const
// A Sunday, with which the weeks of both languages begin.
const anySunday = '2026-11-01'

/** The days of the month, those with an entry filled. Hidden from screen readers, to whom the list says the same in words. */
function Month({ month, items, locale }: { month: string; items: readonly ContentStrategySuggestion[]; locale: string }) {
  const planned = new Set(items.map(({ date }) => date))
  return (
    <table className="ink-month" aria-hidden="true">
      <thead>
        <tr>
          {datesFrom(anySunday, 7).map((date) => (
            <th key={date} className="ink-small">
              {say(locale, date, { weekday: 'narrow' })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a week is its place in the month.
          <tr key={row}>
            {week.map((date, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a weekday is its place in the week.
              <td key={column} data-planned={date !== undefined && planned.has(date)}>
                {date && <span>{dayNumber(date)}</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
