import { type GateSettings, openDatabase, PostgresGate } from '@inkling/database'
import { systemClock, systemRandomness } from '@inkling/suggestions'

/** What one process of the gate's bench is told, in its environment. */
export interface GateWorkerReport {
  pairs: number
  /** Milliseconds of a reserve and a settle together. */
  p50: number
  p99: number
}

const { GATE_URL: url = '', GATE_SCHEMA: schema = '', GATE_SPOOL: spoolFolder = '' } = process.env
const callers = Number(process.env.GATE_CALLERS)
const warmUpMilliseconds = Number(process.env.GATE_WARM_UP_MS)
const milliseconds = Number(process.env.GATE_MS)

// The rate is decided and booked as always; a place in it is free again at once, since no provider is behind this.
const settings: GateSettings = { timeZone: 'UTC', requestsPerMinute: 20_000, cheapestReservation: 1n, rateMarginMs: -60_000 }
const database = await openDatabase({ kind: 'postgres', url, schema })
const gate = new PostgresGate({
  ...{ database, settings, spoolFolder, clock: systemClock, processId: systemRandomness.uuid() },
  // A loaded machine is slower than the product's own patience allows; what is measured is how many, not how many in time.
  timeoutMs: 30_000,
})

async function pair(): Promise<void> {
  const attemptId = systemRandomness.uuid()
  const decision = await gate.reserve({
    ...{ attemptId, suggestionId: attemptId, product: 'coocook', suggestion: 'coocook.menuCuration', userKey: 'bench' },
    ...{ tier: 'standard', model: 'claude-haiku-5-5', variant: 'control', promptVersion: '1', worstCase: 1_000n },
  })
  if (!decision.granted) throw new Error(`The gate refused a call: ${decision.reason}.`)
  await gate.settle({ attemptId, outcome: 'complete', charge: 400n, estimated: false, signal: 'success', flags: [] })
}

async function load(forMilliseconds: number): Promise<number[]> {
  const end = performance.now() + forMilliseconds
  const times: number[] = []
  const caller = async () => {
    while (performance.now() < end) {
      const start = performance.now()
      await pair()
      times.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: callers }, caller))
  return times.sort((left, right) => left - right)
}

await load(warmUpMilliseconds)
const times = await load(milliseconds)
const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
process.send?.({ pairs: times.length, p50: at(0.5), p99: at(0.99) } satisfies GateWorkerReport)
await gate.close()
await database.close()
