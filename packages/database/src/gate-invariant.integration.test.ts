import type { Tier } from '@inkling/contracts'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callRelease, callSettle } from './gate-statements.ts'
import { spendOf } from './ledger-queries.ts'
import { type GateFixture, openGateFixture, settlementOf } from './testing/gate-fixture.ts'
import { engines } from './testing/test-database.ts'

const day = '2026-11-22'
const month = '2026-11-01'
const limits = { 'global day': 1000n, 'global month': 1500n, 'coocook day': 400n, 'coocook month': 700n }
const suggestions = { coocook: 'coocook.menuCuration', review: 'review.briefGenerator' } as const

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant('reserve' as const),
      product: fc.constantFrom('coocook' as const, 'review' as const),
      tier: fc.constantFrom<Tier>('standard', 'premium'),
      worstCase: fc.bigInt({ min: 0n, max: 260n }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('settle' as const),
      // Any attempt there was, settled ones too.
      pick: fc.nat(),
      percent: fc.bigInt({ min: 0n, max: 100n }),
      estimated: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('release' as const), pick: fc.nat() }) },
)

describe.each(engines)('whatever the order of calls, on %s', (engine) => {
  let fixture: GateFixture
  beforeAll(async () => {
    fixture = await openGateFixture(engine)
  })
  afterAll(() => fixture.dispose())
  beforeEach(() => fixture.reset())

  const money = async () => {
    const scopes = { 'global day': day, 'global month': month, 'coocook day': day, 'coocook month': month }
    const entries = Object.entries(scopes).map(async ([name, start]) => {
      const [scope = '', period] = name.split(' ')
      return [name, await spendOf(fixture.database, scope, period === 'day' ? 'day' : 'month', start)] as const
    })
    return Object.fromEntries(await Promise.all(entries))
  }
  const setLimits = async () => {
    for (const [name, pico] of Object.entries(limits)) {
      const [scope = '', period] = name.split(' ')
      await fixture.operations.setLimit(scope, period === 'day' ? 'day' : 'month', pico, 'ann')
    }
  }

  it('no grant takes settled and reserved money past the limit of its tier, and the sums are those of the ledger', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
        await fixture.reset()
        await setLimits()
        const attempts: ReturnType<typeof fixture.request>[] = []
        for (const each of steps) {
          if (each.act === 'reserve') {
            const { product, tier, worstCase } = each
            const request = fixture.request({ product, suggestion: suggestions[product], tier, worstCase })
            const before = await money()
            const { granted } = await fixture.gate.reserve(request)
            if (granted) attempts.push(request)
            const after = await money()
            for (const [name, limit] of Object.entries(limits)) {
              const total = after[name]!.settled + after[name]!.reserved
              const isTouched = name.startsWith('global') || product === 'coocook'
              if (granted && isTouched) expect(total).toBeLessThanOrEqual(tier === 'premium' ? (limit * 3n) / 2n : limit)
              expect(total - before[name]!.settled - before[name]!.reserved).toBe(granted && isTouched ? worstCase : 0n)
            }
          } else {
            const request = attempts[each.pick % Math.max(1, attempts.length)]
            if (request === undefined) continue
            if (each.act === 'release') await callRelease(fixture.database, fixture.settings, 'p', request, 5_000)
            else {
              const { percent, estimated } = each
              const charge = (request.worstCase * percent) / 100n
              await callSettle(fixture.database, fixture.settings, [settlementOf(request.attemptId, { charge, estimated })], 5_000)
            }
          }
        }
        await expectLedgerToAgree(fixture)
      }),
      { numRuns: engine === 'pglite' ? 40 : 12 },
    )
  })
})

describe.runIf(engines.includes('postgres'))('many processes at once on postgres', () => {
  let fixture: GateFixture
  beforeAll(async () => {
    fixture = await openGateFixture('postgres')
  })
  afterAll(() => fixture.dispose())
  beforeEach(() => fixture.reset())

  const calls = 300

  it('grants exactly the twenty calls that fit, of three hundred through three pools', async () => {
    await fixture.operations.setLimit('global', 'day', 2_000n, 'ann')
    const gates = [fixture.gate, fixture.gateOn(await fixture.test.open()), fixture.gateOn(await fixture.test.open())]
    const decisions = await Promise.all(
      Array.from({ length: calls }, (_, index) => gates[index % 3]!.reserve(fixture.request({ suggestionId: `s${index}` }))),
    )
    expect(decisions.filter((decision) => decision.granted)).toHaveLength(20)
    expect(decisions.filter((decision) => !decision.granted && decision.reason === 'budget-held')).toHaveLength(calls - 20)
    expect((await spendOf(fixture.database, 'global', 'day', day)).reserved).toBe(2_000n)
  })

  it('would overspend if the check and the booking were two statements', async () => {
    await fixture.database.statement(`insert into spend (scope, period, period_start) values ('global', 'day', $1::date)`, [day], 5_000)
    const checkThenAdd = async () => {
      const rows = await fixture.database.statement<{ fits: boolean }>(
        `select settled_pico + reserved_pico + 100 <= 2000 as fits from spend where scope = 'global' and period = 'day'`,
        [],
        10_000,
      )
      if (rows[0]?.fits !== true) return
      await fixture.database.statement(`update spend set reserved_pico = reserved_pico + 100 where scope = 'global'`, [], 10_000)
    }
    await Promise.all(Array.from({ length: calls }, checkThenAdd))
    expect((await spendOf(fixture.database, 'global', 'day', day)).reserved).toBeGreaterThan(2_000n)
  })

  it('announces each threshold once and keeps every sum when settlements come at once and twice', async () => {
    await fixture.operations.setLimit('global', 'day', 2_000n, 'ann')
    const gates = [fixture.gate, fixture.gateOn(await fixture.test.open()), fixture.gateOn(await fixture.test.open())]
    const requests = Array.from({ length: 20 }, () => fixture.request())
    await Promise.all(requests.map((request, index) => gates[index % 3]!.reserve(request)))
    await Promise.all(
      [...requests, ...requests].map((request, index) => gates[index % 3]!.settle(settlementOf(request.attemptId, { charge: 100n }))),
    )
    expect(await spendOf(fixture.database, 'global', 'day', day)).toMatchObject({ settled: 2_000n, reserved: 0n })
    const rows = await fixture.database.kysely.selectFrom('incidents').select('threshold').orderBy('threshold').execute()
    expect(rows.map((row) => row.threshold)).toEqual([25, 50, 75, 100])
    await expectLedgerToAgree(fixture)
  })
})

/** What the scopes' rows say is what the ledger's rows add up to. */
async function expectLedgerToAgree({ database }: GateFixture): Promise<void> {
  const [difference] = await database.statement<{ rows: bigint }>(
    `select count(*) as rows from spend s join lateral (
         select coalesce(sum(charged_pico) filter (where state = 'settled'), 0) as settled,
             coalesce(sum(reserved_pico) filter (where state = 'reserved'), 0) as reserved
           from attempts a
           where s.scope in ('global', a.product) and case s.period when 'day' then a.day else a.month end = s.period_start
       ) ledger on true
       where s.settled_pico <> ledger.settled or s.reserved_pico <> ledger.reserved`,
    [],
    10_000,
  )
  expect(difference?.rows).toBe(0n)
}
