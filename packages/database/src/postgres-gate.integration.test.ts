import { readdir } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { attemptsOf, incidents, openReservations, spendOf } from './ledger-queries.ts'
import type { PostgresGate } from './postgres-gate.ts'
import { type FragileDatabase, fragile } from './testing/fragile-database.ts'
import { type GateFixture, openGateFixture, settlementOf, uuidAt } from './testing/gate-fixture.ts'
import { engines } from './testing/test-database.ts'

const unavailable = { granted: false, reason: 'accounting-unavailable' }

describe.each(engines)('the gate when things go wrong, on %s', (engine) => {
  let fixture: GateFixture
  let database: FragileDatabase
  let gate: PostgresGate
  beforeAll(async () => {
    fixture = await openGateFixture(engine)
  })
  afterAll(() => fixture.dispose())
  beforeEach(async () => {
    await fixture.reset()
    database = fragile(fixture.database)
    gate = fixture.gateOn(database)
  })

  const global = () => spendOf(fixture.database, 'global', 'day', '2026-11-22')
  const spooled = async () => (await readdir(fixture.folder)).filter((name) => name.startsWith('settlements'))
  /** Lets the background tasks take their next turn. */
  const nextTurn = async (milliseconds: number) => {
    await vi.waitFor(() => expect(fixture.clock.waiting).toBeGreaterThan(0))
    fixture.clock.advance(milliseconds)
  }

  it('spends nothing while the database is away', async () => {
    database.mode = 'away'
    expect(await gate.reserve(fixture.request())).toEqual(unavailable)
    expect(fixture.problems).toHaveLength(1)
    await gate.close()
  })

  it('releases a reservation whose answer was lost, as soon as it can', async () => {
    database.mode = 'reply-lost'
    const request = fixture.request()
    expect(await gate.reserve(request)).toEqual(unavailable)
    expect(await openReservations(fixture.database)).toHaveLength(1)
    database.mode = 'away'
    await nextTurn(250)
    await vi.waitFor(() => expect(database.asked).toBe(2))
    database.mode = 'well'
    await nextTurn(500)
    await vi.waitFor(async () => expect(await openReservations(fixture.database)).toEqual([]))
    expect(await global()).toMatchObject({ settled: 0n, reserved: 0n })
    await vi.waitFor(async () => expect(await gate.flush()).toBe(0))
  })

  it('leaves alone what the server itself rolled back', async () => {
    expect(await gate.reserve(fixture.request({ attemptId: 'no-uuid' }))).toEqual(unavailable)
    expect(await gate.reserve(fixture.request({ worstCase: -1n }))).toEqual(unavailable)
    expect(await gate.flush()).toBe(0)
    expect(fixture.clock.waiting).toBe(0)
  })

  it('makes no partition for an id that is no UUIDv7', async () => {
    expect(await gate.reserve(fixture.request({ attemptId: 'ffffffff-ffff-4fff-8fff-ffffffffffff' }))).toEqual(unavailable)
    expect(await gate.reserve(fixture.request({ attemptId: '2fffffff-ffff-4fff-8fff-ffffffffffff' }))).toEqual(unavailable)
  })

  it('creates the day of a reservation that has no partition yet', async () => {
    fixture.clock.set('2026-12-24T12:00:00Z')
    const request = fixture.request({ attemptId: uuidAt(fixture.clock.now()) })
    expect(await gate.reserve(request)).toEqual({ granted: true })
    expect(await attemptsOf(fixture.database, request.suggestionId)).toMatchObject([{ partition_day: '2026-12-24' }])
    await fixture.database.statement('drop table attempts_20261224', [], 5_000)
  })

  it('keeps settlements on disk and in memory until the database is back, and repeats none of them', async () => {
    const requests = [fixture.request(), fixture.request(), fixture.request()]
    for (const request of requests) await gate.reserve(request)
    database.mode = 'away'
    for (const request of requests) await gate.settle(settlementOf(request.attemptId))
    // Only the first one waited for the database.
    expect(database.asked).toBe(4)
    expect(await spooled()).toHaveLength(1)
    expect(await gate.flush()).toBe(3)
    database.mode = 'well'
    await nextTurn(250)
    await vi.waitFor(async () => expect(await global()).toMatchObject({ settled: 180n, reserved: 0n }))
    await vi.waitFor(async () => expect(await spooled()).toEqual([]))
    expect(await gate.flush()).toBe(0)
    await gate.close()
  })

  it('says when everything that had begun to settle is booked', async () => {
    const requests = [fixture.request(), fixture.request()]
    for (const request of requests) await gate.reserve(request)
    for (const request of requests) void gate.settle(settlementOf(request.attemptId))
    await gate.settled()
    expect(await openReservations(fixture.database)).toEqual([])
    expect(await global()).toMatchObject({ settled: 120n, reserved: 0n })
  })

  it('settles after a restart what a dead process left on disk', async () => {
    const requests = [fixture.request(), fixture.request()]
    for (const request of requests) await gate.reserve(request)
    database.mode = 'away'
    await gate.settle(settlementOf(requests[0]!.attemptId, { charge: 12n, pauseMs: 0.5 }))
    await gate.settle(settlementOf(requests[1]!.attemptId, { charge: 'whole-reservation', estimated: true, outcome: 'timeout' }))
    await gate.close()

    const next = fixture.gateOn(fixture.database)
    expect(await next.adoptSpool(() => false)).toBe(0)
    expect(await next.adoptSpool(() => true)).toBe(2)
    expect(await global()).toMatchObject({ settled: 112n, reserved: 0n })
    expect(await spooled()).toEqual([])
  })

  it('leaves the spool of a dead process where it is while the database is away', async () => {
    const request = fixture.request()
    await gate.reserve(request)
    database.mode = 'away'
    await gate.settle(settlementOf(request.attemptId))
    await gate.close()
    const next = fixture.gateOn(database)
    await expect(next.adoptSpool(() => true)).rejects.toThrow()
    database.mode = 'well'
    expect(await next.adoptSpool(() => true)).toBe(1)
  })

  it('books the whole reservation where a settlement makes no sense', async () => {
    const request = fixture.request()
    await gate.reserve(request)
    await gate.settle(settlementOf(request.attemptId, { charge: -5n }))
    expect(await global()).toMatchObject({ settled: 100n, reserved: 0n })
    expect(await attemptsOf(fixture.database, request.suggestionId)).toMatchObject([{ estimated: true, flags: ['settlement-rejected'] }])
    expect(await incidents(fixture.database)).toEqual([])
  })

  it('gives up a settlement that cannot be booked at all, rather than repeat it for ever', async () => {
    await gate.settle(settlementOf(uuidAt(0), { pauseMs: Number.MAX_VALUE, charge: 1n }))
    await gate.settle(settlementOf('no-uuid'))
    expect(await gate.flush()).toBe(0)
    expect(fixture.problems.length).toBeGreaterThan(0)
  })

  it('refuses settings that cannot work', () => {
    expect(() => fixture.gateOn(database, { timeZone: 'Mars/Olympus' })).toThrow(RangeError)
    expect(() => fixture.gateOn(database, { requestsPerMinute: 0 })).toThrow(RangeError)
    expect(() => fixture.gateOn(database, { cheapestReservation: -1n })).toThrow(RangeError)
  })
})
