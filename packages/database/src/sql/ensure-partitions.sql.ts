/**
 * Creates what is missing of the partitions of these days, both inclusive; the number created. Attaching takes a lock that lets
 * inserts go on (creating a partition in one step would not). Callers take turns; many replicas may call it at once.
 */
export const ensurePartitions = `
create function ensure_partitions(p_first date, p_last date) returns int4 language plpgsql as $$
declare
  v_parent text;
  v_name text;
  v_day date;
  v_created int4 := 0;
begin
  perform pg_advisory_xact_lock(hashtext('inkling partitions ' || current_schema()));
  for v_day in select d::date from generate_series(p_first::timestamp, p_last::timestamp, interval '1 day') d loop
    foreach v_parent in array array['attempts', 'events', 'experiment_viewed', 'served_answers', 'security_events'] loop
      v_name := v_parent || to_char(v_day, '_YYYYMMDD');
      if to_regclass(format('%I.%I', current_schema(), v_name)) is null then
        execute format('create table %I (like %I including all)', v_name, v_parent);
        execute format('alter table %I attach partition %I for values from (%L) to (%L)', v_parent, v_name, v_day, v_day + 1);
        v_created := v_created + 1;
      end if;
    end loop;
  end loop;
  return v_created;
end $$`
