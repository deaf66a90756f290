import { randomUUID } from 'node:crypto'
import type { Clock, FlightLeader, Flights } from '@inkling/suggestions/ports'
import type { FlightEntry, FlightItem } from './flight-entry.ts'
import { createFlightNudges, type FlightSubscriber } from './flight-nudges.ts'
import { createMemoryFlights } from './memory-flights.ts'
import { createRedisFlightLog, type FlightCommands } from './redis-flight-log.ts'
import { createRedisGuard, type RedisGuard } from './redis-guard.ts'
import { relayFlight } from './relay-flight.ts'
import type { Seal } from './seal.ts'

export interface RedisFlightsOptions {
  client: FlightCommands
  /** A connection of its own: one that subscribes takes no other commands. */
  subscriber: FlightSubscriber
  seal: Seal
  clock: Clock
  prefix?: string
  /** After this long without a sign of life from its process a lead is vacant. */
  leaseMs?: number
  /** As of `createMemoryFlights`: how long a living leader may say nothing. */
  silenceMs?: number
  /** The most that joining waits for Redis. */
  timeoutMs?: number
  /** Instead of a time-out of its own: that of everything on the same connection. */
  guard?: RedisGuard
}

export interface RedisFlights extends Flights {
  /** Flights that are under way in this process. */
  readonly size: number
}

// A killed leader is noticed after three seconds: its followers still have time for a call of their own.
const defaultLeaseMs = 3_000

/**
 * One leader for each key over all processes. Within a process everybody shares one flight in memory, so that a process takes part in
 * Redis once, however many ask; where Redis is away, that flight is all there is. The first process takes the lock and publishes what
 * happens in its flight; the others relay it into theirs.
 */
export function createRedisFlights(options: RedisFlightsOptions): RedisFlights {
  const { client, subscriber, seal, clock, prefix = 'inkling', leaseMs = defaultLeaseMs, silenceMs, timeoutMs = 50 } = options
  const guard = options.guard ?? createRedisGuard({ probe: (key) => client.exists(key), timeoutMs })
  const log = createRedisFlightLog({ client, seal, prefix, leaseMs, guard })
  const nudges = createFlightNudges(subscriber)
  /** What this process leads everywhere. */
  const led = new Map<string, { flight: string; over: AbortController }>()
  const relays = new Map<string, AbortController>()

  const memory = createMemoryFlights({
    clock,
    ...(silenceMs === undefined ? {} : { leaseMs: silenceMs }),
    watcher: {
      onItem: (key, index, item) => publish(key, { index, item }, false),
      onEnd(key, end, vacant) {
        relays.get(key)?.abort()
        relays.delete(key)
        publish(key, vacant ? { vacant: end } : { end }, true)
      },
    },
  })

  function publish(key: string, entry: FlightEntry, last: boolean): void {
    const lead = led.get(key)
    if (!lead) return
    if (last) giveUp(key)
    void log.append(key, lead.flight, entry, last).then((arrived) => {
      // Somebody else may lead by now; in this process the flight goes on by itself.
      if (!arrived && led.get(key) === lead) giveUp(key)
    })
  }

  function giveUp(key: string): void {
    led.get(key)?.over.abort()
    led.delete(key)
  }

  async function keepAlive(key: string, flight: string): Promise<void> {
    const over = new AbortController()
    const lead = { flight, over }
    led.set(key, lead)
    for (;;) {
      await clock.wait(leaseMs / 3, over.signal)
      if (over.signal.aborted) return
      if ((await log.keep(key, flight)) === false && led.get(key) === lead) return giveUp(key)
    }
  }

  /** Begins a flight with what its followers have seen, unless one is under way; undefined: Redis is away. */
  async function takeLead(key: string, items: readonly FlightItem[]): Promise<{ mine: boolean; flight: string } | undefined> {
    const own = randomUUID()
    const flight = await log.claim(key, own)
    if (flight === undefined) return undefined
    if (flight === own) {
      void keepAlive(key, own)
      for (const item of items) publish(key, item, false)
    }
    return { mine: flight === own, flight }
  }

  function relay(key: string, flight: string, local: FlightLeader): void {
    const over = new AbortController()
    relays.set(key, over)
    void relayFlight({
      ...{ key, flight, log, nudges, clock, local, signal: over.signal },
      lookEveryMs: leaseMs / 3,
      takeLead: (items) => takeLead(key, items),
    })
  }

  return {
    get size() {
      return memory.size
    },
    async join(key, options) {
      const local = await memory.join(key, options)
      if (local.role === 'follower') return local
      const claim = await takeLead(key, [])
      if (!claim || claim.mine) return local
      const follower = await memory.join(key, options)
      relay(key, claim.flight, local.leader)
      return follower
    },
  }
}
