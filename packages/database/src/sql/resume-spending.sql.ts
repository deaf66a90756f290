/**
 * An operator lets spending go on: ends the hold, the pause and the breaker, and lifts each ceiling latch whose period is over or whose
 * money fits under the (raised) ceiling again. One row per latch there was: a latch that stays needs a higher limit first.
 */
export const resumeSpending = `
create function resume_spending(p_by text, p_cheapest int8, p_zone text, p_now timestamptz)
returns table (latch_scope text, latch_period text, lifted boolean) language plpgsql set lock_timeout = '5s' as $$
declare
  v_at timestamptz;
  v_latch record;
  v_settled int8;
begin
  perform lock_gate();
  v_at := coalesce(p_now, clock_timestamp());
  update gate_state set held_at = null, held_reason = null, held_by = null, paused_until = null, breaker_opened_at = null,
      probe_attempt = null, probe_after = null where id = 1;
  delete from breaker_buckets;
  update incidents set resolved_at = v_at, resolved_by = p_by
    where resolved_at is null and kind in ('breaker-open', 'hold-open', 'charge-above-reservation');
  for v_latch in select * from limits l where l.ceiling_latched_at is not null order by l.scope, l.period loop
    latch_scope := v_latch.scope;
    latch_period := v_latch.period;
    lifted := true;
    if v_latch.ceiling_latched_start >= date_trunc(v_latch.period, v_at at time zone p_zone)::date then
      select s.settled_pico into v_settled from spend s
        where s.scope = v_latch.scope and s.period = v_latch.period and s.period_start = v_latch.ceiling_latched_start;
      lifted := v_latch.limit_pico is null
        or coalesce(v_settled, 0)::numeric + p_cheapest <= v_latch.limit_pico / 2 + v_latch.limit_pico;
    end if;
    if lifted then
      update limits l set ceiling_latched_at = null, ceiling_latched_start = null where l.scope = v_latch.scope and l.period = v_latch.period;
    end if;
    return next;
  end loop;
end $$`
