import type { InklingEvent } from '@inkling/widget-kit'
import { useCallback, useState } from 'react'
import { addUsd } from './add-usd.ts'

export type AnswerReport = Extract<InklingEvent, { type: 'answer' }>
type Outcome = AnswerReport | Extract<InklingEvent, { type: 'failure' }>

/** What the page has heard from its widgets since it was opened. */
export interface AnswerLog {
  /** The last answer or failure of each suggestion. */
  last: Readonly<Record<string, Outcome>>
  answers: number
  feedback: number
  /** Exact, in USD. */
  spentUsd: string
}

export function useAnswerLog(): [AnswerLog, (event: InklingEvent) => void] {
  const [log, setLog] = useState<AnswerLog>({ last: {}, answers: 0, feedback: 0, spentUsd: '0' })
  const note = useCallback((event: InklingEvent) => setLog((current) => noted(current, event)), [])
  return [log, note]
}

function noted(log: AnswerLog, event: InklingEvent): AnswerLog {
  if (event.type === 'feedback') return { ...log, feedback: log.feedback + 1 }
  const last = { ...log.last, [event.suggestion]: event }
  if (event.type === 'failure') return { ...log, last }
  return { ...log, last, answers: log.answers + 1, spentUsd: addUsd(log.spentUsd, event.meta.costUsd ?? '0') }
}
