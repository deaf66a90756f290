import { parseUsd } from '@inkling/cost'
import { openDatabase } from '@inkling/database'
import { askAs, type Caller, tally } from './ask-many.ts'
import type { Overrun } from './overrun.ts'
import { runReplicas } from './run-replicas.ts'
import { until } from './run-server.ts'
import { replayGrants, watchMoney } from './watch-money.ts'

export interface BudgetLoad {
  databaseUrl: string
  redisUrl: string
  simulatorUrl: string
  /** At once, at each of three replicas. */
  callers: number
  tierOf: (index: number) => Caller['tier']
  /** In place of `inkling serve`. */
  program?: readonly string[]
}

export interface BudgetLoadResult {
  /** How often each kind of answer came. */
  kinds: Record<string, number>
  watched: { samples: number; overruns: Overrun[] }
  replayed: { grants: number; overruns: Overrun[] }
  /** Pico-dollars. */
  bill: bigint
}

/** USD that allow a few dozen calls. */
export const tightLimits = { day: '0.03', month: '0.04', coocook: '0.008' }

/** All callers at once against three replicas on tight limits; what the ledger and the bill say about every moment of it. */
export async function loadBudget({ callers, tierOf, program, ...services }: BudgetLoad): Promise<BudgetLoadResult> {
  const environment = {
    ...{ CLAUDE_DAILY_BUDGET_USD: tightLimits.day, CLAUDE_MONTHLY_BUDGET_USD: tightLimits.month },
    // Neither the rate nor a deadline shall hold anybody back: only money.
    ...{ CLAUDE_RATE_LIMIT_RPM: '20000', CLAUDE_TIMEOUT_MS: '60000' },
  }
  const replicas = await runReplicas({ ...services, environment, ...(program && { program }) })
  const database = await openDatabase({ kind: 'postgres', url: services.databaseUrl })
  try {
    const set = await fetch(`${replicas.urls[0]}/api/v1/ops/limits`, {
      method: 'POST',
      headers: { authorization: await replicas.operatorAuthorization(), 'content-type': 'application/json' },
      body: JSON.stringify({ scope: 'coocook', period: 'day', usd: tightLimits.coocook }),
    })
    if (!set.ok) throw new Error(await set.text())
    const tiers = Array.from({ length: callers }, (_, index) => tierOf(index))
    const watch = await watchMoney(services.databaseUrl, tiers.includes('premium') ? 'premium' : 'standard')
    const products = ['coocook', 'review', 'snsAuto'] as const
    const asks = replicas.urls.flatMap((url, replica) =>
      tiers.map((tier, index) => askAs(replicas, url, { product: products[index % 3]!, userId: `u${replica}-${index}`, tier })),
    )
    const kinds = tally(await Promise.all(asks))
    await until(async () => {
      const [row] = await database.statement<{ open: bigint }>(`select count(*) as open from attempts where state = 'reserved'`, [], 10_000)
      return row?.open === 0n
    })
    const { totalUsd } = (await (await fetch(`${services.simulatorUrl}/_sim/bill`)).json()) as { totalUsd: string }
    return { kinds, watched: await watch.stop(), replayed: await replayGrants(database), bill: parseUsd(totalUsd)! }
  } finally {
    await replicas.dispose()
    await database.close()
  }
}
