import type { Clock, FlightEnd, FlightLeader } from '@inkling/suggestions/ports'
import type { FlightEntry, FlightItem } from './flight-entry.ts'
import type { FlightNudges } from './flight-nudges.ts'
import type { RedisFlightLog } from './redis-flight-log.ts'

interface RelayOptions {
  key: string
  flight: string
  log: RedisFlightLog
  nudges: FlightNudges
  clock: Clock
  /** How long a leader may be silent before somebody looks whether it lives. */
  lookEveryMs: number
  /** Leads the flight in this process, in the name of the process that leads it everywhere. */
  local: FlightLeader
  /** Tries to take the lead everywhere with a new flight that begins with these items; which one is led now. Undefined: Redis is away. */
  takeLead: (items: readonly FlightItem[]) => Promise<{ mine: boolean; flight: string } | undefined>
  /** The flight is over in this process. */
  signal: AbortSignal
}

const leaderLost: FlightEnd = { outcome: 'failed', reason: 'timeout' }
// Without messages the log itself is asked this often.
const pollMs = 200

/**
 * Passes on what another process' leader publishes, until it ends the flight. When the lead is vacant, because the leader gave it up or
 * has died, it goes to a follower of this process if no other process was faster; without Redis it does at once.
 */
export async function relayFlight(options: RelayOptions): Promise<void> {
  const { key, log, nudges, clock, lookEveryMs, local, takeLead, signal } = options
  /** By index: a flight that another process continues begins with what was shown before. */
  const items = new Map<number, FlightItem>()
  let { flight } = options
  let known = 0
  /** A flight that has begun in the place of this one, which may be over before anybody looks. */
  let successor: string | undefined
  let wake = () => {}

  const apply = (entry: FlightEntry | undefined) => {
    known += 1
    if (entry && 'item' in entry) {
      if (!items.has(entry.index)) items.set(entry.index, entry)
      local.publish(entry.index, entry.item)
    } else if (entry && 'end' in entry) local.finish(entry.end)
  }
  const turnTo = (other: string) => {
    flight = other
    known = 0
    successor = undefined
  }
  const subscription = nudges.listen(log.channel(key), (message) => {
    const [, of, number, text] = /^(\S+) (\d+) (.*)$/s.exec(message) ?? []
    if (of === undefined || text === undefined) return
    if (of !== flight) {
      successor = of
      return wake()
    }
    const entry = log.decode(of, text)
    if (Number(number) === known + 1) apply(entry)
    // A gap, or nobody leads any more: the log tells.
    if (Number(number) > known || (entry && 'vacant' in entry)) wake()
  })
  /** The flight that another process leads; undefined where this one may lead. */
  const lookForLead = async () => {
    const claim = await takeLead([...items.values()])
    return claim?.mine ? undefined : claim?.flight
  }
  try {
    const pause = (await subscription.ready) ? lookEveryMs : pollMs
    while (!signal.aborted) {
      const nudged = new Promise<void>((resolve) => {
        wake = resolve
      })
      const before = known
      const reading = await log.read(key, flight, before)
      // Messages may have brought the first of these meanwhile.
      for (const entry of reading?.entries.slice(known - before) ?? []) apply(entry)
      if (signal.aborted) return
      const underWay = successor ?? reading?.underWay ?? (reading && (await lookForLead()))
      if (underWay === undefined) {
        local.handOver(leaderLost)
        return
      }
      if (underWay === flight) await waitFor(nudged, clock, pause, signal)
      else turnTo(underWay)
    }
  } finally {
    subscription.stop()
  }
}

async function waitFor(nudged: Promise<void>, clock: Clock, milliseconds: number, signal: AbortSignal): Promise<void> {
  const over = new AbortController()
  const end = () => over.abort()
  signal.addEventListener('abort', end, { once: true })
  try {
    await Promise.race([nudged, clock.wait(milliseconds, over.signal)])
  } finally {
    signal.removeEventListener('abort', end)
    over.abort()
  }
}
