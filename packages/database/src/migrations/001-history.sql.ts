import { ensurePartitions } from '../sql/ensure-partitions.sql.ts'
import { historyDay } from '../sql/history-day.sql.ts'

/**
 * Tables with history: one partition a day (UTC), named `<table>_yyyymmdd`. The partition's day follows from the row's UUIDv7, so a
 * repeated row meets its first copy and the key holds over all days. Money: pico-dollars (10^-12 USD) in int8, at most 9.2 million USD
 * a value; sums are numeric.
 */
const tables = [
  `create table attempts (
     partition_day date not null,
     id uuid not null,
     suggestion_id text not null,
     product text not null,
     suggestion text not null,
     user_key text,
     tier text not null check (tier in ('standard', 'premium')),
     model text not null,
     variant text not null,
     prompt_version text not null,
     state text not null check (state in ('reserved', 'settled', 'released')),
     reserved_pico int8 not null check (reserved_pico >= 0),
     charged_pico int8 check (charged_pico >= 0),
     estimated boolean not null default false,
     outcome text check (outcome in ('complete', 'truncated', 'refused', 'rejected', 'timeout', 'connection-reset', 'server-error',
       'stream-error', 'cut-stream', 'abandoned', 'released')),
     stop_reason text,
     input_tokens int8,
     output_tokens int8,
     cache_write_5m_tokens int8,
     cache_write_1h_tokens int8,
     cache_read_tokens int8,
     provider_request_id text,
     flags text[] not null default '{}',
     process_id text not null,
     day date not null,
     month date not null,
     reserved_at timestamptz not null,
     settled_at timestamptz,
     primary key (partition_day, id)
   ) partition by range (partition_day)`,
  `create index attempts_open on attempts (process_id) where state = 'reserved'`,
  `create index attempts_suggestion on attempts (suggestion_id)`,
  `create index attempts_day on attempts (day, product)`,
  `create index attempts_user on attempts (user_key) where user_key is not null`,

  `create table events (
     partition_day date not null,
     id uuid not null,
     suggestion_id text not null,
     product text not null,
     suggestion text not null,
     user_key text not null,
     type text not null,
     item_index int4,
     value float8,
     experiments jsonb not null,
     variant text not null,
     at timestamptz not null,
     primary key (partition_day, id)
   ) partition by range (partition_day)`,
  `create index events_suggestion on events (suggestion_id)`,
  `create index events_user on events (user_key)`,

  `create table experiment_viewed (
     partition_day date not null,
     id uuid not null,
     user_key text not null,
     product text not null,
     suggestion text not null,
     experiment_id text not null,
     variation_id text not null,
     at timestamptz not null,
     primary key (partition_day, id)
   ) partition by range (partition_day)`,
  `create index experiment_viewed_experiment on experiment_viewed (experiment_id, at)`,
  `create index experiment_viewed_user on experiment_viewed (user_key)`,

  `create table exposure_keys (
     user_key text not null,
     experiment_id text not null,
     variation_id text not null,
     primary key (user_key, experiment_id, variation_id)
   )`,

  `create table served_answers (
     partition_day date not null,
     suggestion_id text not null,
     product text not null,
     suggestion text not null,
     user_key text not null,
     tier text not null,
     locale text not null,
     source text not null,
     reason text,
     variant text not null,
     prompt_version text not null,
     items int4 not null,
     milliseconds float8 not null,
     at timestamptz not null,
     primary key (partition_day, suggestion_id)
   ) partition by range (partition_day)`,
  `create index served_answers_user on served_answers (user_key)`,

  `create table security_events (
     partition_day date not null,
     id uuid not null,
     product text not null,
     suggestion text not null,
     user_key text not null,
     kind text not null,
     location text not null,
     action text not null,
     at timestamptz not null,
     primary key (partition_day, id)
   ) partition by range (partition_day)`,
  `create index security_events_user on security_events (user_key)`,
]

export const history = {
  up: [...tables, historyDay, ensurePartitions],
  down: [
    'drop function ensure_partitions(date, date)',
    'drop function history_day(uuid)',
    'drop table security_events, served_answers, exposure_keys, experiment_viewed, events, attempts',
  ],
}
