import type { AnswerEvent, AnswerMeta } from '@inkling/contracts'
import { createTokenSource } from '../token-source.ts'
import { createTransport, type SuggestionRequest, TransportError } from '../transport.ts'

/** What a widget has in hand when its answer has ended. */
export interface WidgetAnswer {
  suggestionId?: string
  items: unknown[]
  /** Absent where no complete answer came. */
  meta?: AnswerMeta
  /** Why it did not; the page then shows its own content. */
  failure?: string
}

/** Asks as a widget's page does, over the widgets' own transport; each call is a page of its own. */
export async function askAsWidget(
  endpoint: string,
  token: string,
  request: SuggestionRequest,
  { signal = new AbortController().signal, onEvent }: { signal?: AbortSignal; onEvent?: (event: AnswerEvent) => void } = {},
): Promise<WidgetAnswer> {
  const transport = createTransport(
    endpoint,
    createTokenSource(async () => token),
  )
  const answer: WidgetAnswer = { items: [] }
  const take = (event: AnswerEvent) => {
    if (event.type === 'answer-start') answer.suggestionId = event.suggestionId
    else if (event.type === 'item') answer.items.push(event.item)
    else answer.meta = event.meta
    onEvent?.(event)
  }
  try {
    await transport.stream(request, { signal, onEvent: take })
  } catch (cause) {
    answer.failure = cause instanceof TransportError ? cause.code : String(cause)
  }
  return answer
}
