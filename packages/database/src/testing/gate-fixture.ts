import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReservationRequest, Settlement } from '@inkling/suggestions/ports'
import type { Database } from '../database.ts'
import { GateOperations } from '../gate-operations.ts'
import type { GateSettings } from '../gate-settings.ts'
import { createPartitions } from '../partitions.ts'
import { PostgresGate } from '../postgres-gate.ts'
import { ManualClock } from './manual-clock.ts'
import { type Engine, openTestDatabase, type TestDatabase } from './test-database.ts'

export interface GateFixture {
  test: TestDatabase
  database: Database
  clock: ManualClock
  settings: GateSettings
  gate: PostgresGate
  operations: GateOperations
  folder: string
  problems: unknown[]
  request(overrides?: Partial<ReservationRequest>): ReservationRequest
  /** Empties every table of the gate, so that tests of one file share one database. */
  reset(settings?: Partial<GateSettings>): Promise<void>
  gateOn(database: Database, settings?: Partial<GateSettings>): PostgresGate
  dispose(): Promise<void>
}

/** A gate on an empty database, whose time is the manual clock's. */
export async function openGateFixture(engine: Engine): Promise<GateFixture> {
  const test = await openTestDatabase(engine)
  const clock = new ManualClock()
  const folder = await mkdtemp(join(tmpdir(), 'inkling-gate-'))
  const problems: unknown[] = []
  await createPartitions(test.database, clock.now(), 1)

  const fixture: GateFixture = {
    test,
    database: test.database,
    clock,
    folder,
    problems,
    settings: { timeZone: 'UTC', requestsPerMinute: 1000, cheapestReservation: 10n, now: () => clock.now() },
    gate: undefined as never,
    operations: undefined as never,
    gateOn: (database, settings = {}) =>
      new PostgresGate({
        database,
        settings: { ...fixture.settings, ...settings },
        clock,
        processId: randomUUID(),
        spoolFolder: folder,
        // The machine that runs the tests is busy; what the limit itself does has a test of its own.
        timeoutMs: 10_000,
        onProblem: (problem) => problems.push(problem),
      }),
    request: (overrides = {}) => ({
      attemptId: uuidAt(clock.now()),
      suggestionId: uuidAt(clock.now()),
      product: 'coocook',
      suggestion: 'coocook.menuCuration',
      userKey: 'user-1',
      tier: 'standard',
      model: 'claude-haiku-5-5',
      variant: 'control',
      promptVersion: '1',
      worstCase: 100n,
      ...overrides,
    }),
    reset: async (settings = {}) => {
      clock.set('2026-11-22T12:00:00Z')
      problems.length = 0
      for (const table of [
        'attempts',
        'spend',
        'limits',
        'rate_slots',
        'rate_lines',
        'rate_turns',
        'breaker_buckets',
        'deny_overrides',
        'incidents',
        'processes',
      ]) {
        await fixture.database.statement(`delete from ${table}`, [], 10_000)
      }
      await fixture.database.statement('delete from gate_state', [], 10_000)
      await fixture.database.statement('insert into gate_state (id) values (1)', [], 10_000)
      fixture.settings = { timeZone: 'UTC', requestsPerMinute: 1000, cheapestReservation: 10n, now: () => clock.now(), ...settings }
      fixture.gate = fixture.gateOn(fixture.database)
      fixture.operations = new GateOperations(fixture.database, fixture.settings)
    },
    dispose: async () => {
      await test.dispose()
      await rm(folder, { recursive: true, force: true })
    },
  }
  await fixture.reset()
  return fixture
}

/** A UUIDv7 of that moment. */
export function uuidAt(milliseconds: number): string {
  const time = milliseconds.toString(16).padStart(12, '0')
  const random = randomBytes(10).toString('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6, 18)}`
}

/** A settlement of a complete answer. */
export function settlementOf(attemptId: string, overrides: Partial<Settlement> = {}): Settlement {
  return { attemptId, outcome: 'complete', charge: 60n, estimated: false, signal: 'success', flags: [], ...overrides }
}
