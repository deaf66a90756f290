export interface MonthForecast {
  /** Complete days behind it, 1 to 7. */
  days: number
  /** Pico-dollars: the average day times 30, rounded up. */
  pico: bigint
  /** Where 30 further days like these end with a probability of 90 %; absent where too few days say anything about that. */
  range?: { low: bigint; high: bigint }
}

const forecastDays = 30n
const longestWindow = 7
// Two days are no spread.
const fewestDaysOfARange = 3
/** 95th percentile of Student's t with 2 to 6 degrees of freedom. */
const studentT = [2.92, 2.353, 2.132, 2.015, 1.943]

/**
 * A month's cost from the latest complete days, the newest last (pico-dollars each): (their sum / their number) x 30, exact and rounded up.
 * The range is the prediction interval for the sum of m = 30 further days after n observed ones with mean x and standard deviation s:
 * m x +- t(n-1, .95) s sqrt(m + m^2 / n). Undefined without a complete day.
 */
export function forecastMonth(daily: readonly bigint[]): MonthForecast | undefined {
  const window = daily.slice(-longestWindow)
  if (window.length === 0) return undefined
  const days = BigInt(window.length)
  const sum = window.reduce((total, each) => total + each, 0n)
  const pico = (sum * forecastDays + days - 1n) / days
  const range = rangeOf(window, pico)
  return { days: window.length, pico, ...(range && { range }) }
}

function rangeOf(window: readonly bigint[], pico: bigint): { low: bigint; high: bigint } | undefined {
  const count = window.length
  const factor = studentT[count - fewestDaysOfARange]
  if (factor === undefined) return undefined
  // An estimate, not an amount: doubles are exact enough.
  const values = window.map(Number)
  const mean = values.reduce((total, each) => total + each, 0) / count
  const variance = values.reduce((total, each) => total + (each - mean) ** 2, 0) / (count - 1)
  const further = Number(forecastDays)
  const half = BigInt(Math.ceil(factor * Math.sqrt(variance) * Math.sqrt(further + further ** 2 / count)))
  return { low: pico > half ? pico - half : 0n, high: pico + half }
}
