import type { Database } from './database.ts'

export type ProbeResult = { reachable: true; milliseconds: number } | { reachable: false; milliseconds: number; problem: string }

/** Within this the readiness endpoint must know. */
const longestProbeMs = 250

/** Whether the database answers; never rejects, takes at most 250 ms. */
export async function probe(database: Database, timeoutMs = longestProbeMs): Promise<ProbeResult> {
  const start = performance.now()
  try {
    await database.statement('select 1', [], timeoutMs)
    return { reachable: true, milliseconds: performance.now() - start }
  } catch (error) {
    return {
      reachable: false,
      milliseconds: performance.now() - start,
      // The driver's text may hold the address with its user: the code is enough.
      problem: error instanceof Error ? ('code' in error ? String(error.code) : error.name) : 'unknown',
    }
  }
}
