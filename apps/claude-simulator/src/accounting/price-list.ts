/** Prices in USD per million tokens, as decimal text so that no binary fraction ever touches money. */
export interface PriceBand {
  /** The band holds up to this many prompt tokens (input + cache writes + cache reads), null for no limit. */
  promptTokensUpTo: number | null
  input: string
  output: string
  cacheWrite5m: string
  cacheWrite1h: string
  cacheRead: string
}

/** One model's prices from `from` to `until` (UTC days, both included; null: still valid). */
export interface PricePeriod {
  models: readonly string[]
  from: string
  until: string | null
  /** Data residency in the US costs 11/10 where the model can choose a region. */
  residency: boolean
  bands: readonly PriceBand[]
}

const band = (
  promptTokensUpTo: number | null,
  [input, output, cacheWrite5m, cacheWrite1h, cacheRead]: [string, string, string, string, string],
): PriceBand => ({ promptTokensUpTo, input, output, cacheWrite5m, cacheWrite1h, cacheRead })

export const priceList: readonly PricePeriod[] = [
  {
    models: ['claude-haiku-5-5'],
    from: '2026-10-07',
    until: null,
    residency: true,
    bands: [band(100_000, ['0.10', '0.50', '0.125', '0.20', '0.01']), band(null, ['0.50', '2.50', '0.625', '1.00', '0.05'])],
  },
  {
    models: ['claude-sonnet-5-5'],
    from: '2026-09-28',
    until: '2026-10-06',
    residency: true,
    bands: [band(null, ['2', '10', '2.50', '4', '0.20'])],
  },
  {
    models: ['claude-sonnet-5-5'],
    from: '2026-10-07',
    until: null,
    residency: true,
    bands: [band(null, ['2', '10', '2.50', '4', '0.10'])],
  },
  {
    models: ['claude-opus-5-5'],
    from: '2026-09-22',
    until: null,
    residency: true,
    bands: [band(null, ['4', '20', '5', '8', '0.20'])],
  },
  {
    models: ['claude-haiku-4-5-20251001', 'claude-haiku-4-5'],
    from: '2025-10-15',
    until: null,
    residency: false,
    bands: [band(null, ['1', '5', '1.25', '2', '0.10'])],
  },
  {
    models: ['claude-sonnet-4-5-20250929', 'claude-sonnet-4-5'],
    from: '2025-09-29',
    until: '2026-11-30',
    residency: false,
    bands: [band(200_000, ['3', '15', '3.75', '6', '0.30']), band(null, ['6', '22.50', '7.50', '12', '0.60'])],
  },
  {
    models: ['claude-3-5-sonnet', 'claude-3-5-sonnet-20240620', 'claude-3-5-sonnet-20241022'],
    from: '2024-06-20',
    until: '2025-10-28',
    residency: false,
    bands: [band(null, ['3', '15', '3.75', '6', '0.30'])],
  },
]
