import { announceThresholds } from '../sql/announce-thresholds.sql.ts'
import { countCall } from '../sql/count-call.sql.ts'
import { lockGate } from '../sql/lock-gate.sql.ts'
import { recoverAbandoned } from '../sql/recover-abandoned.sql.ts'
import { releaseAttempt } from '../sql/release-attempt.sql.ts'
import { resizeRateRing } from '../sql/resize-rate-ring.sql.ts'
import { resumeSpending } from '../sql/resume-spending.sql.ts'
import { setLimit } from '../sql/set-limit.sql.ts'
import { settleAttempt } from '../sql/settle-attempt.sql.ts'
import { firstReserveAttempt } from './002-reserve-attempt.sql.ts'

/** Rows of these tables change with every call: the free space lets Postgres update them in place, without touching an index. */
const hot = 'with (fillfactor = 20)'

const tables = [
  // A limit of null: none. The ceiling's latch stands here, not at the period's money, since it outlives midnight.
  `create table limits (
     scope text not null,
     period text not null check (period in ('day', 'month')),
     limit_pico int8 check (limit_pico between 0 and 6000000000000000000),
     origin text not null check (origin in ('environment', 'operator')),
     set_by text not null,
     set_at timestamptz not null,
     ceiling_latched_start date,
     ceiling_latched_at timestamptz,
     primary key (scope, period)
   )`,
  `create table spend (
     scope text not null,
     period text not null check (period in ('day', 'month')),
     period_start date not null,
     settled_pico int8 not null default 0,
     reserved_pico int8 not null default 0 check (reserved_pico >= 0),
     announced int4 not null default 0,
     latched_100 boolean not null default false,
     primary key (scope, period, period_start)
   ) ${hot}`,
  `create table gate_state (
     id int4 primary key check (id = 1),
     held_at timestamptz,
     held_reason text,
     held_by text,
     paused_until timestamptz,
     breaker_opened_at timestamptz,
     probe_interval_ms int8 not null default 30000,
     probe_after timestamptz,
     probe_attempt uuid,
     probe_started_at timestamptz,
     rate_capacity int4 not null default 0,
     rate_grants int8 not null default 0
   ) ${hot}`,
  'insert into gate_state (id) values (1)',
  `create table rate_slots (position int4 primary key, used_at timestamptz not null) ${hot}`,
  `create table breaker_buckets (position int4 primary key, bucket int8 not null, calls int4 not null, failures int4 not null) ${hot}`,
  `create table deny_overrides (
     target text primary key,
     reason text not null,
     set_by text not null,
     set_at timestamptz not null
   )`,
  `create table incidents (
     id int8 generated always as identity primary key,
     key text not null unique,
     kind text not null,
     severity text not null check (severity in ('info', 'warning', 'critical')),
     scope text,
     period text,
     period_start date,
     threshold int4,
     details jsonb not null default '{}',
     occurred_at timestamptz not null,
     delivered_at timestamptz,
     resolved_at timestamptz,
     resolved_by text
   )`,
  `create index incidents_undelivered on incidents (id) where delivered_at is null`,
  `create table processes (id text primary key, started_at timestamptz not null, heartbeat_at timestamptz not null)`,
  `create table sampling (id int4 primary key check (id = 1), factor float8 not null check (factor between 0 and 1), changed_on date)`,
  'insert into sampling (id, factor) values (1, 1)',
]

export const gate = {
  up: [
    ...tables,
    lockGate,
    announceThresholds,
    countCall,
    resizeRateRing,
    firstReserveAttempt,
    settleAttempt,
    releaseAttempt,
    recoverAbandoned,
    setLimit,
    resumeSpending,
  ],
  down: [
    'drop function resume_spending, set_limit, recover_abandoned, release_attempt, settle_attempt, reserve_attempt, resize_rate_ring, count_call, announce_thresholds, lock_gate',
    'drop table sampling, processes, incidents, deny_overrides, breaker_buckets, rate_slots, gate_state, spend, limits',
  ],
}
