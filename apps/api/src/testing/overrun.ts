import { formatUsd } from '@inkling/cost'

/** A moment at which more was settled and reserved than a tier may spend. */
export interface Overrun {
  scope: string
  period: string
  tier: string
  /** USD above the tier's bound. */
  usd: string
}

export interface OverrunRow {
  scope: string
  period: string
  tier: string
  /** Pico-dollars. */
  over: bigint
}

/** SQL: a limit as that tier meets it. */
export const boundOf = (tier: string) => `case ${tier} when 'premium' then limit_pico / 2 + limit_pico else limit_pico end`

export const overrunOf = ({ scope, period, tier, over }: OverrunRow): Overrun => ({ scope, period, tier, usd: formatUsd(over) })
