/**
 * Makes the ring remember at least that many grants. The ring only grows: a smaller rate looks back fewer grants in it, so nothing that
 * still counts is ever forgotten. Grants before the oldest one remembered are older than the window, since no rate above the old size was
 * in force. The caller holds the gate's lock.
 */
export const resizeRateRing = `
create function resize_rate_ring(p_capacity int4) returns void language plpgsql as $$
declare
  v_old gate_state;
  v_times timestamptz[];
begin
  select * into v_old from gate_state where id = 1;
  -- Oldest first: the next grant would overwrite the oldest slot.
  select array_agg(s.used_at order by mod(s.position - mod(v_old.rate_grants, nullif(v_old.rate_capacity, 0)) + v_old.rate_capacity,
      nullif(v_old.rate_capacity, 0)))
    into v_times from rate_slots s;
  delete from rate_slots;
  insert into rate_slots (position, used_at)
    select n - 1, coalesce(v_times[n - (p_capacity - v_old.rate_capacity)], '-infinity')
      from generate_series(1, p_capacity) n;
  -- The next grant goes to position 0, which is the oldest.
  update gate_state set rate_capacity = p_capacity, rate_grants = 0 where id = 1;
end $$`
