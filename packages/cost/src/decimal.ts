// Longer integers are no amount of money; the limit keeps the conversion of hostile text cheap.
const plainDecimal = /^(\d{1,15})(?:\.(\d+))?$/

/**
 * The exact value of a plain decimal ("12", "0.125") as a count of units of 10^-`places`.
 * Undefined for signs, exponents, blanks, a bare point, or more than `places` decimal places.
 */
export function parseDecimal(text: string, places: number): bigint | undefined {
  const match = plainDecimal.exec(text)
  if (match === null) return undefined
  const [, whole = '', fraction = ''] = match
  if (fraction.length > places) return undefined
  return BigInt(whole + fraction.padEnd(places, '0'))
}
