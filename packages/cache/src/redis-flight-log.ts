import { decodeFlightEntry, encodeFlightEntry, type FlightEntry } from './flight-entry.ts'
import { appendToFlight, claimFlight, keepFlight, readFlight } from './redis-flight-scripts.ts'
import { createRedisGuard, type RedisGuard } from './redis-guard.ts'
import type { Seal } from './seal.ts'

/** The commands used here, alike in a single Redis and in a cluster. */
export interface FlightCommands {
  eval(script: string, numberOfKeys: number, ...keysAndArguments: (string | number)[]): Promise<unknown>
  exists(key: string): Promise<number>
}

export interface RedisFlightLog {
  /** Begins the flight where none is under way; the one that is now. `undefined`: Redis did not answer in time. */
  claim(key: string, flight: string): Promise<string | undefined>
  /** Whether the flight is still under way; `undefined`: Redis does not answer. */
  keep(key: string, flight: string): Promise<boolean | undefined>
  /** Adds an entry and tells the others; `last` ends the flight. `false`: it did not arrive, or the flight is not under way any more. */
  append(key: string, flight: string, entry: FlightEntry, last: boolean): Promise<boolean>
  /** The entries after the `known` first ones, and the flight that is led now, if any; `undefined`: Redis does not answer. */
  read(
    key: string,
    flight: string,
    known: number,
  ): Promise<{ underWay: string | undefined; entries: (FlightEntry | undefined)[] } | undefined>
  channel(key: string): string
  /** An entry as a message of the channel holds it; `undefined` for what this release does not know. */
  decode(flight: string, sealed: string): FlightEntry | undefined
}

// Off every caller's path, so Redis may be slow; a leader that cannot reach it for so long has lost its lease anyway.
const patientTimeoutMs = 1_000

/** One flight's lock and log in Redis. Nothing here rejects. */
export function createRedisFlightLog({
  client,
  seal,
  prefix,
  leaseMs,
  guard,
}: {
  client: FlightCommands
  /** Entries hold items of answers. */
  seal: Seal
  prefix: string
  leaseMs: number
  /** Of what callers wait for. */
  guard: RedisGuard
}): RedisFlightLog {
  const patientGuard = createRedisGuard({ probe: (key) => client.exists(key), timeoutMs: patientTimeoutMs })
  const lockOf = (key: string) => `${prefix}:{flight:${key}}:lock`
  const logOf = (key: string, flight: string) => `${prefix}:{flight:${key}}:log:${flight}`
  const channel = (key: string) => `${prefix}:flight:${key}`
  const decode = (flight: string, sealed: string) => decodeFlightEntry(seal.open(sealed, flight) ?? '')

  return {
    channel,
    decode,
    async claim(key, flight) {
      const found = await guard.run(lockOf(key), () => client.eval(claimFlight, 1, lockOf(key), flight, leaseMs, channel(key)))
      return typeof found === 'string' ? found : undefined
    },
    async keep(key, flight) {
      const kept = await patientGuard.run(lockOf(key), () => client.eval(keepFlight, 1, lockOf(key), flight, leaseMs))
      return kept === undefined ? undefined : kept === 1
    },
    async append(key, flight, entry, last) {
      const keys = [lockOf(key), logOf(key, flight)]
      const values = [flight, leaseMs, channel(key), seal.seal(encodeFlightEntry(entry), flight), last ? '1' : '']
      const number = await patientGuard.run(lockOf(key), () => client.eval(appendToFlight, 2, ...keys, ...values))
      return typeof number === 'number' && number > 0
    },
    async read(key, flight, known) {
      const found = await patientGuard.run(lockOf(key), () => client.eval(readFlight, 2, lockOf(key), logOf(key, flight), known))
      if (!Array.isArray(found) || !Array.isArray(found[1])) return undefined
      return { underWay: String(found[0]) || undefined, entries: found[1].map((entry) => decode(flight, String(entry))) }
    },
  }
}
