import type { Consent } from '@inkling/contracts'
import { createFeedbackQueue, type FeedbackQueue } from './feedback-queue.ts'
import { createPrefetcher, type Prefetcher } from './prefetcher.ts'
import { createSuggestionStore, type SuggestionStore } from './suggestion-store.ts'
import { createTokenSource, type GetToken } from './token-source.ts'
import { createTransport } from './transport.ts'

/** All that the widgets of one page and endpoint have in common. */
export interface Connection {
  store: SuggestionStore
  prefetch: Prefetcher['prefetch']
  /** Undefined without consent: nothing that a user does is noted, and nothing is sent. */
  record: FeedbackQueue['record'] | undefined
  /** Suggestions whose impression was counted: each counts once, however often it is shown. */
  seen: Set<string>
  /** Follows a host that hands over a new function with each render. */
  followGetToken(getToken: GetToken): void
  /** Listens to the page's life until the returned function is called. */
  attach(): () => void
}

const connections = new WeakMap<GetToken, Map<string, Connection>>()

/** One connection for each endpoint, consent and `getToken` function; on a server, where nothing may outlive a request, always a new one. */
export function connectionFor(endpoint: string, getToken: GetToken, consent: Consent = 'granted'): Connection {
  if (typeof window === 'undefined') return createConnection(endpoint, getToken, consent)
  const key = `${consent} ${endpoint}`
  const ofToken = connections.get(getToken) ?? new Map<string, Connection>()
  connections.set(getToken, ofToken)
  const connection = ofToken.get(key) ?? createConnection(endpoint, getToken, consent)
  ofToken.set(key, connection)
  return connection
}

function createConnection(endpoint: string, firstGetToken: GetToken, consent: Consent): Connection {
  let getToken = firstGetToken
  const origin = endpoint.replace(/\/+$/, '')
  const tokens = createTokenSource(() => getToken())
  const { prefetch, heed } = createPrefetcher(consent === 'granted')
  const store = createSuggestionStore(createTransport(origin, tokens, consent), heed)
  // Not even what an earlier page of this tab has left: it stays until somebody consents again.
  const queue = consent === 'none' ? undefined : createFeedbackQueue({ endpoint: origin, tokens, storage: pageStorage() })

  let attached = 0

  const onWake = () => void queue?.flush()
  const onVisibilityChange = () => (document.visibilityState === 'hidden' ? queue?.flushNow() : onWake())
  const listen = (change: 'addEventListener' | 'removeEventListener') => {
    if (queue) window[change]('pagehide', queue.flushNow)
    window[change]('pageshow', onWake)
    window[change]('online', onWake)
    document[change]('visibilitychange', onVisibilityChange)
  }

  return {
    store,
    prefetch,
    seen: new Set(),
    record: queue?.record,
    followGetToken(next) {
      getToken = next
    },
    attach() {
      if (attached++ === 0) listen('addEventListener')
      return () => {
        if (--attached > 0) return
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
