import type { AnswerMeta, FeedbackEvent } from '@inkling/contracts'
import { createFeedbackQueue, type FeedbackQueue } from './feedback-queue.ts'
import { createSuggestionStore, type SuggestionStore } from './suggestion-store.ts'
import { createTokenSource, type GetToken } from './token-source.ts'
import { createTransport } from './transport.ts'

/** What a host may watch: answers with their meta, failures, and the feedback that leaves the page. */
export type InklingEvent =
  | {
      type: 'answer'
      product: string
      suggestion: string
      suggestionId: string
      meta: AnswerMeta
      items: number
      milliseconds: { firstItem: number | undefined; total: number }
    }
  | { type: 'failure'; product: string; suggestion: string; code: string }
  | { type: 'feedback'; event: Omit<FeedbackEvent, 'id'> }

/** All that the widgets of one page and endpoint have in common. */
export interface Connection {
  store: SuggestionStore
  record: FeedbackQueue['record']
  /** Suggestions whose impression was counted: each counts once, however often it is shown. */
  seen: Set<string>
  /** Follows a host that hands over a new function with each render. */
  followGetToken(getToken: GetToken): void
  /** Listens to the page's life and to `onEvent` until the returned function is called. */
  attach(onEvent: (event: InklingEvent) => void): () => void
}

const connections = new WeakMap<GetToken, Map<string, Connection>>()

/** One connection for each endpoint and `getToken` function; on a server, where nothing may outlive a request, always a new one. */
export function connectionFor(endpoint: string, getToken: GetToken): Connection {
  if (typeof window === 'undefined') return createConnection(endpoint, getToken)
  const ofToken = connections.get(getToken) ?? new Map<string, Connection>()
  connections.set(getToken, ofToken)
  const connection = ofToken.get(endpoint) ?? createConnection(endpoint, getToken)
  ofToken.set(endpoint, connection)
  return connection
}

function createConnection(endpoint: string, firstGetToken: GetToken): Connection {
  let getToken = firstGetToken
  const origin = endpoint.replace(/\/+$/, '')
  const tokens = createTokenSource(() => getToken())
  const watchers = new Set<(event: InklingEvent) => void>()
  const emit = (event: InklingEvent) => {
    for (const watch of [...watchers]) watch(event)
  }
  const store = createSuggestionStore(createTransport(origin, tokens), ({ product, suggestion }, state, milliseconds) => {
    if (state.status === 'ready' || state.status === 'off') {
      const { suggestionId, meta } = state
      emit({ type: 'answer', product, suggestion, suggestionId, meta, items: state.items.length, milliseconds })
    } else if (state.status === 'failed') emit({ type: 'failure', product, suggestion, code: state.code })
  })
  const queue = createFeedbackQueue({ endpoint: origin, tokens, storage: pageStorage() })

  const onWake = () => void queue.flush()
  const onVisibilityChange = () => (document.visibilityState === 'hidden' ? queue.flushNow() : onWake())
  const listen = (change: 'addEventListener' | 'removeEventListener') => {
    window[change]('pagehide', queue.flushNow)
    window[change]('pageshow', onWake)
    window[change]('online', onWake)
    document[change]('visibilitychange', onVisibilityChange)
  }

  return {
    store,
    seen: new Set(),
    record(event) {
      queue.record(event)
      emit({ type: 'feedback', event })
    },
    followGetToken(next) {
      getToken = next
    },
    attach(onEvent) {
      if (watchers.size === 0) listen('addEventListener')
      watchers.add(onEvent)
      return () => {
        watchers.delete(onEvent)
        if (watchers.size > 0) return
        listen('removeEventListener')
        onWake()
      }
    },
  }
}

/** Reading the property alone throws where storage is forbidden. */
function pageStorage(): Storage | undefined {
  try {
    return globalThis.sessionStorage
  } catch {
    return undefined
  }
}
