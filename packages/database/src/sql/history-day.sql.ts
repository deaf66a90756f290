/** The day (UTC) of a UUIDv7: its first 48 bits are milliseconds since 1970 (RFC 9562, section 5.7). */
export const historyDay = `
create function history_day(p_id uuid) returns date language sql immutable parallel safe as $$
  select (timestamp '1970-01-01' + ('x0000' || substr(replace(p_id::text, '-', ''), 1, 12))::bit(64)::int8 / 1000 * interval '1 second')::date
$$`
