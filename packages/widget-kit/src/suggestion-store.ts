import { stableSerialise } from './stable-serialise.ts'
import { createSuggestionEntry, type EntryOptions, type SuggestionEntry } from './suggestion-entry.ts'
import type { SuggestionRequest, Transport } from './transport.ts'

export interface SuggestionStore {
  /** The same product, suggestion and context give the same entry, whatever the order of the context's keys. */
  entry<Item>(request: SuggestionRequest): SuggestionEntry<Item>
}

// A page that asks more often than every two seconds for a minute has a loop in it, which must not cost money.
const maxRequestsPerMinute = 30

export function createSuggestionStore(transport: Transport, onAnswer?: EntryOptions['onAnswer']): SuggestionStore {
  const entries = new Map<string, SuggestionEntry<unknown>>()
  let asked: number[] = []

  const mayAsk = () => {
    const now = Date.now()
    asked = asked.filter((at) => at > now - 60_000)
    return asked.length < maxRequestsPerMinute && asked.push(now) > 0
  }

  return {
    entry<Item>(request: SuggestionRequest) {
      const key = stableSerialise([request.product, request.suggestion, request.context])
      const existing = entries.get(key)
      if (existing) return existing as SuggestionEntry<Item>
      const created: SuggestionEntry<unknown> = createSuggestionEntry<unknown>({
        request,
        transport,
        mayAsk,
        onAnswer,
        onRetain: () => {
          if (!entries.has(key)) entries.set(key, created)
        },
        onRelease: () => {
          if (entries.get(key) === created) entries.delete(key)
        },
      })
      entries.set(key, created)
      return created as SuggestionEntry<Item>
    },
  }
}
