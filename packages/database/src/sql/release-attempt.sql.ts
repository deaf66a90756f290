/**
 * Undoes a reservation whose answer never arrived: the hold goes, the row stays as released, charged 0. Where the reservation itself has
 * not arrived yet (it may still lie in a frozen server's socket), a released row is left that refuses it. A settled attempt stays.
 */
export const releaseAttempt = `
create function release_attempt(
  p_attempt uuid, p_suggestion_id text, p_product text, p_suggestion text, p_user_key text, p_tier text, p_model text, p_variant text,
  p_prompt_version text, p_process text, p_zone text, p_now timestamptz
) returns text language plpgsql set lock_timeout = '300ms' as $$
declare
  v_at timestamptz;
  v_day date;
  v_attempt attempts;
begin
  perform lock_gate();
  v_at := coalesce(p_now, clock_timestamp());
  select * into v_attempt from attempts a where a.partition_day = history_day(p_attempt) and a.id = p_attempt;
  if not found then
    v_day := (v_at at time zone p_zone)::date;
    insert into attempts (partition_day, id, suggestion_id, product, suggestion, user_key, tier, model, variant, prompt_version, state,
        reserved_pico, charged_pico, outcome, process_id, day, month, reserved_at, settled_at)
      values (history_day(p_attempt), p_attempt, p_suggestion_id, p_product, p_suggestion, p_user_key, p_tier, p_model, p_variant,
        p_prompt_version, 'released', 0, 0, 'released', p_process, v_day, date_trunc('month', v_day)::date, v_at, v_at);
    return 'released';
  end if;
  if v_attempt.state <> 'reserved' then
    return 'unchanged';
  end if;
  update spend s set reserved_pico = s.reserved_pico - v_attempt.reserved_pico
    where s.scope in ('global', v_attempt.product)
      and ((s.period = 'day' and s.period_start = v_attempt.day) or (s.period = 'month' and s.period_start = v_attempt.month));
  update attempts a set state = 'released', charged_pico = 0, outcome = 'released', settled_at = v_at
    where a.partition_day = v_attempt.partition_day and a.id = p_attempt;
  update gate_state set probe_attempt = null where id = 1 and probe_attempt = p_attempt;
  return 'released';
end $$`
