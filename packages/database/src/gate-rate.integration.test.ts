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

  const line = { ahead: 0, behind: 5, patienceMs: 120_000 }
  const products = { coocook: 'coocook.menuCuration', review: 'review.briefGenerator' } as const
  const ask = (product: keyof typeof products, place = line) => ({ product, suggestion: products[product], line: place })
  const refused = (retryAfterMs: number) => ({ granted: false, reason: 'rate-limited', retryAfterMs })

  it('gives places to the products that wait in turn, whoever asks first', async () => {
    const settings = { requestsPerMinute: 4, rateMarginMs: 0 }
    const [one, other] = [fixture.gateOn(fixture.database, settings), fixture.gateOn(fixture.database, settings)]
    for (let call = 0; call < 4; call++) await one.reserve(fixture.request())
    expect(await one.reserve(fixture.request(ask('coocook')))).toEqual(refused(minute))
    expect(await other.reserve(fixture.request(ask('review')))).toEqual(refused(minute))
    fixture.clock.advance(minute)
    const next = (gate: typeof one, product: keyof typeof products, place = line) => {
      fixture.clock.advance(1)
      return gate.reserve(fixture.request(ask(product, place)))
    }
    expect(await next(one, 'coocook')).toEqual({ granted: true })
    expect(await next(one, 'coocook')).toEqual(refused(20))
    expect(await next(other, 'review')).toEqual({ granted: true })
    expect(await next(other, 'review')).toEqual(refused(20))
    // It does not come back for its turn.
    fixture.clock.advance(270)
    expect(await next(other, 'review')).toEqual({ granted: true })
    // The last of its line leaves no claim behind.
    expect(await next(one, 'coocook', { ...line, behind: 0 })).toEqual({ granted: true })
    expect(await fixture.database.kysely.selectFrom('rate_lines').select('product').execute()).toEqual([{ product: 'review' }])
  })

  it('tells those in the middle of a line when their turn can come, and keeps no turn for who will not wait', async () => {
    const gate = fixture.gateOn(fixture.database, { requestsPerMinute: 3, rateMarginMs: 0 })
    for (let call = 0; call < 3; call++) {
      await gate.reserve(fixture.request())
      fixture.clock.advance(10_000)
    }
    const place = (ahead: number, patienceMs = 120_000) => gate.reserve(fixture.request(ask('coocook', { ahead, behind: 0, patienceMs })))
    expect(await place(0)).toEqual(refused(30_000))
    expect(await place(1)).toEqual(refused(40_000))
    expect(await place(2)).toEqual(refused(50_000))
    expect(await place(9)).toEqual(refused(50_000))
    expect(await gate.reserve(fixture.request(ask('review', { ahead: 0, behind: 0, patienceMs: 29_999 })))).toEqual(refused(30_000))
    const lines = await fixture.database.kysely.selectFrom('rate_lines').select('product').execute()
    expect(lines).toEqual([{ product: 'coocook' }])
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
