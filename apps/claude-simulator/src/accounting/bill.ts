import type { Usage } from '../protocol.ts'
import { picoToUsd, priceInPico } from './price.ts'

export interface BillEntry {
  requestId: string
  model: string
  usage: Usage
  /** Exact decimal text. */
  usd: string
}

/** What the simulator would have charged for, in the order in which it booked. */
export interface Bill {
  add(requestId: string, model: string, usage: Usage): void
  read(): { totalUsd: string; entries: BillEntry[] }
  reset(): void
}

export function createBill(now: () => number): Bill {
  let entries: BillEntry[] = []
  let total = 0n
  return {
    add(requestId, model, usage) {
      const pico = priceInPico(model, usage, now())
      total += pico
      entries.push({ requestId, model, usage: structuredClone(usage), usd: picoToUsd(pico) })
    },
    read: () => ({ totalUsd: picoToUsd(total), entries }),
    reset() {
      entries = []
      total = 0n
    },
  }
}
