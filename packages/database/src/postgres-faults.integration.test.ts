import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Database } from './database.ts'
import { openReservations, spendOf } from './ledger-queries.ts'
import { migrate } from './migrate.ts'
import { openDatabase } from './open-database.ts'
import { createPartitions } from './partitions.ts'
import { PostgresGate } from './postgres-gate.ts'
import { probe } from './probe.ts'
import { settlementOf, uuidAt } from './testing/gate-fixture.ts'
import { ManualClock } from './testing/manual-clock.ts'
import { hasPostgresPrograms, type OwnPostgres, startOwnPostgres } from './testing/own-postgres.ts'

describe.runIf(hasPostgresPrograms)('a Postgres server that freezes and dies', () => {
  let server: OwnPostgres
  let database: Database
  let gate: PostgresGate
  let folder: string
  const clock = new ManualClock()
  const lost: Error[] = []
  beforeAll(async () => {
    server = await startOwnPostgres()
    database = await openDatabase({ kind: 'postgres', url: server.url, onConnectionLost: (error) => lost.push(error) })
    await migrate(database)
    await createPartitions(database, clock.now(), 0)
    folder = await mkdtemp(join(tmpdir(), 'inkling-faults-'))
    const settings = { timeZone: 'UTC', requestsPerMinute: 1000, cheapestReservation: 1n, now: () => clock.now() }
    gate = new PostgresGate({ database, settings, clock, processId: randomUUID(), spoolFolder: folder })
  })
  afterAll(async () => {
    await gate.close()
    await database.close()
    await server.dispose()
    await rm(folder, { recursive: true, force: true })
  })

  const request = () => ({
    attemptId: uuidAt(clock.now()),
    suggestionId: 's',
    product: 'coocook' as const,
    suggestion: 'coocook.menuCuration' as const,
    userKey: 'u',
    tier: 'standard' as const,
    model: 'm',
    variant: 'v',
    promptVersion: '1',
    worstCase: 100n,
  })
  const global = () => spendOf(database, 'global', 'day', '2026-11-22')
  /** The first statement after a fault may meet a dead connection. */
  const granted = () =>
    vi.waitFor(
      async () => {
        const each = request()
        expect(await gate.reserve(each)).toEqual({ granted: true })
        return each
      },
      { timeout: 10_000 },
    )
  const drain = () =>
    vi.waitFor(
      async () => {
        clock.advance(10_000)
        expect(await gate.flush()).toBe(0)
      },
      { timeout: 15_000, interval: 100 },
    )

  it('frozen: refuses in half a second, answers the probe in 250 ms, and leaks no hold when it wakes', async () => {
    const before = await granted()
    await server.signal('SIGSTOP')
    const start = performance.now()
    const decisions = await Promise.all(Array.from({ length: 6 }, () => gate.reserve(request())))
    expect(performance.now() - start).toBeLessThan(1_500)
    expect(new Set(decisions.map((decision) => !decision.granted && decision.reason))).toEqual(new Set(['accounting-unavailable']))
    const probed = await probe(database)
    expect(probed.reachable).toBe(false)
    expect(probed.milliseconds).toBeLessThan(1_000)
    // On disk when this resolves.
    await gate.settle(settlementOf(before.attemptId))
    await server.signal('SIGCONT')
    await drain()
    await vi.waitFor(async () => expect(await openReservations(database)).toEqual([]), { timeout: 10_000 })
    expect(await global()).toMatchObject({ settled: 60n, reserved: 0n })
    expect(await probe(database, 5_000)).toMatchObject({ reachable: true })
  })

  it('killed and started again: keeps what was settled meanwhile, exactly', async () => {
    const before = await granted()
    await server.signal('SIGKILL')
    expect(await gate.reserve(request())).toEqual({ granted: false, reason: 'accounting-unavailable' })
    await gate.settle(settlementOf(before.attemptId, { charge: 7n }))
    await server.start()
    const after = await granted()
    await gate.settle(settlementOf(after.attemptId, { charge: 3n }))
    await drain()
    await vi.waitFor(async () => expect(await openReservations(database)).toEqual([]), { timeout: 10_000 })
    expect(await global()).toMatchObject({ settled: 70n, reserved: 0n })
    expect(lost.length).toBeGreaterThan(0)
  })
})
