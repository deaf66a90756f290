'use client'

import type { Consent, Locale } from '@inkling/contracts'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { type Connection, connectionFor } from './connection.ts'
import type { InklingEvent } from './inkling-event.ts'
import { type Strings, strings } from './strings.ts'
import type { SuggestionEntry } from './suggestion-entry.ts'
import type { GetToken } from './token-source.ts'

export type Theme = 'auto' | 'light' | 'dark' | 'host'

export interface InklingProviderProps {
  /** Origin of the Inkling server, for example `https://inkling.example.com`; '' for the page's own. */
  endpoint?: string
  /** Gives a token for the signed-in user. Give the provider a `key` with the user's id if users change without a reload. */
  getToken: GetToken
  /** Default: the language of the document, else English. */
  locale?: Locale | undefined
  /** `auto` follows the system and `data-theme` on any ancestor, `host` the page's `color-scheme`. */
  theme?: Theme | undefined
  /** False keeps impressions and dwell times to the page; what the user says by a gesture is still sent. */
  telemetry?: boolean | undefined
  /** What the user has agreed to. `none`: suggestions come, but no experiment and no event; nothing that the user does is sent. */
  consent?: Consent | undefined
  /** Hears of the widgets below this provider. */
  onEvent?: ((event: InklingEvent) => void) | undefined
  /** Shows each answer's meta below its card. */
  debug?: boolean | undefined
  children?: ReactNode
}

export interface Inkling {
  connection: Connection
  locale: Locale
  strings: Strings
  theme: Theme
  telemetry: boolean
  debug: boolean
  /** Tells the host; the same function for the provider's whole life. */
  notify: (event: InklingEvent) => void
  /** Asks again for everything that is shown below the provider. */
  refresh: () => void
  /** Notes what a widget shows, until the returned function is called. */
  show: (question: Question) => () => void
}

type Question = Pick<SuggestionEntry<unknown>, 'refresh'>

const InklingContext = createContext<Inkling | undefined>(undefined)

/** Connects the widgets below it to one Inkling server. Providers with the same endpoint and `getToken` share a connection. */
export function InklingProvider(props: InklingProviderProps) {
  const { endpoint = '', getToken, theme = 'auto', telemetry = true, consent = 'granted', onEvent, debug = false } = props
  const [firstGetToken] = useState(() => getToken)
  const connection = useMemo(() => connectionFor(endpoint, firstGetToken, consent), [endpoint, firstGetToken, consent])
  const documentLocale = useSyncExternalStore<Locale>(subscribeToNothing, readDocumentLocale, () => 'en')
  const locale = props.locale ?? documentLocale
  const latestOnEvent = useRef(onEvent)
  useEffect(() => {
    latestOnEvent.current = onEvent
    connection.followGetToken(getToken)
  })
  useEffect(() => connection.attach(), [connection])
  const shown = useRef<readonly Question[]>([])
  const [own] = useState(() => ({
    notify: (event: InklingEvent) => latestOnEvent.current?.(event),
    refresh: () => new Set(shown.current).forEach((question) => void question.refresh()),
    show(question: Question) {
      shown.current = [...shown.current, question]
      return () => {
        const at = shown.current.indexOf(question)
        shown.current = shown.current.toSpliced(at, 1)
      }
    },
  }))
  const value = useMemo(
    () => ({ connection, locale, strings: strings[locale], theme, telemetry, debug, ...own }),
    [connection, locale, theme, telemetry, debug, own],
  )
  return <InklingContext.Provider value={value}>{props.children}</InklingContext.Provider>
}

export function useInkling(): Inkling {
  const inkling = useContext(InklingContext)
  if (!inkling) throw new Error('<InklingProvider> is missing')
  return inkling
}

const subscribeToNothing = () => () => {}

function readDocumentLocale(): Locale {
  return document.documentElement.lang.startsWith('ko') ? 'ko' : 'en'
}
