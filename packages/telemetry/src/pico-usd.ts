const picoPerUsd = 10n ** 12n

/** Pico-dollars (10^-12 USD) as the nearest double in USD. For gauges: what is added up or compared stays a bigint. */
export function usdOfPico(pico: bigint): number {
  // Through decimal text: dividing two doubles would round twice above 2^53 pico-dollars, about 9,000 USD.
  const sign = pico < 0n ? '-' : ''
  const amount = pico < 0n ? -pico : pico
  return Number(`${sign}${amount / picoPerUsd}.${(amount % picoPerUsd).toString().padStart(12, '0')}`)
}
