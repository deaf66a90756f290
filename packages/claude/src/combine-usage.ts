import type { ModelOutcome } from '@inkling/suggestions/ports'

export type MessageUsage = Extract<ModelOutcome, { kind: 'complete' }>['usage']

type Fields = Readonly<Record<string, unknown>>

/**
 * One usage object from the two halves of a stream: `message_start` says input tokens, place, tier and the split of cache writes;
 * `message_delta` repeats the counters, cumulative, without the rest. Its numbers win where it has any; `null` says nothing.
 * Where the split of cache writes no longer fits their total, both stay as reported: what that costs is not decided here.
 */
export function combineUsage(start: unknown, delta: unknown): Record<string, unknown> {
  const usage: Record<string, unknown> = { ...asFields(start) }
  for (const [name, value] of Object.entries(asFields(delta))) {
    if (value !== null && value !== undefined) usage[name] = value
  }
  return usage
}

/** Usage whose input is known, or `undefined`. */
export function asStartUsage(usage: unknown): MessageUsage | undefined {
  return isFields(usage) && isCount(usage.input_tokens) ? (usage as unknown as MessageUsage) : undefined
}

/** Usage that can be charged exactly, or `undefined`. */
export function asExactUsage(usage: Record<string, unknown>): MessageUsage | undefined {
  return isCount(usage.input_tokens) && isCount(usage.output_tokens) ? (usage as unknown as MessageUsage) : undefined
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function asFields(value: unknown): Fields {
  return isFields(value) ? value : {}
}
