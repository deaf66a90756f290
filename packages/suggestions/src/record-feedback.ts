import type { KeyObject } from 'node:crypto'
import {
  type FeedbackEvent,
  type FeedbackRejection,
  type FeedbackResult,
  type FeedbackType,
  feedbackEventSchema,
  type Product,
} from '@inkling/contracts'
import type { FeedbackRecord, Ports } from './ports.ts'
import { openSuggestionId } from './suggestion-id.ts'

export interface FeedbackSender {
  product: Product
  userKey: string
  /** A product's backend may report conversions, and for any of its users. */
  isServer: boolean
}

export interface FeedbackRecorder {
  /** Each event on its own: accepted when it is safe, rejected with a code. Never throws for an event. */
  record(sender: FeedbackSender, events: readonly unknown[]): Promise<FeedbackResult>
}

export function createFeedbackRecorder(ports: Pick<Ports, 'clock' | 'records'>, key: KeyObject): FeedbackRecorder {
  return {
    async record(sender, events) {
      const result: FeedbackResult = { accepted: [], rejected: [] }
      const records: FeedbackRecord[] = []
      for (const event of events) {
        const checked = check(sender, event, key, ports.clock.now())
        if ('code' in checked) result.rejected.push(checked)
        else {
          result.accepted.push(checked.id)
          records.push(checked)
        }
      }
      if (records.length > 0) await ports.records.feedback(records)
      return result
    },
  }
}

function check(
  sender: FeedbackSender,
  event: unknown,
  key: KeyObject,
  now: number,
): FeedbackRecord | { id: string; code: FeedbackRejection } {
  const parsed = feedbackEventSchema.safeParse(event)
  if (!parsed.success) return { id: idOf(event), code: 'invalid-event' }
  const { id, suggestionId, type, itemIndex, value } = parsed.data
  if (!valueIsRight(parsed.data)) return { id, code: 'invalid-event' }
  const opened = openSuggestionId(key, suggestionId, now)
  if ('problem' in opened) return { id, code: opened.problem === 'expired' ? 'expired-suggestion-id' : 'invalid-suggestion-id' }
  const { claims } = opened
  if (claims.product !== sender.product) return { id, code: 'wrong-product' }
  if (type === 'convert' && !sender.isServer) return { id, code: 'forbidden' }
  if (claims.userKey !== sender.userKey && !sender.isServer) return { id, code: 'forbidden' }
  const { product, suggestion, userKey, variant, experiments } = claims
  return {
    ...{ id, suggestionId: claims.id, product, suggestion, userKey, type, variant, experiments, at: now },
    ...(itemIndex === undefined ? {} : { itemIndex }),
    ...(value === undefined ? {} : { value }),
  }
}

const valueRules: Record<FeedbackType, (value: number | undefined) => boolean> = {
  dwell: (value) => value !== undefined,
  rate: (value) => value !== undefined && Number.isInteger(value) && value >= 1 && value <= 5,
  convert: () => true,
  impression: isAbsent,
  accept: isAbsent,
  edit: isAbsent,
  dismiss: isAbsent,
  undo: isAbsent,
  copy: isAbsent,
  report: isAbsent,
}

function isAbsent(value: number | undefined): boolean {
  return value === undefined
}

function valueIsRight({ type, value }: FeedbackEvent): boolean {
  return valueRules[type](value)
}

function idOf(event: unknown): string {
  const id = typeof event === 'object' && event !== null ? (event as { id?: unknown }).id : undefined
  return typeof id === 'string' ? id.slice(0, 64) : ''
}
