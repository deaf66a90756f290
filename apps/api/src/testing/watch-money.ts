import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { Database } from '@inkling/database'
import { boundOf, type Overrun, type OverrunRow, overrunOf } from './overrun.ts'

const program = fileURLToPath(new URL('money-watcher.ts', import.meta.url))
const timeoutMs = 10_000

/**
 * Samples every scope until it is stopped: settled and reserved money together against the limit as the tier meets it. From a process of its
 * own, so that whoever makes the load does not hold it up.
 */
export async function watchMoney(
  databaseUrl: string,
  tier: 'standard' | 'premium',
): Promise<{ stop(): Promise<{ samples: number; overruns: Overrun[] }> }> {
  const child = spawn(process.execPath, ['--conditions=@inkling/source', program, databaseUrl, tier])
  const output = text(child.stdout)
  await once(child.stderr, 'data')
  return {
    async stop() {
      child.stdin.end()
      return JSON.parse(await output)
    },
  }
}

/**
 * Every grant there ever was, against what stood settled and reserved at its moment, from the ledger's own times (the gate reads its clock
 * after it has its lock, so they are in the order of the decisions).
 */
export async function replayGrants(database: Database): Promise<{ grants: number; overruns: Overrun[] }> {
  const rows = await database.statement<OverrunRow>(
    `with events as (
         select reserved_at as at, true as is_grant, tier, product, day, month, reserved_pico as change from attempts where reserved_pico > 0
         union all
         select settled_at, false, tier, product, day, month, charged_pico - reserved_pico from attempts where settled_at is not null),
       running as (
         select l.scope, l.period, l.limit_pico, e.tier, e.is_grant,
             sum(e.change) over (partition by l.scope, l.period, case l.period when 'day' then e.day else e.month end order by e.at, e.is_grant
               rows unbounded preceding) as total
           from limits l join events e on l.scope in ('global', e.product) and l.limit_pico is not null)
       select scope, period, tier, max(total - bound)::int8 as over
         from (select *, ${boundOf('tier')} as bound from running) bounded
         where is_grant and total > bound group by scope, period, tier order by scope, period, tier`,
    [],
    timeoutMs,
  )
  const [counted] = await database.statement<{ grants: bigint }>(
    'select count(*) as grants from attempts where reserved_pico > 0',
    [],
    timeoutMs,
  )
  return { grants: Number(counted?.grants ?? 0n), overruns: rows.map(overrunOf) }
}
