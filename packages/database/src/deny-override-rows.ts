import type { Product, SuggestionName } from '@inkling/contracts'
import type { Database } from './database.ts'

/** What can be switched off: everything, a product, or one suggestion. */
export type DenyTarget = 'global' | Product | SuggestionName

export interface DenyOverride {
  target: DenyTarget
  reason: string
  setBy: string
  setAt: Date
}

const operatorTimeoutMs = 5_000

export async function denyOverridesIn(database: Database, timeoutMs = operatorTimeoutMs): Promise<DenyOverride[]> {
  const rows = await database.statement<{ target: DenyTarget; reason: string; set_by: string; set_at: Date }>(
    'select target, reason, set_by, set_at from deny_overrides order by target',
    [],
    timeoutMs,
  )
  return rows.map((row) => ({ target: row.target, reason: row.reason, setBy: row.set_by, setAt: row.set_at }))
}

export async function findDenyOverride(database: Database, target: DenyTarget): Promise<DenyOverride | undefined> {
  return (await denyOverridesIn(database)).find((row) => row.target === target)
}

/** Nothing of the target is granted any more once this is committed. */
export async function putDenyOverride(database: Database, override: Omit<DenyOverride, 'setAt'>): Promise<void> {
  await database.statement(
    `with locked as materialized (select lock_gate())
     insert into deny_overrides (target, reason, set_by, set_at) select $1::text, $2::text, $3::text, clock_timestamp() from locked
       on conflict (target) do update set reason = excluded.reason, set_by = excluded.set_by, set_at = excluded.set_at`,
    [override.target, override.reason, override.setBy],
    operatorTimeoutMs,
  )
}

/** Whether it was switched off. */
export async function deleteDenyOverride(database: Database, target: DenyTarget): Promise<boolean> {
  const rows = await database.statement('delete from deny_overrides where target = $1::text returning target', [target], operatorTimeoutMs)
  return rows.length > 0
}
