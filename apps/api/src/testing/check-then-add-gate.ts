import type { Database } from '@inkling/database'
import type { Gate, ReservationDecision, ReservationRequest } from '@inkling/suggestions/ports'

const timeoutMs = 10_000

/**
 * A gate with the usual fault: it looks whether an attempt fits, and books it in a second statement. Settlements go to the real gate. It
 * exists so that the test of the budget can be seen to fail.
 */
export function checkThenAddGate(database: Database, real: Gate): Gate {
  const periods = `case period when 'day' then current_date else date_trunc('month', current_date)::date end`

  async function fits({ product, tier, worstCase }: ReservationRequest): Promise<boolean> {
    const [row] = await database.statement<{ fits: boolean | null }>(
      `select bool_and(settled_pico + reserved_pico + $2::int8 <= case $3::text when 'premium' then limit_pico / 2 + limit_pico else limit_pico end)
           as fits
         from spend join limits using (scope, period)
         where scope in ('global', $1::text) and period_start = ${periods}`,
      [product, worstCase, tier],
      timeoutMs,
    )
    return row?.fits !== false
  }

  async function add(request: ReservationRequest): Promise<void> {
    const { attemptId, suggestionId, product, suggestion, userKey, tier, model, variant, promptVersion, worstCase } = request
    await database.statement(
      `with booked as (
         insert into spend as s (scope, period, period_start, reserved_pico)
           select scope, period, ${periods}, $10::int8 from unnest(array['global', $3::text]) scope, unnest(array['day', 'month']) period
             order by scope, period
           on conflict (scope, period, period_start) do update set reserved_pico = s.reserved_pico + excluded.reserved_pico)
       insert into attempts (partition_day, id, suggestion_id, product, suggestion, user_key, tier, model, variant, prompt_version, state,
           reserved_pico, process_id, day, month, reserved_at)
         values (history_day($1::uuid), $1::uuid, $2::text, $3::text, $4::text, $5::text, $6::text, $7::text, $8::text, $9::text, 'reserved',
           $10::int8, 'check-then-add', current_date, date_trunc('month', current_date)::date, clock_timestamp())`,
      [attemptId, suggestionId, product, suggestion, userKey, tier, model, variant, promptVersion, worstCase],
      timeoutMs,
    )
  }

  return {
    async reserve(request): Promise<ReservationDecision> {
      if (!(await fits(request))) return { granted: false, reason: 'budget-held' }
      await add(request)
      return { granted: true }
    },
    settle: (settlement) => real.settle(settlement),
  }
}
