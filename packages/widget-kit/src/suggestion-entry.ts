import type { AnswerEvent, AnswerMeta } from '@inkling/contracts'
import { type InklingEvent, settledEvent } from './inkling-event.ts'
import { restoreRedactions } from './restore-redactions.ts'
import type { ItemMark, SuggestionSnapshot, SuggestionState } from './suggestion-state.ts'
import { type SuggestionRequest, type Transport, TransportError } from './transport.ts'

/** One question and its answer, whoever shows it. */
export interface SuggestionEntry<Item> {
  getSnapshot(): SuggestionSnapshot<Item>
  /**
   * The first subscriber starts the request; some time after the last one left, it is given up. `notify` hears of the end of each request,
   * once however many of its subscriptions there are.
   */
  subscribe(listener: () => void, notify?: (event: InklingEvent) => void): () => void
  /** Asks again and forgets what the user did with the old answer. */
  refresh(): void
  mark(index: number, change: ItemMark<Item>): void
  rate(rating: number): void
  report(): void
}

export interface EntryOptions {
  request: SuggestionRequest
  transport: Transport
  /** False when the page has asked too often. */
  mayAsk: () => boolean
  /** Called with what each complete answer says of itself. */
  onAnswer?: ((meta: AnswerMeta) => void) | undefined
  /** Called when somebody shows the entry, which may have been forgotten meanwhile. */
  onRetain: () => void
  /** Called when the last subscriber has left for good, so that the entry can be forgotten. */
  onRelease: () => void
}

// React unmounts and mounts again in StrictMode and when a list is re-ordered; a second covers a change of tabs as well.
const releaseAfterMilliseconds = 1_000

export function createSuggestionEntry<Item>(options: EntryOptions): SuggestionEntry<Item> {
  const listeners = new Map<() => void, ((event: InklingEvent) => void) | undefined>()
  let snapshot: SuggestionSnapshot<Item> = startSnapshot(0)
  let running: AbortController | undefined

  const change = (part: Partial<SuggestionSnapshot<Item>>) => {
    snapshot = { ...snapshot, ...part }
    for (const listener of [...listeners.keys()]) listener()
  }

  const ask = async () => {
    running?.abort()
    const controller = new AbortController()
    running = controller
    const startedAt = Date.now()
    let firstItem: number | undefined
    const settle = (state: SuggestionState<Item>) => {
      change({ state })
      const event = settledEvent(options.request, state, { firstItem, total: Date.now() - startedAt })
      if (event) for (const notify of new Set(listeners.values())) notify?.(event)
    }
    change({ ...startSnapshot(snapshot.generation + 1), state: { status: 'loading', items: [] } })
    if (!options.mayAsk()) return settle({ status: 'failed', items: [], code: 'too-many' })
    const onEvent = (event: AnswerEvent<Item>) => {
      if (event.type === 'item') firstItem ??= Date.now() - startedAt
      const next = reduce(snapshot.state, event, options.request.context)
      if (event.type === 'answer-end') {
        options.onAnswer?.(event.meta)
        settle(next)
      } else change({ state: next })
    }
    try {
      await options.transport.stream<Item>(options.request, { signal: controller.signal, onEvent })
    } catch (cause) {
      const { state } = snapshot
      const suggestionId = 'suggestionId' in state ? state.suggestionId : undefined
      if (running === controller)
        settle({ status: 'failed', items: state.items, suggestionId, code: cause instanceof TransportError ? cause.code : 'internal' })
    }
  }

  const leave = () => {
    const { status } = snapshot.state
    if (status === 'loading' || status === 'streaming') {
      running?.abort()
      snapshot = startSnapshot(snapshot.generation)
    }
    options.onRelease()
  }

  // A render that is thrown away never subscribes: its entry must not stay.
  let release = setTimeout(leave, releaseAfterMilliseconds)

  return {
    getSnapshot: () => snapshot,
    subscribe(listener, notify) {
      clearTimeout(release)
      options.onRetain()
      listeners.set(listener, notify)
      if (snapshot.state.status === 'idle') void ask()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        clearTimeout(release)
        release = setTimeout(leave, releaseAfterMilliseconds)
      }
    },
    refresh: () => void ask(),
    mark(index, part) {
      change({ marks: new Map(snapshot.marks).set(index, { ...snapshot.marks.get(index), ...part }) })
    },
    rate: (rating) => change({ rating }),
    report: () => change({ reported: true }),
  }
}

function startSnapshot<Item>(generation: number): SuggestionSnapshot<Item> {
  return { state: { status: 'idle', items: [] }, marks: new Map(), rating: 0, reported: false, generation }
}

function reduce<Item>(state: SuggestionState<Item>, event: AnswerEvent<Item>, context: unknown): SuggestionState<Item> {
  if (event.type === 'answer-start') return { status: 'streaming', items: [], suggestionId: event.suggestionId }
  if (state.status !== 'streaming') return state
  const { items, suggestionId } = state
  if (event.type === 'item') return { status: 'streaming', suggestionId, items: [...items, event.item] }
  const { meta } = event
  if (meta.source === 'off') return { status: 'off', items: [], suggestionId, meta }
  return { status: 'ready', suggestionId, meta, items: restoreRedactions(items, meta.redactions, context) }
}
