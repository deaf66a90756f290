import type { Replicas } from '../../../apps/api/src/testing/run-replicas.ts'
import { runCommand } from '../../../apps/api/src/testing/run-server.ts'
import type { Database } from '../../../packages/database/src/database.ts'

export interface LedgerCheck {
  /** One sentence each, as `inkling reconcile` names them. */
  differences: string[]
  /** On the bill. */
  requests: number
  ledger: string
  bill: string
  surplus: string
  outcomes: string
}

interface Reconciled {
  differences: object[]
  rows: number
  requests: number
  charged: string
  billed: string
  estimatedSurplus: string
}

/** `inkling reconcile` against the simulator's bill, as an operator runs it. */
export async function checkLedger(database: Database, replicas: Replicas, simulatorUrl: string): Promise<LedgerCheck> {
  const environment = { ...replicas.environment, PORT: new URL(replicas.urls[0]!).port }
  const { stdout, stderr } = await runCommand(['reconcile', '--bill', `${simulatorUrl}/_sim/bill`, '--json'], environment)
  if (stdout === '') throw new Error(stderr)
  const found = JSON.parse(stdout) as Reconciled
  const rows = await database.statement<{ outcome: string | null; estimated: boolean; attempts: bigint }>(
    'select outcome, estimated, count(*) as attempts from attempts group by 1, 2 order by 3 desc',
    [],
    10_000,
  )
  return {
    differences: found.differences.map((difference) => JSON.stringify(difference)),
    requests: found.requests,
    ledger: `${found.rows} rows, $${found.charged}`,
    bill: `${found.requests} requests, $${found.billed}`,
    surplus: `$${found.estimatedSurplus}`,
    outcomes: rows.map(({ outcome, estimated, attempts }) => `${outcome}${estimated ? ' (estimated)' : ''}: ${attempts}`).join(', '),
  }
}

/** How long after the kill before it the slowest abandoned attempt was settled. */
export async function slowestRecovery(database: Database, kills: readonly Date[]): Promise<{ milliseconds: number; text: string }> {
  const rows = await database.statement<{ reserved: Date; settled: Date }>(
    `select reserved_at as reserved, settled_at as settled from attempts where outcome = 'abandoned'`,
    [],
    10_000,
  )
  const waits = rows.map(({ reserved, settled }) => settled.getTime() - (kills.find((kill) => kill > reserved) ?? reserved).getTime())
  const milliseconds = Math.max(0, ...waits)
  return { milliseconds, text: `${(milliseconds / 1000).toFixed(1)} s (${rows.length} attempts)` }
}
