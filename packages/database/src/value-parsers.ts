/** PostgreSQL type identifiers (pg_type.oid) whose default reading differs between the drivers or loses digits. */
const int8 = 20
const date = 1082
const numeric = 1700

/** Whole numbers become `bigint`; a numeric with a fraction stays text, since no JavaScript number holds it exactly. */
function readWhole(value: string): bigint | string {
  return /^-?\d+$/.test(value) ? BigInt(value) : value
}

/** The one place where both drivers learn to read money and days. A date stays `YYYY-MM-DD`: it has no time zone. */
export const valueParsers: Readonly<Record<number, (value: string) => unknown>> = {
  [int8]: (value) => BigInt(value),
  [numeric]: readWhole,
  [date]: (value) => value,
}
