import { type ReactNode, useCallback, useMemo, useState } from 'react'
import type { Language } from '../preferences/use-preferences.ts'
import { DebugPanel } from './debug-panel.tsx'
import { PageInklingContext } from './page-inkling.ts'
import type { PanelWords } from './panel-words.ts'
import { toCamelCase } from './to-camel-case.ts'
import { useAnswerLog } from './use-answer-log.ts'
import { useForm } from './use-form.ts'
import { useSession } from './use-session.ts'

interface InklingPageProps {
  product: string
  language: Language
  /** What the panel reports on, in the order of the page. */
  suggestions: readonly (keyof PanelWords['suggestions'])[]
  children: ReactNode
}

/** Around a host page: the pretended session, the form of the widgets, and the panel that tells how answers were made. */
export function InklingPage({ product, language, suggestions, children }: InklingPageProps) {
  const session = useSession(toCamelCase(product), language)
  const [form, setForm] = useForm()
  const [log, noteEvent] = useAnswerLog()
  const [askAgain, setAskAgain] = useState<ReadonlyMap<string, () => void>>(new Map())
  const place = useCallback((suggestion: string, refresh: () => void) => {
    setAskAgain((current) => new Map(current).set(suggestion, refresh))
    return () =>
      setAskAgain((current) => {
        const rest = new Map(current)
        if (rest.get(suggestion) === refresh) rest.delete(suggestion)
        return rest
      })
  }, [])
  const inkling = useMemo(
    () => ({ product, language, session, form, setForm, log, noteEvent, askAgain, place }),
    [product, language, session, form, setForm, log, noteEvent, askAgain, place],
  )
  return (
    <PageInklingContext value={inkling}>
      {children}
      <DebugPanel suggestions={suggestions} />
    </PageInklingContext>
  )
}
