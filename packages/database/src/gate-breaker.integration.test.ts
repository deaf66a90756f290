import type { Settlement } from '@inkling/suggestions/ports'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { incidents } from './ledger-queries.ts'
import { type GateFixture, openGateFixture, settlementOf } from './testing/gate-fixture.ts'
import { engines } from './testing/test-database.ts'

describe.each(engines)('breaker and pause on %s', (engine) => {
  let fixture: GateFixture
  beforeAll(async () => {
    fixture = await openGateFixture(engine)
  })
  afterAll(() => fixture.dispose())
  beforeEach(() => fixture.reset())

  const reserve = () => fixture.gate.reserve(fixture.request())
  const call = async (signal: Settlement['signal'], times = 1, overrides: Partial<Settlement> = {}) => {
    for (let count = 0; count < times; count += 1) {
      const request = fixture.request()
      expect(await fixture.gate.reserve(request)).toEqual({ granted: true })
      await fixture.gate.settle(settlementOf(request.attemptId, { signal, ...overrides }))
    }
  }
  const open = (retryAfterMs: number) => ({ granted: false, reason: 'breaker-open', retryAfterMs })

  it('stays closed at five failures and opens at the sixth', async () => {
    await call('failure', 5)
    expect((await fixture.operations.status()).breaker).toEqual({ state: 'closed' })
    await call('failure')
    expect(await reserve()).toEqual(open(30_000))
    expect(await incidents(fixture.database)).toMatchObject([{ kind: 'breaker-open', details: { failures: 6, calls: 6 } }])
    expect((await fixture.operations.status()).breaker).toMatchObject({ state: 'open', isProbing: false })
  })

  it('stays closed while failures are less than a fifth of the calls', async () => {
    await call('success', 25)
    await call('failure', 6)
    expect((await fixture.operations.status()).breaker).toEqual({ state: 'closed' })
    // The seventh makes it 7 of 32.
    await call('failure')
    expect(await reserve()).toEqual(open(30_000))
  })

  it('forgets failures after five minutes', async () => {
    await call('failure', 5)
    fixture.clock.advance(300_000)
    await call('failure', 5)
    expect((await fixture.operations.status()).breaker).toEqual({ state: 'closed' })
    fixture.clock.advance(280_000)
    await call('failure')
    expect((await fixture.operations.status()).breaker).toMatchObject({ state: 'open' })
  })

  it('does not count calls that say nothing about the provider', async () => {
    await call('none', 20)
    await call('failure', 5)
    await call('none', 5)
    expect((await fixture.operations.status()).breaker).toEqual({ state: 'closed' })
  })

  it('sends one probe at a time, at intervals that double up to 15 minutes, and closes when one succeeds', async () => {
    await call('failure', 6)
    let pause = 30_000
    for (const next of [60_000, 120_000, 240_000, 480_000, 900_000, 900_000]) {
      fixture.clock.advance(pause - 1)
      expect(await reserve()).toEqual(open(1))
      fixture.clock.advance(1)
      const probe = fixture.request()
      expect(await fixture.gate.reserve(probe)).toEqual({ granted: true })
      expect(await reserve()).toEqual({ granted: false, reason: 'breaker-open' })
      await fixture.gate.settle(settlementOf(probe.attemptId, { signal: 'failure' }))
      expect(await reserve()).toEqual(open(next))
      pause = next
    }
    fixture.clock.advance(pause)
    await call('success')
    await call('failure', 5)
    expect((await fixture.operations.status()).breaker).toEqual({ state: 'closed' })
    expect((await incidents(fixture.database))[0]).toMatchObject({ resolved_by: 'probe' })
    await call('failure')
    expect(await reserve()).toEqual(open(30_000))
  })

  it('sends another probe at once when the first one said nothing', async () => {
    await call('failure', 6)
    fixture.clock.advance(30_000)
    await call('none')
    await call('success')
    expect((await fixture.operations.status()).breaker).toEqual({ state: 'closed' })
  })

  it('sends another probe when the first one was lost', async () => {
    await call('failure', 6)
    fixture.clock.advance(30_000)
    await reserve()
    fixture.clock.advance(59_999)
    expect(await reserve()).toEqual({ granted: false, reason: 'breaker-open' })
    fixture.clock.advance(1)
    expect(await reserve()).toEqual({ granted: true })
  })

  it('is not closed by a late success of a call from before', async () => {
    const late = fixture.request()
    await fixture.gate.reserve(late)
    await call('failure', 6)
    await fixture.gate.settle(settlementOf(late.attemptId))
    expect(await reserve()).toEqual(open(30_000))
  })

  it('holds open until an operator acts when the provider refuses the account', async () => {
    await call('hold-open', 1, { outcome: 'rejected', charge: 0n })
    fixture.clock.advance(86_400_000)
    expect(await reserve()).toEqual({ granted: false, reason: 'breaker-open' })
    expect((await fixture.operations.status()).held).toMatchObject({ reason: 'provider-refuses' })
    expect((await incidents(fixture.database)).map((row) => row.kind)).toEqual(['hold-open'])
    await fixture.operations.resume('ann')
    expect(await reserve()).toEqual({ granted: true })
  })

  it('is held open by an operator until one resumes', async () => {
    await fixture.operations.hold('provider incident', 'ann')
    expect(await reserve()).toEqual({ granted: false, reason: 'breaker-open' })
    expect((await fixture.operations.status()).held).toMatchObject({ reason: 'provider incident', by: 'ann' })
    await fixture.operations.resume('ann')
    expect(await reserve()).toEqual({ granted: true })
  })

  it('pauses as long as the provider asked, exactly, and never shorter', async () => {
    const late = fixture.request()
    await fixture.gate.reserve(late)
    await call('none', 1, { outcome: 'rejected', charge: 0n, pauseMs: 7_000 })
    await fixture.gate.settle(settlementOf(late.attemptId, { outcome: 'rejected', charge: 0n, signal: 'none', pauseMs: 100 }))
    expect(await reserve()).toEqual({ granted: false, reason: 'rate-limited', retryAfterMs: 7_000 })
    expect((await fixture.operations.status()).pausedUntil).toEqual(new Date(fixture.clock.now() + 7_000))
    fixture.clock.advance(7_000)
    expect(await reserve()).toEqual({ granted: true })
    expect((await fixture.operations.status()).pausedUntil).toBeUndefined()
  })

  it('keeps its counts in at most 30 rows', async () => {
    for (let bucket = 0; bucket < 65; bucket += 1) {
      await call('success')
      fixture.clock.advance(10_000)
    }
    const rows = await fixture.database.kysely.selectFrom('breaker_buckets').select('position').execute()
    expect(rows).toHaveLength(30)
  })
})
