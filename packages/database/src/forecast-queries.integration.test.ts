import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dailySpend, keepForecast, recordIncident, storedForecasts } from './forecast-queries.ts'
import { incidents } from './ledger-queries.ts'
import { type GateFixture, openGateFixture } from './testing/gate-fixture.ts'
import { engines } from './testing/test-database.ts'

describe.each(engines)('what a forecast is made from, on %s', (engine) => {
  let fixture: GateFixture
  beforeAll(async () => {
    fixture = await openGateFixture(engine)
  })
  afterAll(() => fixture.dispose())
  beforeEach(async () => {
    await fixture.reset()
    await fixture.database.statement('delete from forecasts', [], 5_000)
  })

  const spent = (day: string, pico: bigint, scope = 'global') =>
    fixture.database.statement(
      `insert into spend (scope, period, period_start, settled_pico) values ($1, 'day', $2, $3)`,
      [scope, day, pico],
      5_000,
    )

  it('is each complete day since the first one, with zero for a day without money', async () => {
    await spent('2026-11-28', 5n)
    await spent('2026-11-29', 7n, 'coocook')
    await spent('2026-11-30', 9n)
    await spent('2026-12-01', 100n)
    expect(await dailySpend(fixture.database, '2026-12-01', 7)).toEqual([5n, 0n, 9n])
    expect(await dailySpend(fixture.database, '2026-12-01', 2)).toEqual([0n, 9n])
    expect(await dailySpend(fixture.database, '2026-11-28', 7)).toEqual([])
  })

  it('is kept once a day, and the newest comes first', async () => {
    const forecast = { days: 7, pico: 12n, range: { low: 1n, high: 30n } }
    expect(await keepForecast(fixture.database, { ...forecast, day: '2026-11-22' })).toBe(true)
    expect(await keepForecast(fixture.database, { ...forecast, day: '2026-11-22', pico: 13n })).toBe(false)
    await keepForecast(fixture.database, { day: '2026-11-23', days: 1, pico: 3n, range: undefined })
    expect(await storedForecasts(fixture.database, 10)).toEqual([
      { day: '2026-11-23', days: 1, pico: 3n, range: undefined },
      { ...forecast, day: '2026-11-22' },
    ])
  })

  it('raises one incident under its key', async () => {
    const incident = { key: 'forecast:2026-11', kind: 'forecast-over-budget', severity: 'warning', details: { usd: '7' }, at: 0 } as const
    await recordIncident(fixture.database, incident)
    await recordIncident(fixture.database, { ...incident, severity: 'critical' })
    expect(await incidents(fixture.database)).toMatchObject([{ kind: 'forecast-over-budget', severity: 'warning', details: { usd: '7' } }])
  })
})
