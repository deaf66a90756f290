import { loadBudget, tightLimits } from '../../apps/api/src/testing/load-budget.ts'
import { formatUsd, parseUsd } from '../../packages/cost/src/usd.ts'
import { startServices } from './own-services.ts'
import type { Scenario } from './scenario.ts'

const callers = 1_000

/** Three thousand callers at once on limits that allow a few dozen calls. */
export const soakBudget: Scenario = {
  name: 'budget',
  summary: 'A thousand callers at once at each of three replicas, on limits that allow a few dozen calls; every scope sampled throughout.',
  async run({ say }) {
    const services = await startServices()
    try {
      say(`${callers} callers at once at each of three replicas`)
      const { kinds, watched, replayed, bill } = await loadBudget({ ...services.addresses, callers, tierOf: () => 'standard' })
      const broken = Object.entries(kinds).filter(([kind]) => kind.startsWith('http'))
      return {
        figures: [
          ...Object.entries(kinds).map(([kind, count]): [string, string] => [`answers: ${kind}`, String(count)]),
          ['grants', String(replayed.grants)],
          ['samples', String(watched.samples)],
          ['bill', `$${formatUsd(bill)} of a limit of $${tightLimits.day}`],
        ],
        checks: [
          {
            sentence: 'settled + reserved <= limit for every scope, in every sample',
            holds: watched.samples > 0 && watched.overruns.length === 0,
            seen: `${watched.overruns.length} above it in ${watched.samples} samples`,
          },
          {
            sentence: "no grant took a scope past its tier's bound, replayed from the ledger",
            holds: replayed.grants > 0 && replayed.overruns.length === 0,
            seen: `${replayed.overruns.length} of ${replayed.grants} grants`,
          },
          { sentence: "the simulator's bill <= limit", holds: bill <= parseUsd(tightLimits.day)!, seen: `$${formatUsd(bill)}` },
          { sentence: 'every caller has an answer', holds: broken.length === 0, seen: JSON.stringify(Object.fromEntries(broken)) },
        ],
      }
    } finally {
      await services.close()
    }
  },
}
