import type { Product } from '@inkling/contracts'
import { toKebabCase } from '@inkling/contracts'
import { Counter, Gauge, type Registry } from 'prom-client'
import { usdOfPico } from './pico-usd.ts'

/** Money of one budget as the ledger has it, in pico-dollars (10^-12 USD). */
export interface LedgerReading {
  scope: 'global' | Product
  period: 'day' | 'month'
  settled: bigint
  reserved: bigint
  /** Absent where the scope has no limit of its own. */
  limit?: bigint
}

// A scraper gives up after ten seconds by default; the other metrics must reach it although the ledger hangs.
const longestReading = 2000

/**
 * Gauges that show the ledger at the moment of the scrape. When it cannot be read they are absent, since an old amount would look like a
 * current one, and the failure is counted. The returned function reads once and sets all of them.
 */
export function ledgerGauges(registry: Registry, read: () => Promise<readonly LedgerReading[]>): () => Promise<void> {
  const gauge = (name: string, help: string) =>
    new Gauge({
      name: `inkling_budget_${name}_usd`,
      help: `${help}, in USD, read from the ledger at the scrape.`,
      labelNames: ['scope', 'period'],
      registers: [registry],
    })
  const settled = gauge('settled', 'Money settled in the current period')
  const reserved = gauge('reserved', 'Money held by open reservations')
  const limit = gauge('limit', 'Limit of the current period')
  const failures = new Counter({
    name: 'inkling_ledger_read_failures_total',
    help: 'Scrapes at which the ledger could not be read; its gauges are absent from those.',
    registers: [registry],
  })
  let reading: Promise<void> | undefined

  async function refresh(): Promise<void> {
    const readings = await withinTime(read)
    for (const each of [settled, reserved, limit]) each.reset()
    if (readings === undefined) {
      failures.inc()
      return
    }
    for (const { scope, period, ...money } of readings) {
      const labels = { scope: toKebabCase(scope), period }
      settled.set(labels, usdOfPico(money.settled))
      reserved.set(labels, usdOfPico(money.reserved))
      if (money.limit !== undefined) limit.set(labels, usdOfPico(money.limit))
    }
  }

  // Two scrapers at once share one reading.
  return () => {
    reading ??= refresh().finally(() => {
      reading = undefined
    })
    return reading
  }
}

async function withinTime(read: () => Promise<readonly LedgerReading[]>): Promise<readonly LedgerReading[] | undefined> {
  const { promise: late, resolve } = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => resolve(undefined), longestReading)
  try {
    return await Promise.race([read(), late])
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
