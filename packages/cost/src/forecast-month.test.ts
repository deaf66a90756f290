import fc from 'fast-check'
import { expect, test } from 'vitest'
import { forecastMonth } from './forecast-month.ts'
import { parseUsd } from './usd.ts'

const usd = (text: string) => parseUsd(text)!

test('is the average of the last seven days times thirty', () => {
  const week = ['0.10', '0.20', '0.15', '0.25', '0.05', '0.20', '0.10'].map(usd)
  expect(forecastMonth(week)).toMatchObject({ days: 7, pico: usd('4.5') })
  expect(forecastMonth([usd('99'), ...week])?.pico).toBe(usd('4.5'))
})

test('uses the days there are, and says nothing without one', () => {
  expect(forecastMonth([])).toBeUndefined()
  expect(forecastMonth([usd('0.2')])).toEqual({ days: 1, pico: usd('6') })
  expect(forecastMonth([usd('0.1'), usd('0.3')])).toEqual({ days: 2, pico: usd('6') })
})

test('has the range of a prediction interval', () => {
  // Mean 2, standard deviation 1: 60 +- 2.92 x sqrt(30 + 300).
  const unit = usd('1')
  const range = forecastMonth([unit, 2n * unit, 3n * unit])!.range!
  expect(Number(range.high) / Number(unit)).toBeCloseTo(60 + 2.92 * Math.sqrt(330), 9)
  expect(Number(range.low) / Number(unit)).toBeCloseTo(60 - 2.92 * Math.sqrt(330), 9)
})

test('never lies below the exact average, and always within its own range', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt(0n, 10n ** 15n), { minLength: 1, maxLength: 12 }), (daily) => {
      const window = daily.slice(-7)
      const { pico, range, days } = forecastMonth(daily)!
      const sum = window.reduce((total, each) => total + each, 0n)
      expect(days).toBe(window.length)
      expect(pico * BigInt(days)).toBeGreaterThanOrEqual(sum * 30n)
      expect((pico - 1n) * BigInt(days)).toBeLessThan(sum * 30n)
      if (range) expect(range.low >= 0n && range.low <= pico && pico <= range.high).toBe(true)
    }),
  )
})
