'use client'

import type { Locale } from '@inkling/contracts'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { type Connection, connectionFor, type InklingEvent } from './connection.ts'
import { type Strings, strings } from './strings.ts'
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
}

const InklingContext = createContext<Inkling | undefined>(undefined)

/** Connects the widgets below it to one Inkling server. Providers with the same endpoint and `getToken` share a connection. */
export function InklingProvider(props: InklingProviderProps) {
  const { endpoint = '', getToken, theme = 'auto', telemetry = true, onEvent, debug = false, children } = props
  const [firstGetToken] = useState(() => getToken)
  const connection = useMemo(() => connectionFor(endpoint, firstGetToken), [endpoint, firstGetToken])
  const documentLocale = useSyncExternalStore<Locale>(subscribeToNothing, readDocumentLocale, () => 'en')
  const locale = props.locale ?? documentLocale
  const latestOnEvent = useRef(onEvent)
  useEffect(() => {
    latestOnEvent.current = onEvent
    connection.followGetToken(getToken)
  })
  useEffect(() => connection.attach((event) => latestOnEvent.current?.(event)), [connection])
  const value = useMemo(
    () => ({ connection, locale, strings: strings[locale], theme, telemetry, debug }),
    [connection, locale, theme, telemetry, debug],
  )
  return <InklingContext.Provider value={value}>{children}</InklingContext.Provider>
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
