import type { Database } from '@inkling/database'

const minute = 60_000

/** When the provider's stand-in got each call, milliseconds since 1970. It remembers the last thousand. */
export async function readArrivals(simulatorUrl: string): Promise<number[]> {
  const { requests } = (await (await fetch(`${simulatorUrl}/_sim/requests`)).json()) as { requests: { receivedAt: number }[] }
  return requests.map(({ receivedAt }) => receivedAt)
}

/** The most calls in any 60 seconds. */
export function busiestMinute(arrivals: readonly number[]): number {
  const times = arrivals.toSorted((a, b) => a - b)
  return Math.max(0, ...times.map((at, index) => index + 1 - times.findIndex((other) => other > at - minute)))
}

/**
 * Makes the gate remember that many calls of the last minute, as if the rate had been used up: from a second on, a place comes free
 * every `everyMs`. The moments of these calls. The gate has granted something before.
 */
export async function fillRate(database: Database, calls: number, everyMs: number): Promise<number[]> {
  const first = Date.now() - minute
  const times = Array.from({ length: calls }, (_, index) => first + index * everyMs)
  await database.statement(
    `with locked as materialized (select lock_gate()), gate as (select rate_grants, rate_capacity from gate_state, locked)
       update rate_slots s set used_at = coalesce(to_timestamp(($1::float8[])[mod(s.position - mod(gate.rate_grants, gate.rate_capacity) + gate.rate_capacity,
           gate.rate_capacity) + 1] / 1000), '-infinity') from gate`,
    [times],
    10_000,
  )
  return times
}
