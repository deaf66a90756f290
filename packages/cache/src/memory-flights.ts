import type { Clock, FlightEnd, FlightEvent, FlightLeader, Flights } from '@inkling/suggestions/ports'

export interface MemoryFlights extends Flights {
  /** Flights that are under way. */
  readonly size: number
}

/** What happens in this process, for whoever carries it to others. */
export interface FlightWatcher {
  /** An item that everybody here sees from now on; each index once. */
  onItem(key: string, index: number, item: unknown): void
  /** The flight is over here. `vacant`: nobody here leads it to its end, somebody elsewhere may. */
  onEnd(key: string, end: FlightEnd, vacant: boolean): void
}

// Longer than a leader can live by itself: its deadline is ten seconds, queueing and reading the answer included.
const defaultLeaseMs = 12_000

/**
 * Single flight within this process. A leader shows that it lives by publishing; after `leaseMs` of silence the lead goes to a
 * follower that may spend. Without one the flight ends as `timeout` for everybody. A leader that has lost its lead is ignored.
 */
export function createMemoryFlights({
  clock,
  leaseMs = defaultLeaseMs,
  watcher,
}: {
  clock: Clock
  leaseMs?: number
  watcher?: FlightWatcher
}): MemoryFlights {
  const flights = new Map<string, Flight>()
  return {
    get size() {
      return flights.size
    },
    async join(key, { maySpend }) {
      const existing = flights.get(key)
      if (existing) return { role: 'follower', events: existing.follow(maySpend) }
      const flight = createFlight({
        clock,
        leaseMs,
        onItem: (index, item) => watcher?.onItem(key, index, item),
        onEnd: (end, vacant) => {
          flights.delete(key)
          watcher?.onEnd(key, end, vacant)
        },
      })
      flights.set(key, flight)
      return { role: 'leader', leader: flight.lead() }
    },
  }
}

interface Flight {
  lead(): FlightLeader
  follow(maySpend: boolean): AsyncIterable<FlightEvent>
}

interface Follower {
  maySpend: boolean
  /** Events already taken from the log. */
  taken: number
  /** The lead, until it is taken. */
  offered?: FlightLeader
  /** Calls of `next` that wait for an event. */
  waiting: ((result: IteratorResult<FlightEvent>) => void)[]
  started: boolean
}

const leaderLost: FlightEnd = { outcome: 'failed', reason: 'timeout' }

type LogEntry = Extract<FlightEvent, { type: 'item' }>

interface FlightOptions {
  clock: Clock
  leaseMs: number
  onItem: (index: number, item: unknown) => void
  onEnd: (end: FlightEnd, vacant: boolean) => void
}

function createFlight({ clock, leaseMs, onItem, onEnd }: FlightOptions): Flight {
  const log: LogEntry[] = []
  const published = new Set<number>()
  const followers = new Set<Follower>()
  let leader: FlightLeader | undefined
  let ended: FlightEnd | undefined
  let lease: { clear(): void } | undefined
  /** What the followers are told if nobody takes the lead after all. */
  let lastEnd: FlightEnd = leaderLost

  function renewLease(): void {
    lease?.clear()
    const timeout = clock.timeout(leaseMs)
    lease = timeout
    timeout.signal.addEventListener('abort', () => {
      if (lease === timeout) passLead(leaderLost)
    })
  }

  function appoint(): FlightLeader {
    const appointed: FlightLeader = {
      publish(index, item) {
        // An item once shown stays as it is, whoever leads now.
        if (leader !== appointed || published.has(index)) return
        published.add(index)
        log.push({ type: 'item', index, item: structuredClone(item) })
        renewLease()
        onItem(index, item)
        for (const follower of followers) serve(follower)
      },
      finish(end) {
        if (leader === appointed) endFlight(end, false)
      },
      handOver(end) {
        return leader === appointed && passLead(end)
      },
    }
    leader = appointed
    renewLease()
    return appointed
  }

  function passLead(end: FlightEnd): boolean {
    lastEnd = end
    const heir = chooseHeir(followers)
    if (!heir) {
      endFlight(end, true)
      return false
    }
    heir.offered = appoint()
    serve(heir)
    return true
  }

  function endFlight(end: FlightEnd, vacant: boolean): void {
    lease?.clear()
    lease = undefined
    leader = undefined
    ended = end
    onEnd(end, vacant)
    for (const follower of followers) serve(follower)
  }

  function serve(follower: Follower): void {
    while (follower.waiting.length > 0) {
      const result = take(follower)
      if (!result) return
      follower.waiting.shift()?.(result)
    }
  }

  function take(follower: Follower): IteratorResult<FlightEvent> | undefined {
    if (!followers.has(follower)) return { done: true, value: undefined }
    const entry = log[follower.taken]
    if (entry) {
      follower.taken += 1
      return { done: false, value: structuredClone(entry) }
    }
    const { offered } = follower
    delete follower.offered
    // An offer that was not taken in time has lapsed: somebody else leads.
    if (offered && offered === leader) {
      followers.delete(follower)
      return { done: false, value: { type: 'lead', leader: offered } }
    }
    if (!ended) return undefined
    followers.delete(follower)
    return { done: false, value: { type: 'end', end: structuredClone(ended) } }
  }

  function release(follower: Follower): void {
    followers.delete(follower)
    serve(follower)
    // The lead was on its way to a follower that has gone.
    if (follower.offered && follower.offered === leader) passLead(lastEnd)
  }

  return {
    lead: appoint,
    follow(maySpend) {
      const follower: Follower = { maySpend, taken: 0, waiting: [], started: false }
      followers.add(follower)
      return {
        [Symbol.asyncIterator]() {
          follower.started = true
          return {
            next: () =>
              new Promise((resolve) => {
                follower.waiting.push(resolve)
                serve(follower)
              }),
            // Not a generator: its `return` would wait for a `next` that may never settle.
            async return() {
              release(follower)
              return { done: true, value: undefined }
            },
          }
        },
      }
    },
  }
}

/** Of the followers that may spend, one that waits at this moment rather than one that is busy, or has not begun to listen. */
function chooseHeir(followers: Set<Follower>): Follower | undefined {
  const candidates = [...followers].filter((follower) => follower.maySpend && !follower.offered)
  return candidates.find(({ waiting }) => waiting.length > 0) ?? candidates.find(({ started }) => started) ?? candidates[0]
}
