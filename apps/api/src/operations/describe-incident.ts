import type { OperationOutput } from '@inkling/contracts'
import type { ledger } from '@inkling/database'

type Incident = OperationOutput<'incidents'>['incidents'][number]

/** A row of the database as operators see it: what is not there is left out. */
export function describeIncident(row: Awaited<ReturnType<typeof ledger.incidents>>[number]): Incident {
  const { id, kind, severity, details } = row
  const optional = {
    scope: row.scope,
    period: row.period,
    periodStart: row.period_start,
    threshold: row.threshold,
    resolvedAt: row.resolved_at?.toISOString(),
    resolvedBy: row.resolved_by,
  }
  const present = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null && value !== undefined))
  return { id: id.toString(), kind, severity, details, occurredAt: row.occurred_at.toISOString(), ...present }
}
