/**
 * The gate's one lock: whoever reads or writes money holds it to the end of its transaction. An advisory lock, since its queue is fair and
 * since a refusal then writes nothing (row locks alone cost a refusal one fsync). Every statement after it sees what the last holder
 * committed. Row locks of spend, limits and attempts come only after it, so nobody can wait in a circle.
 */
export const lockGate = `
create function lock_gate() returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('inkling gate ' || current_schema()));
end $$`
