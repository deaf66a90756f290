import type { InklingEvent, OnAccept, SuggestionProps } from '@inkling/widget-kit'
import { createElement, useEffect, useLayoutEffect, useRef } from 'react'
import { usePageInkling } from './page-inkling.ts'
import { toCamelCase } from './to-camel-case.ts'

type InklingSuggestionsElement = HTMLElement & { refresh?(): void }

interface ScriptTagSuggestionProps {
  name: string
  props: SuggestionProps<never>
}

/** What a page without React would write, for a page that happens to have it: attributes, two properties, and listeners. */
export function ScriptTagSuggestion({ name, props }: ScriptTagSuggestionProps) {
  const { product, language, session, noteEvent, place } = usePageInkling()
  const { onAccept, onEdit, accepted, title, className, fallback, enabled = true, ...context } = props
  const element = useRef<InklingSuggestionsElement>(null)
  const latest = useRef({ onAccept, onEdit })

  useEffect(loadScript, [])
  useLayoutEffect(() => {
    latest.current = { onAccept, onEdit }
    // What a component draws itself with is no context: a page without React has none.
    const fields = Object.entries(context).filter(([, value]) => typeof value !== 'function')
    if (element.current) Object.assign(element.current, { context: Object.fromEntries(fields), getToken: session.getToken, accepted })
  })
  useEffect(() => {
    const target = element.current
    if (!target) return
    const listeners: Record<string, (event: CustomEvent) => void> = {
      'inkling:accept': (event) => {
        const { item, index, suggestionId, respondWith } = event.detail
        const result = (latest.current.onAccept as OnAccept<unknown> | undefined)?.(item, { index, suggestionId })
        if (result === false) event.preventDefault()
        else respondWith(result)
      },
      'inkling:edit': ({ detail: { item, ...at } }) => (latest.current.onEdit as OnAccept<unknown> | undefined)?.(item, at),
      'inkling:answer': ({ detail }) => noteEvent({ type: 'answer', ...detail } as InklingEvent),
      'inkling:failure': ({ detail }) => noteEvent({ type: 'failure', ...detail } as InklingEvent),
      'inkling:feedback': ({ detail }) => noteEvent({ type: 'feedback', event: detail } as InklingEvent),
    }
    for (const [type, listener] of Object.entries(listeners)) target.addEventListener(type, listener as EventListener)
    return () => {
      for (const [type, listener] of Object.entries(listeners)) target.removeEventListener(type, listener as EventListener)
    }
  }, [noteEvent])
  useEffect(() => {
    return place(toCamelCase(name), () => element.current?.refresh?.())
  }, [place, name])

  if (!enabled) return fallback
  const attributes = { product, suggestion: name, locale: language, 'title-text': title, class: className }
  return createElement('inkling-suggestions', { ref: element, ...attributes }, fallback)
}

const address = '/embed/v1/inkling.js'

function loadScript(): void {
  if (document.querySelector(`script[src="${address}"]`)) return
  document.head.append(Object.assign(document.createElement('script'), { src: address, async: true }))
}
