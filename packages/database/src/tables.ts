import type { Generated, GeneratedAlways } from 'kysely'
import type { AttemptTable, EventTable, ExperimentViewedTable, SecurityEventTable, ServedAnswerTable } from './history-tables.ts'

export type Period = 'day' | 'month'

/** `global`, or a product's name. */
export type Scope = string

export interface LimitTable {
  scope: Scope
  period: Period
  /** Pico-dollars; null: none. */
  limit_pico: bigint | null
  origin: 'environment' | 'operator'
  set_by: string
  set_at: Date
  ceiling_latched_start: string | null
  ceiling_latched_at: Date | null
}

export interface SpendTable {
  scope: Scope
  period: Period
  /** `YYYY-MM-DD`, in the budget's time zone. */
  period_start: string
  settled_pico: Generated<bigint>
  reserved_pico: Generated<bigint>
  announced: Generated<number>
  latched_100: Generated<boolean>
}

export interface GateStateTable {
  id: number
  held_at: Date | null
  held_reason: string | null
  held_by: string | null
  paused_until: Date | null
  breaker_opened_at: Date | null
  probe_interval_ms: bigint
  probe_after: Date | null
  probe_attempt: string | null
  probe_started_at: Date | null
  rate_capacity: number
  rate_grants: bigint
}

export interface IncidentTable {
  id: GeneratedAlways<bigint>
  key: string
  kind: string
  severity: 'info' | 'warning' | 'critical'
  scope: Scope | null
  period: Period | null
  period_start: string | null
  threshold: number | null
  details: unknown
  occurred_at: Date
  /** When a replica logged and counted it. */
  delivered_at: Date | null
  webhook_tries: Generated<number>
  webhook_due_at: Date | null
  webhook_confirmed_at: Date | null
  resolved_at: Date | null
  resolved_by: string | null
}

export interface AuditLogTable {
  sequence: bigint
  at: Date
  actor: string
  role: string
  action: string
  target: string
  before: unknown
  after: unknown
  code: string
}

export interface RetentionRunTable {
  day: string
  started_at: Date
  finished_at: Date | null
  first_day_kept: string
  partitions: Generated<number>
  keys: Generated<number>
}

/** Rows as both drivers give them. The writers of `spend`, `gate_state`, `rate_slots` and `attempts` are the gate's functions alone. */
export interface Tables {
  attempts: AttemptTable
  events: EventTable
  experiment_viewed: ExperimentViewedTable
  exposure_keys: { user_key: string; experiment_id: string; variation_id: string; seen_on: Generated<string> }
  erasures: { id: string; person: string; product: string; erased_at: Date; counts: unknown }
  retention_runs: RetentionRunTable
  served_answers: ServedAnswerTable
  security_events: SecurityEventTable
  limits: LimitTable
  spend: SpendTable
  gate_state: GateStateTable
  rate_slots: { position: number; used_at: Date }
  rate_lines: { process_id: string; product: string; until: Date }
  rate_turns: { product: string; served_at: Date }
  breaker_buckets: { position: number; bucket: bigint; calls: number; failures: number }
  deny_overrides: { target: string; reason: string; set_by: string; set_at: Date }
  incidents: IncidentTable
  audit_log: AuditLogTable
  forecasts: { day: string; days: number; pico: bigint; low_pico: bigint | null; high_pico: bigint | null }
  audit_head: { id: number; sequence: bigint; code: string; seal: string }
  processes: { id: string; started_at: Date; heartbeat_at: Date }
  sampling: { id: number; factor: number; changed_on: string | null }
}
