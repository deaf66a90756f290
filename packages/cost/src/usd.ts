import { parseDecimal } from './decimal.ts'

// 1 USD = 10^12 pico-dollars: the smallest unit in which every listed price of one token, discounted or not, is a whole number.
const usdPlaces = 12
const picoPerUsd = 10n ** 12n

/**
 * An amount of pico-dollars (10^-12 USD) as exact dollars without sign or trailing zeros: "0.001575", "0", "12".
 * Throws `RangeError` for a negative amount: no cost is one.
 */
export function formatUsd(pico: bigint): string {
  if (pico < 0n) throw new RangeError('An amount of money below zero has no format.')
  const fraction = (pico % picoPerUsd).toString().padStart(usdPlaces, '0').replace(/0+$/, '')
  const whole = (pico / picoPerUsd).toString()
  return fraction === '' ? whole : `${whole}.${fraction}`
}

/**
 * Pico-dollars of a plain decimal amount in USD with at most 12 decimal places and 15 digits before the point.
 * Undefined for anything else: signs, exponents, blanks, separators, ".5", "5.".
 */
export function parseUsd(text: string): bigint | undefined {
  return parseDecimal(text, usdPlaces)
}
