import type { OperationOutput, SuggestionName } from '@inkling/contracts'
import { formatUsd } from '@inkling/cost'
import { forecasts, ledger } from '@inkling/database'
import { typicalCostOf, typicalUsageOf } from '../documentation/typical-cost.ts'
import { currentPeriods } from '../operations/describe-status.ts'
import { type ForecastDeskParts, lookAtMonth } from './forecast-desk.ts'
import { roadmapTables } from './roadmap-tables.ts'

const daysOfHistory = 62

/** The month ahead, what was expected of earlier ones, and the roadmap's tables beside what they cost. */
export async function describeForecast(
  parts: Pick<ForecastDeskParts, 'database' | 'operations' | 'clock' | 'timeZone'>,
  sampling: number,
): Promise<OperationOutput<'forecast'>> {
  const { database, clock, timeZone } = parts
  const now = clock.now()
  const { forecast, budget, exceeds } = await lookAtMonth(parts)
  const { month } = currentPeriods(timeZone, now)
  const { settled } = await ledger.spendOf(database, 'global', 'month', month)
  const history = await forecasts.storedForecasts(database, daysOfHistory)
  return {
    ...(forecast && { basedOnDays: forecast.days, monthUsd: formatUsd(forecast.pico) }),
    ...(forecast?.range && { lowUsd: formatUsd(forecast.range.low), highUsd: formatUsd(forecast.range.high) }),
    ...(budget === undefined ? {} : { budgetUsd: formatUsd(budget) }),
    exceeds,
    sampling,
    monthToDateUsd: formatUsd(settled),
    history: history.map(({ day, pico }) => ({ day, monthUsd: formatUsd(pico) })),
    roadmap: roadmapTables((name) => costOfCall(name, new Date(now))),
  }
}

/** Throws for a suggestion that was not measured: a report must not show a cost of zero. */
function costOfCall(name: SuggestionName, at: Date): bigint {
  const usage = typicalUsageOf(name)
  if (!usage) throw new Error(`${name} has not been measured; run "npm run costs".`)
  return typicalCostOf(usage, at).picoUsd
}
