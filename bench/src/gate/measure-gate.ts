import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { migrate, openDatabase } from '@inkling/database'
import { firstMessage, startChild } from '../processes.ts'
import type { GateWorkerReport } from './gate-worker.ts'

export interface GateResult {
  processes: number
  callersEach: number
  pairsPerSecond: number
  /** Of the slowest process, milliseconds of a reserve and a settle together. */
  p50: number
  p99: number
}

const processes = 3
const callersEach = 40
const dropMilliseconds = 30_000

/** Reserve and settle pairs a second from three processes on one set of rows, in a schema of its own on that Postgres. */
export async function measureGate(url: string, folder: string, milliseconds: number): Promise<GateResult> {
  const schema = `inkling_bench_${randomBytes(4).toString('hex')}`
  const database = await openDatabase({ kind: 'postgres', url, schema })
  try {
    await migrate(database)
    const environment = {
      ...{ GATE_URL: url, GATE_SCHEMA: schema, GATE_SPOOL: join(folder, 'spool') },
      ...{ GATE_CALLERS: String(callersEach), GATE_WARM_UP_MS: String(milliseconds / 2), GATE_MS: String(milliseconds) },
    }
    const workers = Array.from({ length: processes }, () => startChild(new URL('./gate-worker.ts', import.meta.url), [], environment))
    const reports = await Promise.all(workers.map((worker) => firstMessage<GateWorkerReport>(worker)))
    const pairs = reports.reduce((sum, each) => sum + each.pairs, 0)
    const slowest = (key: 'p50' | 'p99') => Math.max(...reports.map((each) => each[key]))
    return { processes, callersEach, pairsPerSecond: (pairs * 1000) / milliseconds, p50: slowest('p50'), p99: slowest('p99') }
  } finally {
    await database.statement(`drop schema if exists ${schema} cascade`, [], dropMilliseconds)
    await database.close()
  }
}
