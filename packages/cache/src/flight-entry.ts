import type { FlightEnd } from '@inkling/suggestions/ports'

export interface FlightItem {
  index: number
  item: unknown
}

/** What a leader tells the other processes. `vacant`: it gives up the lead; who may, takes it. */
export type FlightEntry = FlightItem | { end: FlightEnd } | { vacant: FlightEnd }

export const encodeFlightEntry = (entry: FlightEntry): string => JSON.stringify(entry)

/** `undefined` for what {@link encodeFlightEntry} did not write: a process of another release. */
export function decodeFlightEntry(text: string): FlightEntry | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return undefined
    if ('end' in value && isEnd(value.end)) return { end: value.end }
    if ('vacant' in value && isEnd(value.vacant)) return { vacant: value.vacant }
    return 'index' in value && typeof value.index === 'number' && 'item' in value ? { item: value.item, index: value.index } : undefined
  } catch {
    return undefined
  }
}

function isEnd(value: unknown): value is FlightEnd {
  return typeof value === 'object' && value !== null && 'outcome' in value && (value.outcome === 'answered' || value.outcome === 'failed')
}
