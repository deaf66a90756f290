import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { IncidentOutbox } from './incident-outbox.ts'
import { type GateFixture, openGateFixture } from './testing/gate-fixture.ts'
import { engines } from './testing/test-database.ts'

const second = 1_000

describe.each(engines)('incidents on their way to people, on %s', (engine) => {
  let fixture: GateFixture
  let outbox: IncidentOutbox
  const start = Date.parse('2026-11-22T12:00:00Z')
  beforeAll(async () => {
    fixture = await openGateFixture(engine)
  })
  afterAll(() => fixture.dispose())
  beforeEach(async () => {
    await fixture.reset()
    outbox = new IncidentOutbox(fixture.database)
    await fixture.operations.setLimit('global', 'day', 9n, 'ann')
    await fixture.gate.reserve(fixture.request({ worstCase: 100n }))
  })

  it('are announced once over all replicas', async () => {
    const claimed = await Promise.all([1, 2, 3].map(() => new IncidentOutbox(fixture.database).claimNew(start)))
    const byThreshold = claimed.flat().sort((left, right) => left.threshold! - right.threshold!)
    expect(byThreshold.map(({ kind, threshold }) => [kind, threshold])).toEqual([
      ['budget-threshold', 25],
      ['budget-threshold', 50],
      ['budget-threshold', 75],
      ['budget-threshold', 100],
    ])
    expect(byThreshold[0]).toMatchObject({
      severity: 'info',
      scope: 'global',
      period: 'day',
      periodStart: '2026-11-22',
      details: { limitPico: '9' },
      occurredAt: start,
    })
    expect(await outbox.claimNew(start)).toEqual([])
  })

  it('are sent again, ever later, until the receiver has confirmed', async () => {
    const keys = (await outbox.claimDue(start)).map(({ key }) => key)
    expect(keys).toHaveLength(4)
    expect(await outbox.claimDue(start + 9 * second)).toEqual([])
    await outbox.confirm(keys[0]!, start + 9 * second)
    expect((await outbox.claimDue(start + 10 * second)).map(({ key }) => key)).toEqual(keys.slice(1))
    expect(await outbox.claimDue(start + 29 * second)).toEqual([])
    expect(await outbox.claimDue(start + 30 * second)).toHaveLength(3)
    for (const key of keys) await outbox.confirm(key, start + 31 * second)
    expect(await outbox.claimDue(start + 86_400 * second)).toEqual([])
  })

  it('end their tries after more than a day', async () => {
    let tries = 0
    let now = start
    for (; (await outbox.claimDue(now)).length > 0; now += 3_600 * second) tries += 1
    expect(tries).toBe(32)
  })
})
