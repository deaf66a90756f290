import type { ReservationRequest } from '@inkling/suggestions/ports'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { incidents, spendOf } from './ledger-queries.ts'
import { type GateFixture, openGateFixture, settlementOf } from './testing/gate-fixture.ts'
import { engines } from './testing/test-database.ts'

const today = '2026-11-22'

describe.each(engines)('budgets on %s', (engine) => {
  let fixture: GateFixture
  beforeAll(async () => {
    fixture = await openGateFixture(engine)
  })
  afterAll(() => fixture.dispose())
  beforeEach(() => fixture.reset())

  const reserve = (overrides: Partial<ReservationRequest> = {}) => fixture.gate.reserve(fixture.request(overrides))
  const spendExactly = async (charge: bigint, overrides: Partial<ReservationRequest> = {}) => {
    const request = fixture.request({ worstCase: charge, ...overrides })
    expect(await fixture.gate.reserve(request)).toEqual({ granted: true })
    await fixture.gate.settle(settlementOf(request.attemptId, { charge }))
  }
  const thresholds = async () => (await incidents(fixture.database)).map((row) => `${row.scope} ${row.period} ${row.threshold}`).reverse()

  it('books a reservation in every scope and settles it exactly', async () => {
    const request = fixture.request()
    expect(await fixture.gate.reserve(request)).toEqual({ granted: true })
    for (const scope of ['global', 'coocook']) {
      expect(await spendOf(fixture.database, scope, 'day', today)).toMatchObject({ settled: 0n, reserved: 100n })
      expect(await spendOf(fixture.database, scope, 'month', '2026-11-01')).toMatchObject({ settled: 0n, reserved: 100n })
    }
    await fixture.gate.settle(settlementOf(request.attemptId))
    for (const scope of ['global', 'coocook']) {
      expect(await spendOf(fixture.database, scope, 'day', today)).toMatchObject({ settled: 60n, reserved: 0n })
      expect(await spendOf(fixture.database, scope, 'month', '2026-11-01')).toMatchObject({ settled: 60n, reserved: 0n })
    }
    expect(fixture.problems).toEqual([])
  })

  it('grants a repeated reservation again and books it once', async () => {
    const request = fixture.request()
    await fixture.gate.reserve(request)
    expect(await fixture.gate.reserve(request)).toEqual({ granted: true })
    expect((await spendOf(fixture.database, 'global', 'day', today)).reserved).toBe(100n)
  })

  it('does not grant an attempt that is already settled', async () => {
    const request = fixture.request()
    await fixture.gate.reserve(request)
    await fixture.gate.settle(settlementOf(request.attemptId))
    expect(await fixture.gate.reserve(request)).toEqual({ granted: false, reason: 'accounting-unavailable' })
  })

  it.each([
    ['global', 'day'],
    ['global', 'month'],
    ['coocook', 'day'],
    ['coocook', 'month'],
  ] as const)('lets a standard user fill the %s limit of a %s to the last unit and no further', async (scope, period) => {
    await fixture.operations.setLimit(scope, period, 200n, 'ann')
    expect(await reserve({ worstCase: 201n })).toMatchObject({ granted: false, reason: 'budget-exhausted' })
    expect(await reserve({ worstCase: 199n })).toEqual({ granted: true })
    expect(await reserve({ worstCase: 2n })).toEqual({ granted: false, reason: 'budget-held' })
    expect(await reserve({ worstCase: 1n })).toEqual({ granted: true })
    expect(await reserve({ worstCase: 0n })).toEqual({ granted: true })
    // Nothing of a refused reservation is booked anywhere.
    expect((await spendOf(fixture.database, 'global', 'month', '2026-11-01')).reserved).toBe(200n)
  })

  it("leaves other products alone when one product's limit is reached", async () => {
    await fixture.operations.setLimit('coocook', 'day', 50n, 'ann')
    expect(await reserve()).toMatchObject({ granted: false, reason: 'budget-exhausted' })
    expect(await reserve({ product: 'review', suggestion: 'review.briefGenerator' })).toEqual({ granted: true })
  })

  it('lets premium users go on from 100 % to the ceiling of 150 %, never a unit more', async () => {
    await fixture.operations.setLimit('global', 'day', 201n, 'ann')
    await spendExactly(201n)
    expect(await reserve({ worstCase: 0n })).toMatchObject({ granted: false, reason: 'budget-exhausted' })
    // 150 % of 201 is 301.5; half a unit does not exist.
    expect(await reserve({ worstCase: 101n, tier: 'premium' })).toMatchObject({ reason: 'budget-exhausted' })
    expect(await reserve({ worstCase: 100n, tier: 'premium' })).toEqual({ granted: true })
    expect(await reserve({ worstCase: 1n, tier: 'premium' })).toEqual({ granted: false, reason: 'budget-held' })
  })

  it('says when an exhausted day or month begins anew', async () => {
    await fixture.operations.setLimit('global', 'day', 50n, 'ann')
    expect(await reserve()).toEqual({ granted: false, reason: 'budget-exhausted', retryAfterMs: 12 * 3_600_000 })
    await fixture.operations.setLimit('global', 'month', 50n, 'ann')
    expect(await reserve()).toEqual({ granted: false, reason: 'budget-exhausted', retryAfterMs: (8 * 24 + 12) * 3_600_000 })
  })

  it('announces 25, 50, 75 and 100 % once each, by settled money alone', async () => {
    await fixture.operations.setLimit('global', 'day', 400n, 'ann')
    const held = fixture.request({ worstCase: 290n })
    await fixture.gate.reserve(held)
    expect(await reserve({ worstCase: 111n })).toEqual({ granted: false, reason: 'budget-held' })
    expect(await thresholds()).toEqual([])
    await fixture.gate.settle(settlementOf(held.attemptId, { charge: 99n }))
    expect(await thresholds()).toEqual([])
    await spendExactly(1n)
    expect(await thresholds()).toEqual(['global day 25'])
    await spendExactly(250n)
    expect(await thresholds()).toEqual(['global day 25', 'global day 50', 'global day 75'])
    await spendExactly(40n)
    // 390 settled and 10 for the cheapest call still fit.
    expect(await thresholds()).toHaveLength(3)
    await spendExactly(1n)
    expect(await thresholds()).toEqual(['global day 25', 'global day 50', 'global day 75', 'global day 100'])
    expect((await spendOf(fixture.database, 'global', 'day', today)).latched).toBe(true)
    await spendExactly(5n, { tier: 'premium' })
    expect(await thresholds()).toHaveLength(4)
    const [newest] = await incidents(fixture.database)
    expect(newest).toMatchObject({ severity: 'critical', details: { settledPico: '391', limitPico: '400' } })
  })

  it('latches at a refusal where not even the cheapest call fits, and lifts it when the limit is raised', async () => {
    await fixture.operations.setLimit('global', 'day', 9n, 'ann')
    expect(await reserve({ worstCase: 10n })).toMatchObject({ reason: 'budget-exhausted' })
    expect(await thresholds()).toEqual(['global day 25', 'global day 50', 'global day 75', 'global day 100'])
    expect(await reserve({ worstCase: 9n })).toMatchObject({ reason: 'budget-exhausted' })
    await fixture.operations.setLimit('global', 'day', 10n, 'ann')
    expect(await reserve({ worstCase: 10n })).toEqual({ granted: true })
  })

  it('keeps Claude off past the ceiling, over midnight too, until a person re-enables it', async () => {
    await fixture.operations.setLimit('global', 'day', 100n, 'ann')
    await spendExactly(141n, { tier: 'premium' })
    expect(await thresholds()).toContain('global day 150')
    for (const tier of ['standard', 'premium'] as const) {
      expect(await reserve({ worstCase: 1n, tier })).toEqual({ granted: false, reason: 'budget-exhausted' })
    }
    // The same day: only with a higher limit.
    expect(await fixture.operations.resume('ann')).toEqual([{ scope: 'global', period: 'day', lifted: false }])
    expect(await reserve({ worstCase: 1n, tier: 'premium' })).toMatchObject({ reason: 'budget-exhausted' })
    fixture.clock.set('2026-11-23T00:00:01Z')
    expect(await reserve({ worstCase: 1n })).toEqual({ granted: false, reason: 'budget-exhausted' })
    expect((await fixture.operations.status()).ceilingLatches).toMatchObject([{ scope: 'global', period: 'day' }])
    expect(await fixture.operations.resume('ann')).toEqual([{ scope: 'global', period: 'day', lifted: true }])
    expect(await reserve({ worstCase: 1n })).toEqual({ granted: true })
  })

  it('re-enables the same day once the limit is raised, and latches again at the new ceiling', async () => {
    await fixture.operations.setLimit('coocook', 'month', 100n, 'ann')
    await spendExactly(150n, { tier: 'premium' })
    await fixture.operations.setLimit('coocook', 'month', 200n, 'ann')
    expect(await reserve({ worstCase: 1n, tier: 'premium' })).toMatchObject({ reason: 'budget-exhausted' })
    expect(await fixture.operations.resume('ann')).toEqual([{ scope: 'coocook', period: 'month', lifted: true }])
    await spendExactly(150n, { tier: 'premium' })
    expect(await reserve({ worstCase: 1n, tier: 'premium' })).toMatchObject({ reason: 'budget-exhausted' })
    expect((await thresholds()).filter((each) => each === 'coocook month 150')).toHaveLength(1)
  })

  it("takes the environment's limit first and the operator's for good", async () => {
    expect(await fixture.operations.setFirstLimit('global', 'day', 5n)).toBe(true)
    expect(await fixture.operations.setFirstLimit('global', 'day', 6n)).toBe(true)
    await fixture.operations.setLimit('global', 'day', 7n, 'ann')
    expect(await fixture.operations.setFirstLimit('global', 'day', 8n)).toBe(false)
    expect(await fixture.operations.limits()).toMatchObject([
      { scope: 'global', period: 'day', pico: 7n, origin: 'operator', setBy: 'ann' },
    ])
    await fixture.operations.setLimit('global', 'day', undefined, 'ann')
    expect(await fixture.operations.limits()).toMatchObject([{ pico: undefined }])
    expect(await reserve()).toEqual({ granted: true })
  })

  it('counts amounts beyond the exact range of a JavaScript number', async () => {
    const huge = 4_000_000_000_000_000_001n
    await fixture.operations.setLimit('global', 'day', huge, 'ann')
    await spendExactly(huge - 10n)
    expect(await reserve({ worstCase: 11n })).toMatchObject({ reason: 'budget-exhausted' })
    expect(await reserve({ worstCase: 10n })).toEqual({ granted: true })
  })

  it('books nothing where a deny override, set a moment ago, forbids it', async () => {
    for (const target of ['global', 'coocook', 'coocook.menuCuration']) {
      await fixture.database.statement(`insert into deny_overrides values ($1, 'test', 'ann', now())`, [target], 1_000)
      expect(await reserve()).toEqual({ granted: false, reason: 'disabled' })
      await fixture.database.statement('delete from deny_overrides', [], 1_000)
    }
    await fixture.database.statement(`insert into deny_overrides values ('review', 'test', 'ann', now())`, [], 1_000)
    expect(await reserve()).toEqual({ granted: true })
  })
})
