import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { deleteDenyOverride, putDenyOverride } from './deny-override-rows.ts'
import { attemptsOf, dayTotals, openReservations, spendOf } from './ledger-queries.ts'
import { PostgresDenyOverrides } from './postgres-deny-overrides.ts'
import { probe } from './probe.ts'
import { PostgresSpendingSample } from './spending-sample.ts'
import { type FragileDatabase, fragile } from './testing/fragile-database.ts'
import { type GateFixture, openGateFixture, settlementOf } from './testing/gate-fixture.ts'
import { engines } from './testing/test-database.ts'

describe.each(engines)('what operators set and read, on %s', (engine) => {
  let fixture: GateFixture
  let database: FragileDatabase
  beforeAll(async () => {
    fixture = await openGateFixture(engine)
  })
  afterAll(() => fixture.dispose())
  beforeEach(async () => {
    await fixture.reset()
    database = fragile(fixture.database)
  })

  const overridesOn = () =>
    new PostgresDenyOverrides({ database, clock: fixture.clock, onProblem: (problem) => fixture.problems.push(problem) })

  describe('deny overrides', () => {
    it('stop the gate at once, and every copy within a second', async () => {
      const replica = overridesOn()
      replica.start()
      await vi.waitFor(() => expect(fixture.clock.waiting).toBe(1))
      await putDenyOverride(database, { target: 'coocook', reason: 'incident 7', setBy: 'ann' })
      expect(await fixture.gate.reserve(fixture.request())).toEqual({ granted: false, reason: 'disabled' })
      expect(replica.denied('coocook', 'coocook.menuCuration')).toBeUndefined()
      fixture.clock.advance(1_000)
      await vi.waitFor(() => expect(replica.denied('coocook', 'coocook.menuCuration')).toEqual({ reason: 'incident 7' }))
      expect(replica.list()).toMatchObject([{ target: 'coocook', reason: 'incident 7', setBy: 'ann' }])
      expect(replica.denied('review', 'review.briefGenerator')).toBeUndefined()
      await replica.close()

      expect(await deleteDenyOverride(database, 'coocook')).toBe(true)
      expect(await deleteDenyOverride(database, 'coocook')).toBe(false)
      expect(await fixture.gate.reserve(fixture.request())).toEqual({ granted: true })
    })

    it('keep the last known copy while the database is away', async () => {
      const overrides = overridesOn()
      await putDenyOverride(database, { target: 'global', reason: 'first', setBy: 'ann' })
      await putDenyOverride(database, { target: 'global', reason: 'all off', setBy: 'bob' })
      await overrides.refresh()
      database.mode = 'away'
      overrides.start()
      await vi.waitFor(() => expect(fixture.problems).toHaveLength(1))
      expect(overrides.denied('review', 'review.briefGenerator')).toEqual({ reason: 'all off' })
      await overrides.close()
      await expect(deleteDenyOverride(database, 'global')).rejects.toThrow()
    })
  })

  describe('the spending sample', () => {
    const sampleOn = () => new PostgresSpendingSample({ database, clock: fixture.clock, timeZone: 'Asia/Seoul' })
    beforeEach(() => fixture.database.statement('update sampling set factor = 1, changed_on = null', [], 5_000))

    it('goes down by 0.8 once a day to 0.1 and up again to 1', async () => {
      const sample = sampleOn()
      expect(await sample.adjust('raise')).toEqual({ factor: 1, changed: false })
      expect(await sample.adjust('lower')).toEqual({ factor: 0.8, changed: true })
      expect(await sampleOn().adjust('lower')).toEqual({ factor: 0.8, changed: false })
      for (let day = 0; day < 15; day += 1) {
        fixture.clock.advance(86_400_000)
        await sample.adjust('lower')
      }
      expect(sample.factor).toBe(0.1)
      for (let day = 0; day < 15; day += 1) {
        fixture.clock.advance(86_400_000)
        await sample.adjust('raise')
      }
      expect(sample.factor).toBe(1)
    })

    it('admits that share of users, the same all day in every replica, and others the next day', async () => {
      await sampleOn().adjust('lower')
      const [one, two] = [sampleOn(), sampleOn()]
      const users = Array.from({ length: 2_000 }, (_, index) => `user-${index}`)
      expect(users.every((user) => one.maySpend(user))).toBe(true)
      await one.refresh()
      two.start()
      await vi.waitFor(() => expect(two.factor).toBe(0.8))
      await two.close()
      const chosen = users.filter((user) => one.maySpend(user))
      expect(chosen.length / users.length).toBeCloseTo(0.8, 1)
      expect(users.filter((user) => two.maySpend(user))).toEqual(chosen)
      fixture.clock.set('2026-11-22T14:59:59Z')
      expect(users.filter((user) => one.maySpend(user))).toEqual(chosen)
      // Midnight in Seoul.
      fixture.clock.set('2026-11-22T15:00:00Z')
      expect(users.filter((user) => one.maySpend(user))).not.toEqual(chosen)
    })

    it('keeps the last known share while the database is away', async () => {
      const sample = sampleOn()
      await sample.adjust('lower')
      database.mode = 'away'
      await expect(sample.refresh()).rejects.toThrow()
      expect(sample.factor).toBe(0.8)
    })
  })

  describe('the ledger', () => {
    it('adds up days and products exactly, beyond the range of int8', async () => {
      const charge = 9_000_000_000_000_000_000n
      await fixture.gate.reserve(fixture.request({ worstCase: 5n, suggestionId: 'one' }))
      const open = fixture.request({ product: 'review', suggestion: 'review.briefGenerator', worstCase: 7n, suggestionId: 'two' })
      await fixture.gate.reserve(open)
      await fixture.gate.settle(
        settlementOf(open.attemptId, { charge: 3n, estimated: true, usage: { input_tokens: 11, output_tokens: 12 } }),
      )
      expect(await dayTotals(fixture.database, '2026-11-22', '2026-11-22')).toEqual([
        { day: '2026-11-22', product: 'review', attempts: 1n, charged: 3n, estimated: 3n, inputTokens: 11n, outputTokens: 12n },
      ])
      await fixture.database.statement(
        `update attempts set state = 'settled', product = 'coocook', estimated = false, charged_pico = $1`,
        [charge],
        5_000,
      )
      expect(await dayTotals(fixture.database, '2026-11-01', '2026-11-30')).toMatchObject([
        { attempts: 2n, charged: charge * 2n, estimated: 0n },
      ])
      expect(await dayTotals(fixture.database, '2026-11-23', '2026-11-30')).toEqual([])
      expect(await attemptsOf(fixture.database, 'one')).toHaveLength(1)
      expect(await openReservations(fixture.database)).toEqual([])
      expect(await spendOf(fixture.database, 'nobody', 'day', '2026-11-22')).toEqual({
        settled: 0n,
        reserved: 0n,
        limit: undefined,
        latched: false,
      })
    })
  })

  it('the probe says whether the database answers', async () => {
    expect(await probe(database, 5_000)).toMatchObject({ reachable: true })
    database.mode = 'away'
    expect(await probe(database)).toMatchObject({ reachable: false, problem: 'ECONNREFUSED' })
  })
})
