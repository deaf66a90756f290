import { forecastMonth, formatUsd, type MonthForecast } from '@inkling/cost'
import { type Database, forecasts, type GateOperations, type PostgresSpendingSample, repeat } from '@inkling/database'
import type { Clock } from '@inkling/suggestions/ports'
import { currentPeriods } from '../operations/describe-status.ts'

export interface ForecastDeskParts {
  database: Database
  operations: Pick<GateOperations, 'limits'>
  sample: Pick<PostgresSpendingSample, 'adjust'>
  clock: Clock
  timeZone: string
  onProblem: (problem: unknown) => void
}

export interface ForecastDesk {
  /** One look. Rejects while Postgres is away. */
  look(): Promise<void>
  close(): Promise<void>
}

export interface MonthOutlook {
  /** Undefined until a day is complete. */
  forecast: MonthForecast | undefined
  /** Pico-dollars; undefined: no limit. */
  budget: bigint | undefined
  exceeds: boolean
}

const daysBehind = 7
// A new day is noticed within the hour; once a day's forecast stands, a look changes nothing.
const lookMilliseconds = 60 * 60 * 1000

/** What the coming month costs if it goes on like the last seven days, beside the month's budget. */
export async function lookAtMonth({
  database,
  operations,
  clock,
  timeZone,
}: Pick<ForecastDeskParts, 'database' | 'operations' | 'clock' | 'timeZone'>): Promise<MonthOutlook> {
  const { day } = currentPeriods(timeZone, clock.now())
  const forecast = forecastMonth(await forecasts.dailySpend(database, day, daysBehind))
  const limit = (await operations.limits()).find(({ scope, period }) => scope === 'global' && period === 'month')
  const budget = limit?.pico
  return { forecast, budget, exceeds: forecast !== undefined && budget !== undefined && forecast.pico > budget }
}

/**
 * Once a day over all replicas: keeps the day's forecast; where it lies above the month's budget, tells people and lowers the share of
 * users who may cause new spending by a fifth, else lets it recover by the same factor.
 */
export function startForecastDesk(parts: ForecastDeskParts): ForecastDesk {
  const { database, sample, clock, timeZone, onProblem } = parts
  async function look(): Promise<void> {
    const { forecast, budget, exceeds } = await lookAtMonth(parts)
    if (forecast === undefined) return
    const { day } = currentPeriods(timeZone, clock.now())
    await forecasts.keepForecast(database, { day, days: forecast.days, pico: forecast.pico, range: forecast.range })
    const { factor } = await sample.adjust(exceeds ? 'lower' : 'raise')
    if (!exceeds) return
    const details = { forecastUsd: formatUsd(forecast.pico), budgetUsd: formatUsd(budget!), samplingFactor: factor }
    await forecasts.recordIncident(database, {
      ...{ key: `forecast:${day}`, kind: 'forecast-over-budget', severity: 'warning', details },
      at: clock.now(),
    })
  }

  return { look, ...repeat(clock, lookMilliseconds, look, onProblem) }
}
