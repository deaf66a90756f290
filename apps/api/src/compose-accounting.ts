import type { KeyObject } from 'node:crypto'
import { join } from 'node:path'
import {
  AuditedOperations,
  AuditLog,
  type Database,
  GateOperations,
  type GateSettings,
  ledger,
  migrate,
  openDatabase,
  PostgresDenyOverrides,
  PostgresGate,
  PostgresRecords,
  PostgresSpendingSample,
  ProcessRegistry,
  probe,
} from '@inkling/database'
import { suggestions } from '@inkling/prompts'
import { cheapestReservation, type ModelChoice, systemClock, systemRandomness } from '@inkling/suggestions'
import type { LedgerReading } from '@inkling/telemetry'
import { databaseLocation } from './compose-database.ts'
import type { Environment } from './env.ts'
import { currentPeriods } from './operations/describe-status.ts'

// While Postgres is away the tables are looked for again this often; templates answer meanwhile.
const migrationRetryMilliseconds = 2_000

export interface Accounting {
  database: Database
  gate: PostgresGate
  records: PostgresRecords
  denyOverrides: PostgresDenyOverrides
  sample: PostgresSpendingSample
  settings: GateSettings
  operations: GateOperations
  audited: AuditedOperations
  /** Whether the database answers and has its tables. */
  isReady(): Promise<boolean>
  close(): Promise<void>
}

/** Money, rate, breaker and records: everything whose authority is Postgres. Starts degraded where Postgres is away, and catches up by itself. */
export async function composeAccounting(
  environment: Environment,
  models: ModelChoice,
  auditKey: KeyObject,
  onProblem: (what: string, problem: unknown) => void,
): Promise<Accounting> {
  // First: a model without a price must end the start before anything is opened.
  const settings: GateSettings = {
    timeZone: environment.BUDGET_TIME_ZONE,
    requestsPerMinute: environment.CLAUDE_RATE_LIMIT_RPM,
    cheapestReservation: leastReservation(models),
  }
  const location = databaseLocation(environment)
  const report = (problem: unknown) => onProblem('database', problem)
  const database = await openDatabase(location.kind === 'postgres' ? { ...location, onConnectionLost: report } : location)
  const spoolFolder = join(environment.INKLING_DATA_DIR, 'spool')
  const common = { database, clock: systemClock, processId: systemRandomness.uuid(), spoolFolder, onProblem: report }
  const gate = new PostgresGate({ ...common, settings })
  const records = new PostgresRecords(common)
  const denyOverrides = new PostgresDenyOverrides(common)
  const sample = new PostgresSpendingSample({ ...common, timeZone: settings.timeZone })
  const registry = new ProcessRegistry({ ...common, settings, spools: [gate, records] })
  const operations = new GateOperations(database, settings)
  const audited = new AuditedOperations({ database, settings, clock: systemClock, audit: new AuditLog(auditKey) })
  const stopping = new AbortController()
  let hasTables = false

  async function prepare(): Promise<void> {
    await migrate(database)
    await operations.setFirstLimit('global', 'day', environment.CLAUDE_DAILY_BUDGET_USD)
    await operations.setFirstLimit('global', 'month', environment.CLAUDE_MONTHLY_BUDGET_USD)
    await registry.beat()
    await Promise.all([denyOverrides.refresh(), sample.refresh()])
    hasTables = true
    for (const worker of [registry, denyOverrides, sample]) worker.start()
  }

  async function prepareUntilDone(): Promise<void> {
    while (!stopping.signal.aborted && !hasTables) {
      await systemClock.wait(migrationRetryMilliseconds, stopping.signal)
      await prepare().catch(report)
    }
  }

  let preparing = Promise.resolve()
  await prepare().catch((problem) => {
    report(problem)
    preparing = prepareUntilDone()
  })

  return {
    ...{ database, settings, gate, records, denyOverrides, sample, operations, audited },
    isReady: async () => hasTables && (await probe(database)).reachable,
    async close() {
      stopping.abort()
      await preparing
      await Promise.all([records.close(), gate.close(), denyOverrides.close(), sample.close()])
      await registry.close()
      await database.close()
    },
  }
}

function leastReservation(models: ModelChoice): bigint {
  try {
    return cheapestReservation(suggestions, models, systemRandomness, Date.now())
  } catch (error) {
    throw new Error(`CLAUDE_MODEL cannot be used: ${(error as Error).message}`)
  }
}

/** Settled, reserved and limit of the current day and month, as the metrics show them. */
export async function readLedger(
  { database, gate, operations }: Pick<Accounting, 'database' | 'gate' | 'operations'>,
  timeZone: string,
): Promise<LedgerReading[]> {
  await gate.settled()
  const limits = await operations.limits()
  const scopes = new Set<string>(['global', ...limits.map(({ scope }) => scope)])
  const starts = currentPeriods(timeZone, Date.now())
  const readings = [...scopes].flatMap((scope) =>
    (['day', 'month'] as const).map(async (period): Promise<LedgerReading> => {
      const { settled, reserved, limit } = await ledger.spendOf(database, scope, period, starts[period])
      return { scope: scope as LedgerReading['scope'], period, settled, reserved, ...(limit === undefined ? {} : { limit }) }
    }),
  )
  return Promise.all(readings)
}
