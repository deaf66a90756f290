import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { spendOf } from './ledger-queries.ts'
import { ensureDays } from './partitions.ts'
import { type GateFixture, openGateFixture, settlementOf } from './testing/gate-fixture.ts'
import { engines } from './testing/test-database.ts'

const hour = 3_600_000

describe.each(engines)('days and months on %s', (engine) => {
  let fixture: GateFixture
  beforeAll(async () => {
    fixture = await openGateFixture(engine)
  })
  afterAll(() => fixture.dispose())
  beforeEach(() => fixture.reset({ timeZone: 'Europe/Berlin' }))

  const exhaust = async (time: string) => {
    fixture.clock.set(time)
    await fixture.operations.setLimit('global', 'day', 100n, 'ann')
    const request = fixture.request()
    expect(await fixture.gate.reserve(request)).toEqual({ granted: true })
    return request
  }

  it('begins a day at midnight of the zone, with a whole budget', async () => {
    await exhaust('2026-11-22T22:59:59.999Z')
    expect(await fixture.gate.reserve(fixture.request())).toEqual({ granted: false, reason: 'budget-held' })
    fixture.clock.advance(1)
    expect(await fixture.gate.reserve(fixture.request())).toEqual({ granted: true })
    expect((await spendOf(fixture.database, 'global', 'day', '2026-11-22')).reserved).toBe(100n)
    expect((await spendOf(fixture.database, 'global', 'day', '2026-11-23')).reserved).toBe(100n)
    expect((await spendOf(fixture.database, 'global', 'month', '2026-11-01')).reserved).toBe(200n)
  })

  it('settles to the day and month of the reservation, even after midnight', async () => {
    const request = await exhaust('2026-11-30T22:59:59Z')
    fixture.clock.advance(2_000)
    await fixture.gate.settle(settlementOf(request.attemptId, { charge: 77n }))
    expect(await spendOf(fixture.database, 'global', 'day', '2026-11-30')).toMatchObject({ settled: 77n, reserved: 0n })
    expect(await spendOf(fixture.database, 'global', 'month', '2026-11-01')).toMatchObject({ settled: 77n, reserved: 0n })
    expect(await spendOf(fixture.database, 'global', 'day', '2026-12-01')).toMatchObject({ settled: 0n, reserved: 0n })
  })

  it('begins a month at midnight of the zone', async () => {
    await fixture.operations.setLimit('global', 'month', 100n, 'ann')
    fixture.clock.set('2026-11-30T22:59:59.999Z')
    expect(await fixture.gate.reserve(fixture.request())).toEqual({ granted: true })
    expect(await fixture.gate.reserve(fixture.request())).toMatchObject({ reason: 'budget-held' })
    fixture.clock.advance(1)
    expect(await fixture.gate.reserve(fixture.request())).toEqual({ granted: true })
    expect((await spendOf(fixture.database, 'global', 'month', '2026-12-01')).reserved).toBe(100n)
  })

  it.each([
    ['23 hours, when clocks go forward', '2026-03-28T23:00:00Z', '2026-03-29', 23],
    ['25 hours, when clocks go back', '2026-10-24T22:00:00Z', '2026-10-25', 25],
    ['24 hours otherwise', '2026-10-25T23:00:00Z', '2026-10-26', 24],
  ])('knows the day of %s', async (_, start, day, hours) => {
    const midnight = Date.parse(start)
    await ensureDays(
      fixture.database,
      new Date(midnight - 24 * hour).toISOString().slice(0, 10),
      new Date(midnight + 26 * hour).toISOString().slice(0, 10),
    )
    const request = await exhaust(start)
    await fixture.gate.settle(settlementOf(request.attemptId, { charge: 100n }))
    expect(await fixture.gate.reserve(fixture.request())).toEqual({
      granted: false,
      reason: 'budget-exhausted',
      retryAfterMs: hours * hour,
    })
    fixture.clock.advance(hours * hour - 1)
    expect(await fixture.gate.reserve(fixture.request())).toMatchObject({ reason: 'budget-exhausted', retryAfterMs: 1 })
    expect((await spendOf(fixture.database, 'global', 'day', day)).settled).toBe(100n)
    fixture.clock.advance(1)
    expect(await fixture.gate.reserve(fixture.request())).toEqual({ granted: true })
  })
})
