/**
 * THE GATE. Decides in one transaction whether an attempt may spend up to \`p_worst\` pico-dollars, and books everything or nothing.
 *
 * Order of checks: known attempt, deny overrides, hold and breaker, pause, rate, budgets (day and month, global and the product's own).
 * A standard-tier attempt must fit under each limit, a premium one under each limit's ceiling of 150 %; with what is settled and
 * what is reserved. \`budget-held\`: it would fit beside settled money alone.
 *
 * Products that wait for the rate take turns: a place that is free goes to whichever of them was served longest ago. A process asks with one
 * caller of a product at a time; \`p_ahead\` callers before this one mean that it only learns when its turn can come, \`p_behind\` wait after
 * it, and \`p_patience_ms\` is how long it will wait. Who does not come back loses its turn a quarter of a second after it was due.
 *
 * \`p_now\` replaces the database's clock in tests. The clock is read after the gate's lock was
 * taken, so that grants are in order of time.
 */
export const reserveAttempt = `
create function reserve_attempt(
  p_attempt uuid, p_suggestion_id text, p_product text, p_suggestion text, p_user_key text, p_tier text, p_model text, p_variant text,
  p_prompt_version text, p_worst int8, p_ahead int4, p_behind int4, p_patience_ms int8, p_process text, p_zone text, p_rpm int4, p_margin_ms int4, p_cheapest int8, p_now timestamptz,
  out granted boolean, out reason text, out retry_after_ms int8
) language plpgsql set lock_timeout = '300ms' as $$
declare
  -- A probe that has not ended by then is lost with its process: no attempt lasts nearly as long.
  probe_lease constant interval := interval '60 seconds';
  -- How long a product's turn is kept for it after its place came free, and how soon the next one looks again.
  turn_grace constant interval := interval '250 milliseconds';
  turn_pause constant interval := interval '20 milliseconds';
  v_gate gate_state;
  v_at timestamptz;
  v_state text;
  v_position int4;
  v_free_at timestamptz;
  v_served_at timestamptz;
  v_lines int4;
  v_is_probe boolean := false;
  v_day date;
  v_month date;
  v_row record;
  v_rows int4;
  v_bound numeric;
  v_refused text;
  v_retry_at timestamptz;
begin
  granted := false;
  perform lock_gate();
  select * into strict v_gate from gate_state where id = 1;
  v_at := coalesce(p_now, clock_timestamp());

  select a.state into v_state from attempts a where a.partition_day = history_day(p_attempt) and a.id = p_attempt;
  if found then
    granted := v_state = 'reserved';
    -- Released (its reply was lost) or settled (its process was given up): whoever asks again must not send.
    if not granted then
      reason := 'accounting-unavailable';
    end if;
    return;
  end if;

  if exists (select from deny_overrides d where d.target in ('global', p_product, p_suggestion)) then
    reason := 'disabled';
    return;
  end if;

  if v_gate.held_at is not null then
    reason := 'breaker-open';
    return;
  end if;
  if v_gate.breaker_opened_at is not null then
    if v_at < v_gate.probe_after then
      reason := 'breaker-open';
      retry_after_ms := ceil(extract(epoch from v_gate.probe_after - v_at) * 1000);
      return;
    end if;
    if v_gate.probe_attempt is not null and v_gate.probe_started_at + probe_lease > v_at then
      reason := 'breaker-open';
      return;
    end if;
    v_is_probe := true;
  end if;

  if v_gate.paused_until > v_at then
    reason := 'rate-limited';
    retry_after_ms := ceil(extract(epoch from v_gate.paused_until - v_at) * 1000);
    return;
  end if;

  if v_gate.rate_capacity < p_rpm then
    perform resize_rate_ring(p_rpm);
    select * into strict v_gate from gate_state where id = 1;
  end if;
  -- The slot of the grant that lies p_rpm grants back: a new one may come a minute after it.
  v_position := mod(v_gate.rate_grants - p_rpm + v_gate.rate_capacity, v_gate.rate_capacity);
  select r.used_at + interval '60 seconds' + p_margin_ms * interval '1 millisecond' into strict v_free_at
    from rate_slots r where r.position = v_position;
  select t.served_at into v_served_at from rate_turns t where t.product = p_product;
  if v_free_at <= v_at and exists (
    select from rate_lines l left join rate_turns t on t.product = l.product
      where l.product <> p_product and l.until > v_at and coalesce(t.served_at, '-infinity') < coalesce(v_served_at, '-infinity')
  ) then
    v_free_at := v_at + turn_pause;
  end if;
  if p_ahead > 0 then
    -- Lines share the places evenly: so many places later it is this one's turn.
    select greatest(1, count(*)) into v_lines from rate_lines l where l.until > v_at;
    v_position := mod(v_gate.rate_grants - p_rpm + least(p_ahead * v_lines, p_rpm - 1) + v_gate.rate_capacity, v_gate.rate_capacity);
    select greatest(v_free_at, v_at, r.used_at + interval '60 seconds' + p_margin_ms * interval '1 millisecond') into strict v_free_at
      from rate_slots r where r.position = v_position;
  end if;
  if v_free_at > v_at or p_ahead > 0 then
    reason := 'rate-limited';
    retry_after_ms := ceil(extract(epoch from v_free_at - v_at) * 1000);
    if p_ahead = 0 and retry_after_ms < p_patience_ms then
      delete from rate_lines l where l.until < v_at - interval '1 minute';
      insert into rate_lines (process_id, product, until) values (p_process, p_product, v_free_at + turn_grace)
        on conflict (process_id, product) do update set until = excluded.until;
    end if;
    return;
  end if;

  v_day := (v_at at time zone p_zone)::date;
  v_month := date_trunc('month', v_day)::date;
  loop
    v_rows := 0;
    for v_row in
      select s.scope, s.period, s.period_start, s.settled_pico, s.reserved_pico, s.latched_100, l.limit_pico, l.ceiling_latched_at
        from spend s left join limits l on l.scope = s.scope and l.period = s.period
        where s.scope in ('global', p_product)
          and ((s.period = 'day' and s.period_start = v_day) or (s.period = 'month' and s.period_start = v_month))
        order by s.scope, s.period
    loop
      v_rows := v_rows + 1;
      continue when v_row.limit_pico is null;
      v_bound := case when p_tier = 'premium' then v_row.limit_pico / 2 + v_row.limit_pico else v_row.limit_pico end;
      if v_row.ceiling_latched_at is not null then
        v_refused := 'budget-exhausted';
        -- Until a person acts: no moment is known.
        v_retry_at := 'infinity';
      elsif v_row.settled_pico::numeric + p_worst > v_bound or (p_tier <> 'premium' and v_row.latched_100) then
        v_refused := 'budget-exhausted';
        v_retry_at := greatest(v_retry_at, case v_row.period
          when 'day' then (v_day + 1)::timestamp at time zone p_zone
          else (v_month + interval '1 month') at time zone p_zone end);
        perform announce_thresholds(v_row.scope, v_row.period, v_row.period_start, v_at, p_cheapest);
      elsif v_row.settled_pico::numeric + v_row.reserved_pico + p_worst > v_bound then
        v_refused := coalesce(v_refused, 'budget-held');
      end if;
    end loop;
    exit when v_rows = 4;
    v_refused := null;
    insert into spend (scope, period, period_start)
      select scope, period, case period when 'day' then v_day else v_month end
        from unnest(array['global', p_product]) scope, unnest(array['day', 'month']) period
      on conflict do nothing;
  end loop;
  if v_refused is not null then
    reason := v_refused;
    if isfinite(v_retry_at) and v_refused = 'budget-exhausted' then
      retry_after_ms := ceil(extract(epoch from v_retry_at - v_at) * 1000);
    end if;
    return;
  end if;

  update spend s set reserved_pico = s.reserved_pico + p_worst
    where s.scope in ('global', p_product)
      and ((s.period = 'day' and s.period_start = v_day) or (s.period = 'month' and s.period_start = v_month));
  insert into attempts (partition_day, id, suggestion_id, product, suggestion, user_key, tier, model, variant, prompt_version, state,
      reserved_pico, process_id, day, month, reserved_at)
    values (history_day(p_attempt), p_attempt, p_suggestion_id, p_product, p_suggestion, p_user_key, p_tier, p_model, p_variant,
      p_prompt_version, 'reserved', p_worst, p_process, v_day, v_month, v_at);
  update rate_slots set used_at = v_at where position = mod(v_gate.rate_grants, v_gate.rate_capacity);
  if exists (select from rate_lines) then
    insert into rate_turns (product, served_at) values (p_product, v_at) on conflict (product) do update set served_at = excluded.served_at;
    if p_behind > 0 then
      update rate_lines l set until = v_at + turn_grace where l.process_id = p_process and l.product = p_product;
    else
      delete from rate_lines l where l.process_id = p_process and l.product = p_product;
    end if;
  end if;
  update gate_state set
      rate_grants = v_gate.rate_grants + 1,
      probe_attempt = case when v_is_probe then p_attempt else probe_attempt end,
      probe_started_at = case when v_is_probe then v_at else probe_started_at end
    where id = 1;
  granted := true;
end $$`
