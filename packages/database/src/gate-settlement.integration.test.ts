import type { Settlement } from '@inkling/suggestions/ports'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callRelease, callSettle } from './gate-statements.ts'
import { attemptsOf, incidents, openReservations, spendOf } from './ledger-queries.ts'
import { type GateFixture, openGateFixture, settlementOf, uuidAt } from './testing/gate-fixture.ts'
import { engines } from './testing/test-database.ts'

describe.each(engines)('settling on %s', (engine) => {
  let fixture: GateFixture
  beforeAll(async () => {
    fixture = await openGateFixture(engine)
  })
  afterAll(() => fixture.dispose())
  beforeEach(() => fixture.reset())

  const granted = async (worstCase = 100n) => {
    const request = fixture.request({ worstCase })
    expect(await fixture.gate.reserve(request)).toEqual({ granted: true })
    return request
  }
  const settle = (id: string, overrides: Partial<Settlement> = {}) =>
    callSettle(fixture.database, fixture.settings, [settlementOf(id, overrides)], 5_000).then(([result]) => result)
  const global = async () => {
    const { settled, reserved } = await spendOf(fixture.database, 'global', 'day', '2026-11-22')
    return { settled, reserved }
  }

  it('writes the whole row of the ledger', async () => {
    const request = await granted()
    await settle(request.attemptId, {
      stopReason: 'end_turn',
      providerRequestId: 'req_1',
      flags: ['secondary-source', 'a "quoted", one'],
      usage: {
        input_tokens: 10,
        output_tokens: 20,
        cache_creation_input_tokens: 7,
        cache_creation: { ephemeral_5m_input_tokens: 3, ephemeral_1h_input_tokens: 4 },
        cache_read_input_tokens: 5,
      },
    })
    expect(await attemptsOf(fixture.database, request.suggestionId)).toMatchObject([
      {
        id: request.attemptId,
        partition_day: '2026-11-22',
        product: 'coocook',
        suggestion: 'coocook.menuCuration',
        user_key: 'user-1',
        tier: 'standard',
        model: 'claude-haiku-5-5',
        state: 'settled',
        reserved_pico: 100n,
        charged_pico: 60n,
        estimated: false,
        outcome: 'complete',
        stop_reason: 'end_turn',
        input_tokens: 10n,
        output_tokens: 20n,
        cache_write_5m_tokens: 3n,
        cache_write_1h_tokens: 4n,
        cache_read_tokens: 5n,
        provider_request_id: 'req_1',
        flags: ['secondary-source', 'a "quoted", one'],
        day: '2026-11-22',
        month: '2026-11-01',
      },
    ])
  })

  it('counts unsplit cache writes as five-minute ones', async () => {
    const request = await granted()
    await settle(request.attemptId, { usage: { input_tokens: 1, output_tokens: 1, cache_creation_input_tokens: 7 } })
    expect(await attemptsOf(fixture.database, request.suggestionId)).toMatchObject([
      { cache_write_5m_tokens: 7n, cache_write_1h_tokens: null },
    ])
  })

  it('changes nothing the second time', async () => {
    const { attemptId } = await granted()
    expect(await settle(attemptId)).toBe('settled')
    expect(await settle(attemptId, { charge: 1n })).toBe('unchanged')
    expect(await settle(attemptId, { charge: 'whole-reservation', estimated: true })).toBe('unchanged')
    expect(await global()).toEqual({ settled: 60n, reserved: 0n })
  })

  it('books the whole reservation where nothing better is known, and replaces it by the exact charge later, once', async () => {
    const { attemptId } = await granted()
    expect(await settle(attemptId, { charge: 'whole-reservation', estimated: true, outcome: 'timeout', signal: 'failure' })).toBe('settled')
    expect(await global()).toEqual({ settled: 100n, reserved: 0n })
    expect(await settle(attemptId, { charge: 90n, estimated: true })).toBe('unchanged')
    expect(await settle(attemptId, { charge: 30n })).toBe('replaced')
    expect(await settle(attemptId, { charge: 20n })).toBe('unchanged')
    expect(await global()).toEqual({ settled: 30n, reserved: 0n })
  })

  it('books a charge above the reservation, stops spending and raises an incident', async () => {
    const { attemptId } = await granted()
    await settle(attemptId, { charge: 101n })
    expect(await global()).toEqual({ settled: 101n, reserved: 0n })
    expect(await fixture.gate.reserve(fixture.request())).toEqual({ granted: false, reason: 'breaker-open' })
    expect((await fixture.operations.status()).held).toMatchObject({ reason: 'charge-above-reservation' })
    expect(await incidents(fixture.database)).toMatchObject([
      { kind: 'charge-above-reservation', details: { chargePico: '101', reservedPico: '100' } },
    ])
    await fixture.operations.resume('ann')
    expect(await fixture.gate.reserve(fixture.request())).toEqual({ granted: true })
    expect(await incidents(fixture.database)).toMatchObject([{ resolved_by: 'ann' }])
  })

  it('also stops when the exact charge that replaces an estimate is above the reservation', async () => {
    const { attemptId } = await granted()
    await settle(attemptId, { charge: 'whole-reservation', estimated: true })
    expect(await settle(attemptId, { charge: 150n })).toBe('replaced')
    expect(await global()).toEqual({ settled: 150n, reserved: 0n })
    expect(await fixture.gate.reserve(fixture.request())).toEqual({ granted: false, reason: 'breaker-open' })
  })

  it('turns an unknown attempt into one incident', async () => {
    const attemptId = uuidAt(fixture.clock.now())
    expect(await settle(attemptId)).toBe('unknown')
    expect(await settle(attemptId)).toBe('unknown')
    expect(await incidents(fixture.database)).toMatchObject([{ kind: 'unknown-attempt', details: { attemptId, chargePico: '60' } }])
  })

  it('releases a hold by its id and keeps the row, charged nothing', async () => {
    const request = await granted()
    expect(await openReservations(fixture.database)).toHaveLength(1)
    const release = () => callRelease(fixture.database, fixture.settings, 'p', request, 5_000)
    await release()
    await release()
    expect(await global()).toEqual({ settled: 0n, reserved: 0n })
    expect(await openReservations(fixture.database)).toEqual([])
    expect(await attemptsOf(fixture.database, request.suggestionId)).toEqual([])
  })

  it('refuses a reservation that arrives after its release', async () => {
    const request = fixture.request()
    await callRelease(fixture.database, fixture.settings, 'p', request, 5_000)
    expect(await fixture.gate.reserve(request)).toEqual({ granted: false, reason: 'accounting-unavailable' })
    expect(await global()).toEqual({ settled: 0n, reserved: 0n })
  })

  it('does not release what is settled', async () => {
    const request = await granted()
    await settle(request.attemptId)
    await callRelease(fixture.database, fixture.settings, 'p', request, 5_000)
    expect(await global()).toEqual({ settled: 60n, reserved: 0n })
  })

  it('books money that a released attempt spent nevertheless, and stops spending', async () => {
    const request = await granted()
    await callRelease(fixture.database, fixture.settings, 'p', request, 5_000)
    expect(await settle(request.attemptId, { charge: 0n })).toBe('unchanged')
    expect(await settle(request.attemptId, { charge: 40n })).toBe('replaced')
    expect(await global()).toEqual({ settled: 40n, reserved: 0n })
    expect(await fixture.gate.reserve(fixture.request())).toEqual({ granted: false, reason: 'breaker-open' })
  })
})
