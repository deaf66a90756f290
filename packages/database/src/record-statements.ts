import type { ExposureRecord, FeedbackRecord, SecurityRecord, ServedRecord } from '@inkling/suggestions/ports'
import { dayOfId } from './partitions.ts'

/** One buffered row: what it is and its columns. This is also the spool's line. */
export interface RecordRow {
  kind: RecordKind
  day: string
  /** In this order rows are inserted, so that two processes never wait for each other in a circle. */
  order: string
  columns: Record<string, unknown>
}

export type RecordKind = 'exposure' | 'served' | 'security' | 'feedback'

/**
 * A row inserted a second time changes nothing, and one from before its person was erased is left out. Parameter 1: the columns of all rows, as
 * a JSON array.
 */
export const insertStatements: Record<RecordKind, string> = {
  exposure: `
    with new as (
      select * from jsonb_to_recordset($1::jsonb) as r(partition_day date, id uuid, user_key text, product text, suggestion text,
        experiment_id text, variation_id text, at timestamptz) where not was_erased(user_key, at)
    ), first as (
      insert into exposure_keys (user_key, experiment_id, variation_id, seen_on)
        select user_key, experiment_id, variation_id, min(partition_day) from new group by user_key, experiment_id, variation_id
        on conflict do nothing returning user_key, experiment_id, variation_id
    )
    insert into experiment_viewed (partition_day, id, user_key, product, suggestion, experiment_id, variation_id, at)
      select distinct on (user_key, experiment_id, variation_id)
          partition_day, id, user_key, product, suggestion, experiment_id, variation_id, at
        from new join first using (user_key, experiment_id, variation_id)
        order by user_key, experiment_id, variation_id, at
      on conflict do nothing`,
  served: `
    insert into served_answers (partition_day, suggestion_id, product, suggestion, user_key, tier, locale, source, reason, variant,
        prompt_version, items, milliseconds, at, answer_id)
      select * from jsonb_to_recordset($1::jsonb) as r(partition_day date, suggestion_id text, product text, suggestion text, user_key text,
        tier text, locale text, source text, reason text, variant text, prompt_version text, items int4, milliseconds float8, at timestamptz,
        answer_id text) where not was_erased(user_key, at)
      on conflict do nothing`,
  security: `
    insert into security_events (partition_day, id, product, suggestion, user_key, kind, location, action, at)
      select * from jsonb_to_recordset($1::jsonb) as r(partition_day date, id uuid, product text, suggestion text, user_key text, kind text,
        location text, action text, at timestamptz) where not was_erased(user_key, at)
      on conflict do nothing`,
  // What a person reports reaches the operators with the id under which it can be removed.
  feedback: `
    with kept as (
      insert into events (partition_day, id, suggestion_id, product, suggestion, user_key, type, item_index, value, experiments, variant, at)
        select * from jsonb_to_recordset($1::jsonb) as r(partition_day date, id uuid, suggestion_id text, product text, suggestion text,
          user_key text, type text, item_index int4, value float8, experiments jsonb, variant text, at timestamptz)
          where not was_erased(user_key, at)
        on conflict do nothing returning suggestion_id, product, suggestion, type, at
    )
    insert into incidents (key, kind, severity, scope, details, occurred_at)
      select distinct on (suggestion_id) 'report:' || suggestion_id, 'report', 'warning', product,
          jsonb_build_object('suggestionId', suggestion_id, 'suggestion', suggestion), at
        from kept where type = 'report' order by suggestion_id, at
      on conflict (key) do nothing`,
}

export function exposureRow(record: ExposureRecord): RecordRow {
  const { userKey, experimentId, variationId } = record
  return row('exposure', dayOfId(record.id, record.at), JSON.stringify([userKey, experimentId, variationId]), {
    id: record.id,
    user_key: userKey,
    product: record.product,
    suggestion: record.suggestion,
    experiment_id: experimentId,
    variation_id: variationId,
    at: instant(record.at),
  })
}

export function servedRow(record: ServedRecord): RecordRow {
  return row('served', dayOfId(record.suggestionId, record.at), record.suggestionId, {
    suggestion_id: record.suggestionId,
    product: record.product,
    suggestion: record.suggestion,
    user_key: record.userKey,
    tier: record.tier,
    locale: record.locale,
    source: record.source,
    reason: record.reason ?? null,
    variant: record.variant,
    prompt_version: record.promptVersion,
    items: record.items,
    milliseconds: record.milliseconds,
    at: instant(record.at),
    answer_id: record.answerId ?? null,
  })
}

export function securityRow(record: SecurityRecord): RecordRow {
  return row('security', dayOfId(record.id, record.at), record.id, {
    id: record.id,
    product: record.product,
    suggestion: record.suggestion,
    user_key: record.userKey,
    kind: record.kind,
    location: record.where,
    action: record.action,
    at: instant(record.at),
  })
}

/**
 * The sender chooses an event's id, in any version, and may repeat it days later with another time; what never changes is the suggestion
 * that it is about. So that one's day is the partition.
 */
export function feedbackRow(record: FeedbackRecord): RecordRow {
  return row('feedback', dayOfId(record.suggestionId, record.at), record.id, {
    id: record.id,
    suggestion_id: record.suggestionId,
    product: record.product,
    suggestion: record.suggestion,
    user_key: record.userKey,
    type: record.type,
    item_index: record.itemIndex ?? null,
    value: record.value ?? null,
    experiments: record.experiments,
    variant: record.variant,
    at: instant(record.at),
  })
}

export function isRecordRow(line: unknown): line is RecordRow {
  return typeof line === 'object' && line !== null && 'kind' in line && String(line.kind) in insertStatements && 'columns' in line
}

function row(kind: RecordKind, day: string, order: string, columns: Record<string, unknown>): RecordRow {
  columns.partition_day = day
  return { kind, day, order, columns }
}

let latest = { milliseconds: Number.NaN, text: '' }

/** Under load many rows are of one millisecond. */
function instant(milliseconds: number): string {
  if (milliseconds !== latest.milliseconds) latest = { milliseconds, text: new Date(milliseconds).toISOString() }
  return latest.text
}
