/** A price modifier as an exact fraction. */
export interface Ratio {
  readonly numerator: bigint
  readonly denominator: bigint
}

export const one: Ratio = { numerator: 1n, denominator: 1n }

export function multiply(left: Ratio, right: Ratio): Ratio {
  return { numerator: left.numerator * right.numerator, denominator: left.denominator * right.denominator }
}

/** Whether `amount` times `ratio` is a whole number. */
export function isExact(amount: bigint, ratio: Ratio): boolean {
  return (amount * ratio.numerator) % ratio.denominator === 0n
}

/** `amount` times `ratio`. The table was checked for exactness when it was parsed, so nothing is cut off here. */
export function scale(amount: bigint, ratio: Ratio): bigint {
  return (amount * ratio.numerator) / ratio.denominator
}
