import { useSuggestion } from '@inkling/widget-kit'
import { type RefObject, useEffect } from 'react'

export type AskAgain = RefObject<Map<string, () => void>>

interface AskAgainHandleProps {
  product: string
  suggestion: string
  /** The same context as the widget's: both then show one answer. */
  context: unknown
  handles: AskAgain
}

/** Lets a button elsewhere on the page ask a widget's question again. */
export function AskAgainHandle({ product, suggestion, context, handles }: AskAgainHandleProps) {
  const { refresh } = useSuggestion({ product, suggestion, context, enabled: false })
  useEffect(() => {
    handles.current.set(suggestion, refresh)
    return () => {
      handles.current.delete(suggestion)
    }
  }, [handles, suggestion, refresh])
  return null
}
