import type { ReservationDecision, ReservationRefusal, ReservationRequest, Settlement } from '@inkling/suggestions/ports'
import type { Database } from './database.ts'
import { type GateSettings, instantOf } from './gate-settings.ts'

const defaultRateMarginMs = 1_000

/** `reserve_attempt` for each in turn, in one transaction; decisions in the order of the requests. Rejects as `Database.statement` does. */
export async function callReserve(
  database: Database,
  settings: GateSettings,
  processId: string,
  requests: readonly ReservationRequest[],
  timeoutMs: number,
): Promise<ReservationDecision[]> {
  const rows = await database.statement<{ granted: boolean; reason: ReservationRefusal | null; retry_after_ms: bigint | null }>(
    `select r.granted, r.reason, r.retry_after_ms
       from rows from (jsonb_to_recordset($1::jsonb) as (attempt uuid, suggestion_id text, product text, suggestion text, user_key text,
         tier text, model text, variant text, prompt_version text, worst int8, ahead int4, behind int4, patience_ms int8)) with ordinality
         as a (attempt, suggestion_id, product, suggestion, user_key, tier, model, variant, prompt_version, worst, ahead, behind, patience_ms,
           position)
       cross join lateral reserve_attempt(a.attempt, a.suggestion_id, a.product, a.suggestion, a.user_key, a.tier, a.model, a.variant,
         a.prompt_version, a.worst, a.ahead, a.behind, a.patience_ms, $2::text, $3::text, $4::int4, $5::int4, $6::int8, $7::timestamptz) r
       order by a.position`,
    [
      JSON.stringify(requests.map(reservationColumns)),
      processId,
      settings.timeZone,
      settings.requestsPerMinute,
      settings.rateMarginMs ?? defaultRateMarginMs,
      settings.cheapestReservation,
      instantOf(settings),
    ],
    timeoutMs,
  )
  return rows.map(({ granted, reason, retry_after_ms: retryAfter }) => {
    if (granted) return { granted: true }
    const refusal = { granted: false, reason: reason ?? 'accounting-unavailable' } as const
    return retryAfter === null ? refusal : { ...refusal, retryAfterMs: Number(retryAfter) }
  })
}

/** `release_attempt`. */
export async function callRelease(
  database: Database,
  settings: GateSettings,
  processId: string,
  request: ReservationRequest,
  timeoutMs: number,
): Promise<void> {
  await database.statement(
    `select release_attempt($1::uuid, $2::text, $3::text, $4::text, $5::text, $6::text, $7::text, $8::text, $9::text, $10::text, $11::text,
       $12::timestamptz)`,
    [...identityOf(request), processId, settings.timeZone, instantOf(settings)],
    timeoutMs,
  )
}

export type SettleResult = 'settled' | 'replaced' | 'unchanged' | 'unknown'

/** `settle_attempt` for each in turn, in one transaction; results in the order of the settlements. */
export async function callSettle(
  database: Database,
  settings: GateSettings,
  settlements: readonly Settlement[],
  timeoutMs: number,
): Promise<SettleResult[]> {
  const rows = await database.statement<{ result: SettleResult }>(
    `select settle_attempt(a.attempt, a.outcome, a.charge, a.estimated, a.signal, a.stop_reason, a.input_tokens, a.output_tokens,
         a.cache_write_5m_tokens, a.cache_write_1h_tokens, a.cache_read_tokens, a.provider_request_id, a.flags, a.pause_ms, $2::int8,
         $3::timestamptz) as result
       from rows from (jsonb_to_recordset($1::jsonb) as (attempt uuid, outcome text, charge int8, estimated boolean, signal text,
         stop_reason text, input_tokens int8, output_tokens int8, cache_write_5m_tokens int8, cache_write_1h_tokens int8,
         cache_read_tokens int8, provider_request_id text, flags text[], pause_ms int8)) with ordinality
         as a (attempt, outcome, charge, estimated, signal, stop_reason, input_tokens, output_tokens, cache_write_5m_tokens,
           cache_write_1h_tokens, cache_read_tokens, provider_request_id, flags, pause_ms, position)
       order by a.position`,
    [JSON.stringify(settlements.map(settlementColumns)), settings.cheapestReservation, instantOf(settings)],
    timeoutMs,
  )
  return rows.map(({ result }) => result)
}

/** Amounts as text: JSON has no whole numbers of that size. */
function reservationColumns(request: ReservationRequest): Record<string, unknown> {
  const { product, suggestion, tier, model, variant, line } = request
  return {
    ...{ product, suggestion, tier, model, variant },
    attempt: request.attemptId,
    suggestion_id: request.suggestionId,
    user_key: request.userKey,
    prompt_version: request.promptVersion,
    worst: request.worstCase.toString(),
    ...{ ahead: line?.ahead ?? 0, behind: line?.behind ?? 0, patience_ms: Math.floor(line?.patienceMs ?? 0) },
  }
}

function settlementColumns(settlement: Settlement): Record<string, unknown> {
  const { outcome, estimated, signal, flags, usage } = settlement
  const split = usage?.cache_creation
  return {
    ...{ outcome, estimated, signal, flags },
    attempt: settlement.attemptId,
    charge: settlement.charge === 'whole-reservation' ? null : settlement.charge.toString(),
    stop_reason: settlement.stopReason,
    input_tokens: usage?.input_tokens,
    output_tokens: usage?.output_tokens,
    // Without a split all cache writes are 5-minute ones.
    cache_write_5m_tokens: split?.ephemeral_5m_input_tokens ?? (split == null ? usage?.cache_creation_input_tokens : null),
    cache_write_1h_tokens: split?.ephemeral_1h_input_tokens,
    cache_read_tokens: usage?.cache_read_input_tokens,
    provider_request_id: settlement.providerRequestId,
    pause_ms: settlement.pauseMs === undefined ? null : Math.ceil(settlement.pauseMs),
  }
}

function identityOf(request: ReservationRequest): unknown[] {
  const { attemptId, suggestionId, product, suggestion, userKey, tier, model, variant, promptVersion } = request
  return [attemptId, suggestionId, product, suggestion, userKey, tier, model, variant, promptVersion]
}
