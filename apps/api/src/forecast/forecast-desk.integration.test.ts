import { type Database, GateOperations, ledger, migrate, openDatabase, PostgresSpendingSample } from '@inkling/database'
import { ManualClock } from '@inkling/suggestions/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeForecast } from './describe-forecast.ts'
import { startForecastDesk } from './forecast-desk.ts'

const clock = new ManualClock()
const settings = { timeZone: 'Asia/Seoul', requestsPerMinute: 100, cheapestReservation: 1n, now: () => clock.now() }
const usd = 10n ** 12n
let database: Database
let operations: GateOperations
let sample: PostgresSpendingSample

beforeAll(async () => {
  database = await openDatabase({ kind: 'pglite', memory: true })
  await migrate(database)
  operations = new GateOperations(database, settings)
  sample = new PostgresSpendingSample({ database, clock, timeZone: settings.timeZone })
  await operations.setLimit('global', 'month', 6n * usd, 'ann')
})
afterAll(() => database.close())

function seoulDay(daysAgo: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Seoul' }).format(clock.now() - daysAgo * 86_400_000)
}

async function spendOn(daysAgo: number, pico: bigint): Promise<void> {
  await database.statement(
    `insert into spend (scope, period, period_start, settled_pico) values ('global', 'day', $1, $2)
       on conflict (scope, period, period_start) do update set settled_pico = excluded.settled_pico`,
    [seoulDay(daysAgo), pico],
    5_000,
  )
}

test('a month that would cost too much lowers the share of users once a day, tells people once a day, and recovers', async () => {
  const desks = [1, 2, 3].map(() =>
    startForecastDesk({
      database,
      operations,
      sample,
      clock,
      timeZone: settings.timeZone,
      onProblem: (problem) => expect(problem).toBeUndefined(),
    }),
  )
  const lookEverywhere = () => Promise.all(desks.map((desk) => desk.look()))
  await lookEverywhere()
  // No day is complete: nothing is known, nothing is done.
  expect([sample.factor, await ledger.incidents(database)]).toEqual([1, []])

  for (let day = 1; day <= 7; day += 1) await spendOn(day, (3n * usd) / 10n)
  await lookEverywhere()
  await lookEverywhere()
  expect(sample.factor).toBe(0.8)
  const raised = await ledger.incidents(database)
  expect(raised).toMatchObject([
    { kind: 'forecast-over-budget', severity: 'warning', details: { forecastUsd: '9', budgetUsd: '6', samplingFactor: 0.8 } },
  ])

  await clock.advance(86_400_000)
  await spendOn(1, (3n * usd) / 10n)
  await lookEverywhere()
  expect(sample.factor).toBeCloseTo(0.64, 12)
  expect(await ledger.incidents(database)).toHaveLength(2)

  for (let day = 0; day < 9; day += 1) {
    await clock.advance(86_400_000)
    await spendOn(1, usd / 10n)
    await lookEverywhere()
  }
  expect(sample.factor).toBe(1)
  const report = await describeForecast({ database, operations, clock, timeZone: settings.timeZone }, sample.factor)
  expect(report).toMatchObject({ basedOnDays: 7, monthUsd: '3', budgetUsd: '6', exceeds: false, sampling: 1 })
  expect(report.history.map(({ monthUsd }) => monthUsd)).toContain('9')
  expect(report.history).toHaveLength(11)
  await Promise.all(desks.map((desk) => desk.close()))
})
