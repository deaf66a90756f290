import type { ModelOutcome } from '@inkling/suggestions/ports'
import { asExactUsage, asStartUsage, combineUsage, type MessageUsage } from './combine-usage.ts'

/** Follows one streamed answer, event by event. Events are read laxly: fields may be absent or null, unknown events pass. */
export interface AnswerReader {
  /** The text that this event adds to the answer; thinking is not text. */
  read(event: unknown): string
  /** Set once the answer has ended as it should. */
  readonly complete: Extract<ModelOutcome, { kind: 'complete' }> | undefined
  /** Exact input usage, as soon as the answer has begun. */
  readonly startUsage: MessageUsage | undefined
}

interface LaxEvent {
  type?: unknown
  message?: { usage?: unknown } | null
  content_block?: { type?: unknown; text?: unknown } | null
  delta?: { type?: unknown; text?: unknown; stop_reason?: unknown } | null
  usage?: unknown
}

export function createAnswerReader(): AnswerReader {
  let startUsage: unknown
  let deltaUsage: Record<string, unknown> | undefined
  let stopReason: string | undefined
  let contentEmpty = true
  let stopped = false

  function text(value: unknown): string {
    if (typeof value !== 'string' || value === '') return ''
    contentEmpty = false
    return value
  }

  return {
    read(event) {
      if (typeof event !== 'object' || event === null) return ''
      const { type, message, content_block: block, delta, usage } = event as LaxEvent
      switch (type) {
        case 'message_start':
          startUsage = message?.usage
          return ''
        case 'content_block_start':
          // Only an empty text block leaves the content empty; thinking, for one, has been generated and is billed.
          if (block?.type !== 'text') contentEmpty = false
          return block?.type === 'text' ? text(block.text) : ''
        case 'content_block_delta':
          return delta?.type === 'text_delta' ? text(delta.text) : ''
        case 'message_delta':
          deltaUsage = combineUsage(deltaUsage, usage)
          if (typeof delta?.stop_reason === 'string') stopReason = delta.stop_reason
          return ''
        case 'message_stop':
          stopped = true
          return ''
        default:
          return ''
      }
    },
    get complete() {
      // The start's own output count is provisional: without a `message_delta` there is no exact usage.
      if (!stopped || stopReason === undefined || !asExactUsage({ input_tokens: 0, ...deltaUsage })) return undefined
      const usage = asExactUsage(combineUsage(startUsage, deltaUsage))
      return usage === undefined ? undefined : { kind: 'complete' as const, usage, stopReason, contentEmpty }
    },
    get startUsage() {
      return asStartUsage(startUsage)
    },
  }
}
