import type { InklingEvent } from '@inkling/widget-kit'
import { createContext, use } from 'react'
import type { Language } from '../preferences/use-preferences.ts'
import type { AnswerLog } from './use-answer-log.ts'
import type { Form } from './use-form.ts'
import type { Session } from './use-session.ts'

/** What the suggestions of one page have in common. */
export interface PageInkling {
  /** kebab-case, as in the address of the API */
  product: string
  language: Language
  session: Session
  form: Form
  setForm: (form: Form) => void
  log: AnswerLog
  noteEvent: (event: InklingEvent) => void
  /** By suggestion, camelCase: asks again. Those that are on the page at present. */
  askAgain: ReadonlyMap<string, () => void>
  /** Notes how to ask a suggestion again, until the returned function is called. */
  place: (suggestion: string, refresh: () => void) => () => void
}

export const PageInklingContext = createContext<PageInkling | undefined>(undefined)

export function usePageInkling(): PageInkling {
  const inkling = use(PageInklingContext)
  if (!inkling) throw new Error('<InklingPage> is missing')
  return inkling
}
