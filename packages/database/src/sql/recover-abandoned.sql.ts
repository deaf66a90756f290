/**
 * Settles, at their full amount and marked estimated, the open reservations of processes that have not been heard of for \`p_stale_ms\`
 * (or of all other processes where \`p_others\`, for the database that has one owner); the number settled. An exact settlement that still
 * comes replaces the estimate.
 */
export const recoverAbandoned = `
create function recover_abandoned(p_process text, p_others boolean, p_stale_ms int8, p_cheapest int8, p_now timestamptz)
returns int8 language plpgsql set lock_timeout = '300ms' as $$
declare
  v_at timestamptz;
  v_id uuid;
  v_count int8 := 0;
begin
  perform lock_gate();
  v_at := coalesce(p_now, clock_timestamp());
  for v_id in
    select a.id from attempts a left join processes p on p.id = a.process_id
      where a.state = 'reserved' and a.process_id <> p_process
        and (p_others or coalesce(p.heartbeat_at, a.reserved_at) < v_at - p_stale_ms * interval '1 millisecond')
      order by a.id limit 500
  loop
    -- A lost probe is no sign of health.
    perform settle_attempt(v_id, 'abandoned', null, true,
      case when exists (select from gate_state g where g.probe_attempt = v_id) then 'failure' else 'none' end,
      null, null, null, null, null, null, null, '{}', null, p_cheapest, p_now);
    v_count := v_count + 1;
  end loop;
  if not p_others then
    delete from processes where heartbeat_at < v_at - interval '1 day';
  end if;
  return v_count;
end $$`
