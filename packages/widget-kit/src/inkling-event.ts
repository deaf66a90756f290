import type { AnswerMeta, FeedbackEvent } from '@inkling/contracts'
import type { SuggestionState } from './suggestion-state.ts'
import type { SuggestionRequest } from './transport.ts'

/** What a host may watch: answers with their meta, failures, and the feedback that leaves the page. */
export type InklingEvent =
  | {
      type: 'answer'
      product: string
      suggestion: string
      suggestionId: string
      meta: AnswerMeta
      items: number
      milliseconds: AnswerTimes
    }
  | { type: 'failure'; product: string; suggestion: string; code: string }
  | { type: 'feedback'; event: Omit<FeedbackEvent, 'id'> }

/** Counted from the moment of asking. */
export interface AnswerTimes {
  firstItem: number | undefined
  total: number
}

/** The event for the final state of a request; undefined while it is under way. */
export function settledEvent<Item>(
  { product, suggestion }: SuggestionRequest,
  state: SuggestionState<Item>,
  milliseconds: AnswerTimes,
): InklingEvent | undefined {
  if (state.status === 'failed') return { type: 'failure', product, suggestion, code: state.code }
  if (state.status !== 'ready' && state.status !== 'off') return undefined
  const { suggestionId, meta, items } = state
  return { type: 'answer', product, suggestion, suggestionId, meta, items: items.length, milliseconds }
}
