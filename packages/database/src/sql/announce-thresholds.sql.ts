/**
 * Compares one period's money with its limit and writes what it has reached: 25, 50 and 75 % by settled money; 100 % and the ceiling of
 * 150 % when settled money plus the cheapest possible reservation no longer fits. Each incident exists once per scope, period and start,
 * by its key. The latches are set again where an operator had cleared them. The caller holds the gate's lock.
 */
export const announceThresholds = `
create function announce_thresholds(p_scope text, p_period text, p_start date, p_at timestamptz, p_cheapest int8)
returns void language plpgsql as $$
declare
  v_money record;
  v_level int4;
begin
  select s.settled_pico, s.announced, s.latched_100, l.limit_pico, l.ceiling_latched_at
    into v_money
    from spend s join limits l on l.scope = s.scope and l.period = s.period
    where s.scope = p_scope and s.period = p_period and s.period_start = p_start and l.limit_pico is not null;
  if not found then
    return;
  end if;

  v_level := case
    when v_money.settled_pico::numeric + p_cheapest > v_money.limit_pico / 2 + v_money.limit_pico then 150
    when v_money.settled_pico::numeric + p_cheapest > v_money.limit_pico then 100
    when v_money.settled_pico = 0 then 0
    when v_money.settled_pico::numeric * 4 >= v_money.limit_pico::numeric * 3 then 75
    when v_money.settled_pico::numeric * 2 >= v_money.limit_pico then 50
    when v_money.settled_pico::numeric * 4 >= v_money.limit_pico then 25
    else 0
  end;

  if v_level >= 100 and not v_money.latched_100 then
    update spend set latched_100 = true where scope = p_scope and period = p_period and period_start = p_start;
  end if;
  if v_level = 150 and v_money.ceiling_latched_at is null then
    update limits set ceiling_latched_at = p_at, ceiling_latched_start = p_start where scope = p_scope and period = p_period;
  end if;
  if v_level > v_money.announced then
    insert into incidents (key, kind, severity, scope, period, period_start, threshold, details, occurred_at)
      select format('budget:%s:%s:%s:%s', p_scope, p_period, p_start, threshold), 'budget-threshold',
          case threshold when 25 then 'info' when 50 then 'warning' else 'critical' end, p_scope, p_period, p_start, threshold,
          jsonb_build_object('settledPico', v_money.settled_pico::text, 'limitPico', v_money.limit_pico::text), p_at
        from unnest(array[25, 50, 75, 100, 150]) threshold
        where threshold > v_money.announced and threshold <= v_level
      on conflict (key) do nothing;
    update spend set announced = v_level where scope = p_scope and period = p_period and period_start = p_start;
  end if;
end $$`
