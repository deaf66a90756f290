'use client'

import { type FocusEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Icon, IconButton } from './icons.tsx'
import { useInkling } from './inkling-provider.tsx'
import type { Strings } from './strings.ts'
import { type ItemView, SuggestionItem } from './suggestion-item.tsx'
import type { SuggestionProps } from './suggestion-props.ts'
import { SuggestionRating } from './suggestion-rating.tsx'
import type { SuggestionState } from './suggestion-state.ts'
import type { Suggestion } from './use-suggestion.ts'

export interface SuggestionCardProps<Item> extends Omit<SuggestionProps<Item>, 'enabled' | 'prefetch'> {
  suggestion: Suggestion<Item>
  title: string
  view: ItemView<Item>
  /** Rows whose height is kept free from the start; more items stand behind a button. */
  rows: number
  /** More items than rows are likely: leaves room for the button that shows them. */
  peek?: boolean
  /** A name for the style sheet, which finds it as `data-layout` of the card. */
  layout?: string
  /**
   * Draws all items at once above the list: a week, a month, a path. Called from the first frame, with the items that have come so far
   * (edits included, hidden ones left out), so that it can keep its height: a style sheet sets `--ink-overview-height` for the layout.
   */
  overview?: ((items: readonly Item[]) => ReactNode) | undefined
}

/** The shell of every widget: labels, skeleton, items with their actions, rating, and a friendly line when nothing came. */
export function SuggestionCard<Item>(props: SuggestionCardProps<Item>) {
  const { suggestion, title, view, rows, peek = false, layout = 'list', overview, className, fallback } = props
  const { onAccept, onEdit, accepted } = props
  const { strings, theme, debug } = useInkling()
  const { state, generation } = suggestion
  const { items } = state
  const titleId = useId()
  const card = useRef<HTMLElement>(null)
  const hasItems = items.length > 0
  const busy = state.status === 'idle' || state.status === 'loading' || state.status === 'streaming'
  const instead = state.status === 'failed' && !hasItems && fallback
  const complete = hasItems && !busy
  const expansion = useExpansion(generation, state)

  const { watch } = suggestion
  useEffect(() => (hasItems && card.current ? watch(card.current) : undefined), [watch, hasItems])

  const off = state.status === 'off'
  if (!suggestion.enabled || (off && !fallback)) return fallback ?? null

  const shell = (
    <section
      ref={card}
      className="ink-root"
      data-theme={theme}
      data-layout={layout}
      data-status={state.status}
      data-source={'meta' in state ? state.meta.source : undefined}
      aria-labelledby={titleId}
      aria-busy={busy}
    >
      <header className="ink-head">
        <span className="ink-badge">
          <Icon name="spark" />
        </span>
        <div className="ink-titles">
          <h3 className="ink-title" id={titleId}>
            {title}
          </h3>
          <div className="ink-origin">{originText(state, strings)}</div>
        </div>
        <IconButton icon="refresh" title={strings.refresh} disabled={busy} onClick={suggestion.refresh} />
      </header>
      <div className="ink-quiet" role="status">
        {busy ? strings.loading : state.status === 'failed' ? problemText(state.code, strings) : strings.ready(items.length)}
      </div>
      {overview && <div className="ink-overview">{overview(shownItems(suggestion))}</div>}
      <div className="ink-body" data-expanded={expansion.expanded} data-instead={Boolean(instead)}>
        <Skeleton rows={rows} peek={peek} from={items.length} busy={busy} />
        <ul ref={expansion.list} className="ink-items" tabIndex={-1} onFocus={expansion.onFocus} data-more={expansion.hasMore}>
          {items.map((_, index) => (
            <SuggestionItem
              // biome-ignore lint/suspicious/noArrayIndexKey: an item's index is its identity in an answer.
              key={`${generation}.${index}`}
              {...{ suggestion, index, view, strings, onAccept, onEdit, accepted }}
            />
          ))}
          {state.status === 'failed' && (
            <li className="ink-item">
              <span className="ink-muted">{problemText(state.code, strings)}</span>
              <button type="button" className="ink-button" onClick={suggestion.refresh}>
                {strings.retry}
              </button>
            </li>
          )}
          {instead && <li className="ink-item">{instead}</li>}
        </ul>
        {expansion.hasMore && complete && (
          <button type="button" className="ink-button ink-more" onClick={expansion.expand}>
            {strings.more(items.length)}
          </button>
        )}
      </div>
      <footer className="ink-foot">
        {complete && (
          <>
            <SuggestionRating key={generation} strings={strings} rating={suggestion.rating} onRate={suggestion.rate} />
            <IconButton
              icon="flag"
              title={suggestion.reported ? strings.reported : strings.report}
              disabled={suggestion.reported}
              pressed={suggestion.reported}
              onClick={suggestion.report}
            />
          </>
        )}
      </footer>
      {debug && 'meta' in state && <pre className="ink-debug">{JSON.stringify(state.meta, null, 1)}</pre>}
    </section>
  )
  // The place is the host's to style. In it the card keeps its room also where the host's own content stands instead, so that nothing moves.
  return (
    <div className={className ? `ink-place ${className}` : 'ink-place'}>
      {shell}
      {off && <div className="ink-instead">{fallback}</div>}
      {fallback && <noscript>{fallback}</noscript>}
    </div>
  )
}

function shownItems<Item>({ state, marks }: Suggestion<Item>): readonly Item[] {
  return state.items.map((item, index) => marks.get(index)?.edited ?? item).filter((_, index) => !marks.get(index)?.dismissed)
}

/** The body keeps the height of its skeleton; what does not fit stands behind a button until somebody asks for it. */
function useExpansion(generation: number, state: unknown) {
  const list = useRef<HTMLUListElement>(null)
  const [expandedGeneration, setExpandedGeneration] = useState(-1)
  const [hasMore, setHasMore] = useState(false)
  const expanded = expandedGeneration === generation
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the state may change the height.
  useEffect(() => {
    const element = list.current
    if (!element) return
    const measure = () => setHasMore(!expanded && element.scrollHeight > element.clientHeight + 1)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [state, expanded])
  const expand = () => {
    setExpandedGeneration(generation)
    // The button goes away with this press.
    list.current?.focus({ preventScroll: true })
  }
  return {
    list,
    expanded,
    hasMore,
    expand,
    /** The keyboard has reached an item behind the fold, or an editor needs room. */
    onFocus({ target }: FocusEvent<HTMLUListElement>) {
      const element = list.current
      // Not for the mouse: a card that grows between press and release swallows the click.
      if (!element || target === element || !target.matches(':focus-visible')) return
      // Some browsers have scrolled the item into view by now.
      const behindFold =
        hasMore && (element.scrollTop > 0 || target.getBoundingClientRect().bottom > element.getBoundingClientRect().bottom)
      if (behindFold || target instanceof HTMLTextAreaElement) setExpandedGeneration(generation)
    },
  }
}

/** Keeps the height free; rows from `from` on are still to come. */
function Skeleton({ rows, peek, from, busy }: { rows: number; peek: boolean; from: number; busy: boolean }) {
  return (
    <div className="ink-skeleton" data-peek={peek} aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike.
        <div key={row} className="ink-bones" data-busy={busy && row >= from}>
          <div className="ink-content">
            <i />
            <i />
            <i />
            <i />
          </div>
          <div className="ink-actions">
            <b />
          </div>
        </div>
      ))}
    </div>
  )
}

/** Says who wrote it. */
function originText<Item>(state: SuggestionState<Item>, strings: Strings): string {
  const meta = 'meta' in state ? state.meta : undefined
  const labels = [meta?.source === 'template' ? strings.template : strings.ai]
  if (meta?.source === 'stale') labels.push(strings.stale)
  if (meta?.simulated) labels.push(strings.simulated)
  return labels.join(' · ')
}

function problemText(code: string, strings: Strings): string {
  if (code === 'offline') return strings.offline
  return code === 'too-many' || code === 'quota-exceeded' ? strings.tooMany : strings.failed
}
