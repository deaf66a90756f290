import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type GateFixture, openGateFixture } from './testing/gate-fixture.ts'
import { engines } from './testing/test-database.ts'

const minute = 60_000

describe.each(engines)('the rate on %s', (engine) => {
  let fixture: GateFixture
  beforeAll(async () => {
    fixture = await openGateFixture(engine)
  })
  afterAll(() => fixture.dispose())
  beforeEach(() => fixture.reset())

  it('says exactly when the next call may come', async () => {
    const gate = fixture.gateOn(fixture.database, { requestsPerMinute: 2, rateMarginMs: 250 })
    expect(await gate.reserve(fixture.request())).toEqual({ granted: true })
    fixture.clock.advance(10_000)
    expect(await gate.reserve(fixture.request())).toEqual({ granted: true })
    const refused = { granted: false, reason: 'rate-limited' }
    expect(await gate.reserve(fixture.request())).toEqual({ ...refused, retryAfterMs: 50_250 })
    fixture.clock.advance(50_249)
    expect(await gate.reserve(fixture.request())).toEqual({ ...refused, retryAfterMs: 1 })
    fixture.clock.advance(1)
    expect(await gate.reserve(fixture.request())).toEqual({ granted: true })
    expect(await gate.reserve(fixture.request())).toEqual({ ...refused, retryAfterMs: 10_000 })
  })

  it('tells how many calls are left', async () => {
    await fixture.gate.reserve(fixture.request())
    expect((await fixture.operations.status()).rateRemaining).toBe(999)
  })

  // On the engine without a network the same function runs some ten times as often in the same time.
  const runs = engine === 'pglite' ? 40 : 10
  it('never admits more than the rate in force in any 60 seconds, and never refuses where it would admit, whatever the rate was before', async () => {
    const steps = fc.array(fc.record({ rate: fc.constantFrom(1, 2, 3, 5), wait: fc.constantFrom(0, 1, 7_000, 19_999, 30_000, 60_000) }), {
      minLength: 5,
      maxLength: 25,
    })
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        await fixture.reset()
        const grants: number[] = []
        for (const { rate, wait } of list) {
          fixture.clock.advance(wait)
          const now = fixture.clock.now()
          const gate = fixture.gateOn(fixture.database, { requestsPerMinute: rate, rateMarginMs: 0 })
          const decision = await gate.reserve(fixture.request())
          const inWindow = grants.filter((at) => at > now - minute).length
          expect(decision.granted).toBe(inWindow < rate)
          if (decision.granted) grants.push(now)
          else expect(decision.retryAfterMs).toBe((grants.at(-rate) ?? 0) + minute - now)
        }
      }),
      { numRuns: runs },
    )
  })
})
