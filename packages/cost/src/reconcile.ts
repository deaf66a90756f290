/** One attempt as the ledger has it. Amounts in pico-dollars (10^-12 USD). */
export interface LedgerRow {
  id: string
  /** Absent where no answer's header arrived. */
  requestId?: string
  charged: bigint
  /** Not computed from complete usage. */
  estimated: boolean
}

/** One request as the provider billed it. */
export interface BilledRequest {
  requestId: string
  billed: bigint
}

export type Difference =
  /** Billed, but no row has that request id, and no row without one is large enough to stand for it. */
  | { kind: 'missing-row'; requestId: string; billed: bigint }
  /** Two rows for one request. */
  | { kind: 'duplicate-row'; requestId: string; rows: string[] }
  /** Computed from complete usage, and not what was billed. */
  | { kind: 'different-amount'; requestId: string; row: string; charged: bigint; billed: bigint }
  /** An estimate below what was billed. */
  | { kind: 'estimated-too-low'; requestId: string; row: string; charged: bigint; billed: bigint }
  /** Charged as known, but the bill does not have it. */
  | { kind: 'not-billed'; requestId?: string; row: string; charged: bigint }

export interface Reconciliation {
  /** Empty: the ledger equals the bill for every attempt with known usage, and its estimates cover the rest. */
  differences: Difference[]
  rows: number
  requests: number
  charged: bigint
  billed: bigint
  /** What estimates hold beyond the bill. */
  estimatedSurplus: bigint
}

/** Holds the ledger against a bill, request by request. Requests whose id never reached us are covered by the estimated rows without one. */
export function reconcile(rows: readonly LedgerRow[], bill: readonly BilledRequest[]): Reconciliation {
  const byRequest = Map.groupBy(
    rows.filter(({ requestId }) => requestId !== undefined),
    ({ requestId }) => requestId as string,
  )
  const billed = new Map(bill.map((request) => [request.requestId, request.billed]))
  const differences: Difference[] = []
  const unmatched: BilledRequest[] = []

  for (const request of bill) {
    const [row, ...others] = byRequest.get(request.requestId) ?? []
    if (!row) unmatched.push(request)
    else if (others.length > 0)
      differences.push({ kind: 'duplicate-row', requestId: request.requestId, rows: [row, ...others].map(({ id }) => id) })
    else if (row.estimated ? row.charged < request.billed : row.charged !== request.billed) {
      const kind = row.estimated ? 'estimated-too-low' : 'different-amount'
      differences.push({ kind, requestId: request.requestId, row: row.id, charged: row.charged, billed: request.billed })
    }
  }
  for (const { id, requestId, charged, estimated } of rows) {
    const isBilled = requestId !== undefined && billed.has(requestId)
    if (!isBilled && !estimated && charged > 0n)
      differences.push({ kind: 'not-billed', ...(requestId === undefined ? {} : { requestId }), row: id, charged })
  }
  differences.push(...uncovered(unmatched, rows))

  const sum = (amounts: readonly bigint[]) => amounts.reduce((total, each) => total + each, 0n)
  const charged = sum(rows.map((row) => row.charged))
  const total = sum(bill.map((request) => request.billed))
  return {
    ...{ differences, charged, billed: total, rows: rows.length, requests: bill.length },
    estimatedSurplus:
      sum(rows.filter(({ estimated }) => estimated).map((row) => row.charged - (billed.get(row.requestId ?? '') ?? 0n))) -
      sum(unmatched.map((request) => request.billed)),
  }
}

/** The largest request takes the smallest row that covers it, so that as many as possible are covered. */
function uncovered(requests: readonly BilledRequest[], rows: readonly LedgerRow[]): Difference[] {
  const spare = rows
    .filter(({ requestId, estimated }) => requestId === undefined && estimated)
    .map(({ charged }) => charged)
    .sort(ascending)
  return requests
    .toSorted((left, right) => ascending(right.billed, left.billed))
    .flatMap(({ requestId, billed }) => {
      const index = spare.findIndex((charged) => charged >= billed)
      if (index < 0) return [{ kind: 'missing-row', requestId, billed } as const]
      spare.splice(index, 1)
      return []
    })
}

function ascending(left: bigint, right: bigint): number {
  return left < right ? -1 : left > right ? 1 : 0
}
