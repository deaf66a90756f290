'use client'

import type { FeedbackEvent } from '@inkling/contracts'
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { watchImpression } from './impression.ts'
import { useInkling } from './inkling-provider.tsx'
import { stableSerialise } from './stable-serialise.ts'
import type { ItemMark, SuggestionSnapshot } from './suggestion-state.ts'
import type { SuggestionRequest } from './transport.ts'
import { type PrefetchHandlers, usePrefetch } from './use-prefetch.ts'

export interface UseSuggestionOptions<Context> {
  /** camelCase, as in `coocook` */
  product: string
  /** camelCase, as in `chefRecommendation` */
  suggestion: string
  /** May be built anew on each render: equal content is one request. */
  context: Context
  /** False holds the request back, for example while the form is empty. */
  enabled?: boolean | undefined
  /** `idle`: while `enabled` is false, ask ahead as soon as the page has nothing else to do. */
  prefetch?: 'idle' | undefined
}

/** An answer as it stands, and what a user can do with it; each gesture is remembered and reported once. */
export interface Suggestion<Item, Context = unknown> extends SuggestionSnapshot<Item> {
  enabled: boolean
  /** What was sent for the answer that is shown. What the host passes may be newer: it is asked for when it has rested. */
  asked: Context
  suggestionId: string | undefined
  /**
   * For the element by which a user comes to the suggestion, while `enabled` is false: who rests on it finds the answer ready. Within a
   * budget, never where data is saved or consent is missing, and counted as seen only when it is shown.
   */
  prefetch: PrefetchHandlers
  refresh(): void
  accept(index: number, undo?: (() => unknown) | undefined): void
  dismiss(index: number): void
  /** Takes back an accept or a dismissal. */
  undo(index: number): void
  edit(index: number, item: Item): void
  /** The text was put on the clipboard. */
  copied(index: number): void
  rate(rating: number): void
  report(): void
  /** Counts the impression and the dwell time of the element that shows the answer. */
  watch(element: Element): () => void
}

// A slider moves through many values; only the one on which it rests is worth a request.
const settleMilliseconds = 400

const serverSnapshot: SuggestionSnapshot<never> = {
  state: { status: 'idle', items: [] },
  marks: new Map(),
  rating: 0,
  reported: false,
  generation: 0,
}

export function useSuggestion<Item, Context = unknown>(options: UseSuggestionOptions<Context>): Suggestion<Item, Context> {
  const { product, suggestion, context, enabled = true, prefetch } = options
  const { connection, telemetry, notify, show } = useInkling()
  const key = useSettled(stableSerialise({ product, suggestion, context }))
  const request = useMemo(() => JSON.parse(key) as SuggestionRequest, [key])
  // Anew when it becomes enabled: by then another widget or a prefetch may have asked the same.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store's answer depends on the moment.
  const entry = useMemo(() => connection.store.entry<Item>(request), [connection, request, enabled])
  const snapshot = useSyncExternalStore<SuggestionSnapshot<Item>>(
    useCallback(
      (listener: () => void) => {
        if (!enabled) return () => {}
        const hide = show(entry)
        const unsubscribe = entry.subscribe(listener, notify)
        return () => {
          hide()
          unsubscribe()
        }
      },
      [entry, enabled, notify, show],
    ),
    entry.getSnapshot,
    () => serverSnapshot,
  )
  const handlers = usePrefetch(
    useCallback(() => connection.prefetch(connection.store.entry(request), notify), [connection, request, notify]),
    prefetch === 'idle' && !enabled,
  )
  const { generation } = snapshot
  const suggestionId = 'suggestionId' in snapshot.state ? snapshot.state.suggestionId : undefined

  const actions = useMemo(() => {
    const record = (type: FeedbackEvent['type'], details: { itemIndex?: number; value?: number } = {}) => {
      if (!suggestionId || !connection.record) return
      const event = { suggestionId, type, ...details }
      connection.record(event)
      notify({ type: 'feedback', event })
    }
    // A host that answers late, or a rating that rests, must not mark the answer that has come meanwhile.
    const mark = (index: number, change: ItemMark<Item>) => {
      if (entry.getSnapshot().generation === generation) entry.mark(index, change)
    }
    return {
      refresh: entry.refresh,
      accept(index: number, undo?: () => unknown) {
        mark(index, { accepted: { undo } })
        record('accept', { itemIndex: index })
      },
      dismiss(index: number) {
        mark(index, { dismissed: true })
        record('dismiss', { itemIndex: index })
      },
      undo(index: number) {
        mark(index, { accepted: undefined, dismissed: false })
        record('undo', { itemIndex: index })
      },
      edit(index: number, item: Item) {
        mark(index, { edited: item })
        record('edit', { itemIndex: index })
      },
      copied: (index: number) => record('copy', { itemIndex: index }),
      rate(rating: number) {
        if (entry.getSnapshot().generation === generation) entry.rate(rating)
        record('rate', { value: rating })
      },
      report() {
        entry.report()
        record('report')
      },
      watch(element: Element) {
        if (!suggestionId || !telemetry || !connection.record || connection.seen.has(suggestionId)) return () => {}
        return watchImpression(element, {
          onImpression() {
            connection.seen.add(suggestionId)
            record('impression')
          },
          onDwell: (milliseconds) => record('dwell', { value: milliseconds }),
        })
      },
    }
  }, [connection, entry, generation, suggestionId, telemetry, notify])

  return { ...snapshot, enabled, asked: request.context as Context, suggestionId, prefetch: handlers, ...actions }
}

/** The first value at once, each later one when it has rested. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    if (value === settled) return
    const timer = setTimeout(() => setSettled(value), settleMilliseconds)
    return () => clearTimeout(timer)
  }, [value, settled])
  return settled
}
