/**
 * Books what an attempt cost, to the day and month of its reservation; \`p_charge\` null means the whole reservation. Answers
 * \`settled\`, \`replaced\` (an exact charge took the place of an estimate), \`unchanged\` (already settled) or \`unknown\` (no such attempt:
 * an incident). A charge above the reservation is booked all the same, and all spending stops until an operator acts.
 *
 * Feeds the breaker (more than 5 failures within 5 minutes and at least 20 % of the calls open it; probes come 30 s later, then at
 * doubled intervals up to 15 min) and the pause.
 */
export const settleAttempt = `
create function settle_attempt(
  p_attempt uuid, p_outcome text, p_charge int8, p_estimated boolean, p_signal text, p_stop_reason text,
  p_input_tokens int8, p_output_tokens int8, p_cache_write_5m_tokens int8, p_cache_write_1h_tokens int8, p_cache_read_tokens int8,
  p_provider_request_id text, p_flags text[], p_pause_ms int8, p_cheapest int8, p_now timestamptz
) returns text language plpgsql set lock_timeout = '300ms' as $$
declare
  first_probe_interval_ms constant int8 := 30000;
  longest_probe_interval_ms constant int8 := 900000;
  v_gate gate_state;
  v_at timestamptz;
  v_attempt attempts;
  v_charge int8;
  v_booked int8;
  v_is_first boolean;
  v_row record;
  v_calls int8;
  v_failures int8;
begin
  perform lock_gate();
  select * into strict v_gate from gate_state where id = 1;
  v_at := coalesce(p_now, clock_timestamp());
  select * into v_attempt from attempts a where a.partition_day = history_day(p_attempt) and a.id = p_attempt;
  if not found then
    insert into incidents (key, kind, severity, details, occurred_at)
      values ('unknown-attempt:' || p_attempt, 'unknown-attempt', 'critical',
        jsonb_build_object('attemptId', p_attempt, 'outcome', p_outcome, 'chargePico', p_charge::text), v_at)
      on conflict (key) do nothing;
    return 'unknown';
  end if;

  v_charge := coalesce(p_charge, v_attempt.reserved_pico);
  v_booked := coalesce(v_attempt.charged_pico, 0);
  v_is_first := v_attempt.state = 'reserved';
  if not v_is_first and not (v_attempt.estimated and not p_estimated) and not (v_attempt.state = 'released' and v_charge > 0) then
    return 'unchanged';
  end if;

  update spend s set
      settled_pico = s.settled_pico + v_charge - v_booked,
      reserved_pico = s.reserved_pico - case when v_is_first then v_attempt.reserved_pico else 0 end
    where s.scope in ('global', v_attempt.product)
      and ((s.period = 'day' and s.period_start = v_attempt.day) or (s.period = 'month' and s.period_start = v_attempt.month));
  update attempts a set
      state = 'settled', charged_pico = v_charge, estimated = p_estimated, outcome = p_outcome, stop_reason = p_stop_reason,
      input_tokens = p_input_tokens, output_tokens = p_output_tokens, cache_write_5m_tokens = p_cache_write_5m_tokens,
      cache_write_1h_tokens = p_cache_write_1h_tokens, cache_read_tokens = p_cache_read_tokens,
      provider_request_id = p_provider_request_id, flags = p_flags, settled_at = v_at
    where a.partition_day = v_attempt.partition_day and a.id = p_attempt;
  for v_row in
    select l.scope, l.period from limits l where l.scope in ('global', v_attempt.product) and l.limit_pico is not null
  loop
    perform announce_thresholds(v_row.scope, v_row.period,
      case v_row.period when 'day' then v_attempt.day else v_attempt.month end, v_at, p_cheapest);
  end loop;

  -- A released attempt had no hold left, so its charge was never weighed against a limit.
  if v_charge > v_booked and (v_charge > v_attempt.reserved_pico or v_attempt.state = 'released') then
    insert into incidents (key, kind, severity, scope, details, occurred_at)
      values ('charge-above-reservation:' || p_attempt, 'charge-above-reservation', 'critical', v_attempt.product,
        jsonb_build_object('attemptId', p_attempt, 'chargePico', v_charge::text, 'reservedPico', v_attempt.reserved_pico::text), v_at)
      on conflict (key) do nothing;
    update gate_state set held_at = v_at, held_reason = 'charge-above-reservation', held_by = 'gate' where id = 1 and held_at is null;
  end if;
  if not v_is_first then
    return 'replaced';
  end if;

  if p_pause_ms > 0 then
    update gate_state set paused_until = greatest(paused_until, v_at + p_pause_ms * interval '1 millisecond') where id = 1;
  end if;

  if p_signal = 'hold-open' then
    update gate_state set held_at = v_at, held_reason = 'provider-refuses', held_by = 'gate' where id = 1 and held_at is null;
    if found then
      insert into incidents (key, kind, severity, details, occurred_at)
        values ('hold-open:' || p_attempt, 'hold-open', 'critical',
          jsonb_build_object('reason', 'provider-refuses', 'flags', p_flags), v_at)
        on conflict (key) do nothing;
    end if;
  end if;

  if p_signal in ('success', 'failure') then
    select c.calls, c.failures into v_calls, v_failures from count_call(v_at, p_signal = 'failure') c;
  end if;
  if v_gate.breaker_opened_at is null then
    if p_signal = 'failure' and v_failures > 5 and v_failures * 5 >= v_calls then
      update gate_state set breaker_opened_at = v_at, probe_interval_ms = first_probe_interval_ms, probe_attempt = null,
          probe_after = v_at + first_probe_interval_ms * interval '1 millisecond'
        where id = 1;
      insert into incidents (key, kind, severity, details, occurred_at)
        values ('breaker-open:' || p_attempt, 'breaker-open', 'critical',
          jsonb_build_object('failures', v_failures, 'calls', v_calls), v_at)
        on conflict (key) do nothing;
    end if;
  elsif v_gate.probe_attempt = p_attempt then
    if p_signal = 'success' then
      update gate_state set breaker_opened_at = null, probe_attempt = null, probe_after = null where id = 1;
      -- The old failures are answered for: one more must not open it again at once.
      delete from breaker_buckets;
      update incidents set resolved_at = v_at, resolved_by = 'probe' where kind = 'breaker-open' and resolved_at is null;
    elsif p_signal = 'none' then
      -- Says nothing about the provider's health: another probe may go.
      update gate_state set probe_attempt = null where id = 1;
    else
      update gate_state set probe_attempt = null,
          probe_interval_ms = least(v_gate.probe_interval_ms * 2, longest_probe_interval_ms),
          probe_after = v_at + least(v_gate.probe_interval_ms * 2, longest_probe_interval_ms) * interval '1 millisecond'
        where id = 1;
    end if;
  end if;
  return 'settled';
end $$`
