import type { ReservationDecision, ReservationRefusal, ReservationRequest, Settlement } from '@inkling/suggestions/ports'
import type { Database } from './database.ts'
import { type GateSettings, instantOf } from './gate-settings.ts'

const defaultRateMarginMs = 250

/** `reserve_attempt`. Rejects as `Database.statement` does. */
export async function callReserve(
  database: Database,
  settings: GateSettings,
  processId: string,
  request: ReservationRequest,
  timeoutMs: number,
): Promise<ReservationDecision> {
  const rows = await database.statement<{ granted: boolean; reason: ReservationRefusal | null; retry_after_ms: bigint | null }>(
    `select granted, reason, retry_after_ms from reserve_attempt($1::uuid, $2::text, $3::text, $4::text, $5::text, $6::text, $7::text,
       $8::text, $9::text, $10::int8, $11::text, $12::text, $13::int4, $14::int4, $15::int8, $16::timestamptz)`,
    [
      ...identityOf(request),
      request.worstCase,
      processId,
      settings.timeZone,
      settings.requestsPerMinute,
      settings.rateMarginMs ?? defaultRateMarginMs,
      settings.cheapestReservation,
      instantOf(settings),
    ],
    timeoutMs,
  )
  const row = rows[0]
  if (row?.granted === true) return { granted: true }
  const refusal = { granted: false, reason: row?.reason ?? 'accounting-unavailable' } as const
  return row?.retry_after_ms == null ? refusal : { ...refusal, retryAfterMs: Number(row.retry_after_ms) }
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

/** `settle_attempt`. */
export async function callSettle(
  database: Database,
  settings: GateSettings,
  settlement: Settlement,
  timeoutMs: number,
): Promise<SettleResult> {
  const { usage } = settlement
  const split = usage?.cache_creation
  const rows = await database.statement<{ result: SettleResult }>(
    `select settle_attempt($1::uuid, $2::text, $3::int8, $4::boolean, $5::text, $6::text, $7::int8, $8::int8, $9::int8, $10::int8, $11::int8,
       $12::text, $13::text[], $14::int8, $15::int8, $16::timestamptz) as result`,
    [
      settlement.attemptId,
      settlement.outcome,
      settlement.charge === 'whole-reservation' ? null : settlement.charge,
      settlement.estimated,
      settlement.signal,
      settlement.stopReason ?? null,
      usage?.input_tokens ?? null,
      usage?.output_tokens ?? null,
      // Without a split all cache writes are 5-minute ones.
      split?.ephemeral_5m_input_tokens ?? (split == null ? (usage?.cache_creation_input_tokens ?? null) : null),
      split?.ephemeral_1h_input_tokens ?? null,
      usage?.cache_read_input_tokens ?? null,
      settlement.providerRequestId ?? null,
      settlement.flags,
      settlement.pauseMs === undefined ? null : Math.ceil(settlement.pauseMs),
      settings.cheapestReservation,
      instantOf(settings),
    ],
    timeoutMs,
  )
  return rows[0]?.result ?? 'unknown'
}

function identityOf(request: ReservationRequest): unknown[] {
  const { attemptId, suggestionId, product, suggestion, userKey, tier, model, variant, promptVersion } = request
  return [attemptId, suggestionId, product, suggestion, userKey, tier, model, variant, promptVersion]
}
