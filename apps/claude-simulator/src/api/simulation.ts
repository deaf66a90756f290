import type { Bill } from '../accounting/bill.ts'
import type { PromptCache } from '../accounting/prompt-cache.ts'
import type { RateLimiter } from '../accounting/rate-limits.ts'
import type { Timing } from '../answer/timing.ts'
import type { FaultRules } from '../faults/fault-rules.ts'
import type { Json } from '../protocol.ts'

export interface RecordedRequest {
  requestId: string
  path: string
  body: Json
  /** Milliseconds since 1970. */
  receivedAt: number
}

/** The state of one running simulator. */
export interface Simulation {
  now: () => number
  timing: Timing
  bill: Bill
  cache: PromptCache
  limiter: RateLimiter
  faults: FaultRules
  defaultInferenceGeo: string
  /** The last requests, the oldest first. */
  requests: RecordedRequest[]
}

const mostRequests = 1_000

export function recordRequest(simulation: Simulation, request: RecordedRequest): void {
  simulation.requests.push(request)
  if (simulation.requests.length > mostRequests) simulation.requests.shift()
}
