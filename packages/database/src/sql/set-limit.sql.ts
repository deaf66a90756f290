/**
 * Sets a limit; \`p_limit\` null means none. From the environment: only while no operator has set that one; answers whether it holds now.
 * Where the running period's money fits again, its 100 % latch is lifted; the ceiling's latch needs a person (\`resume_spending\`).
 */
export const setLimit = `
create function set_limit(p_scope text, p_period text, p_limit int8, p_origin text, p_by text, p_cheapest int8, p_zone text, p_now timestamptz)
returns boolean language plpgsql set lock_timeout = '5s' as $$
declare
  v_at timestamptz;
  v_start date;
begin
  perform lock_gate();
  v_at := coalesce(p_now, clock_timestamp());
  insert into limits as l (scope, period, limit_pico, origin, set_by, set_at) values (p_scope, p_period, p_limit, p_origin, p_by, v_at)
    on conflict (scope, period) do update
      set limit_pico = excluded.limit_pico, origin = excluded.origin, set_by = excluded.set_by, set_at = excluded.set_at
      where excluded.origin = 'operator' or l.origin = 'environment';
  if not found then
    return false;
  end if;
  v_start := date_trunc(p_period, v_at at time zone p_zone)::date;
  update spend s set latched_100 = false
    where s.scope = p_scope and s.period = p_period and s.period_start = v_start and s.latched_100
      and (p_limit is null or s.settled_pico::numeric + p_cheapest <= p_limit);
  return true;
end $$`
