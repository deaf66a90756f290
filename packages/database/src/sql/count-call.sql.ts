/**
 * Counts one finished call in its bucket of ten seconds and answers with the sums of the last five minutes: 30 buckets, the running one
 * included, which are reused in turn and so never become more.
 */
export const countCall = `
create function count_call(p_at timestamptz, p_failed boolean, out calls int8, out failures int8) language plpgsql as $$
declare
  v_bucket int8 := floor(extract(epoch from p_at) / 10);
begin
  insert into breaker_buckets as b (position, bucket, calls, failures)
    values (v_bucket % 30, v_bucket, 1, p_failed::int4)
    on conflict (position) do update set
      bucket = excluded.bucket,
      calls = case when b.bucket = excluded.bucket then b.calls + 1 else 1 end,
      failures = case when b.bucket = excluded.bucket then b.failures else 0 end + excluded.failures;
  select coalesce(sum(b.calls), 0), coalesce(sum(b.failures), 0) into calls, failures
    from breaker_buckets b where b.bucket > v_bucket - 30 and b.bucket <= v_bucket;
end $$`
