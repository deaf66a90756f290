import { type OperationOutput, type periods, scopes } from '@inkling/contracts'
import { formatUsd } from '@inkling/cost'
import { type Database, type GateOperations, type GateStatus, type Limit, ledger } from '@inkling/database'

type Status = OperationOutput<'status'>
type LimitRow = OperationOutput<'limits'>['limits'][number]
type Scope = (typeof scopes)[number]
type Period = (typeof periods)[number]

/** The first day of the current day and month in the budget's time zone, `YYYY-MM-DD`. */
export function currentPeriods(timeZone: string, now: number): Record<Period, string> {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now)
  return { day, month: `${day.slice(0, 7)}-01` }
}

/** Every scope that has a limit or has spent; the deployment as a whole always. */
export async function describeSpending(
  database: Database,
  operations: GateOperations,
  timeZone: string,
  now: number,
): Promise<Status['spending']> {
  const limits = await operations.limits()
  const starts = currentPeriods(timeZone, now)
  const rows = scopes.flatMap((scope) =>
    (['day', 'month'] as const).map(async (period) => {
      const { settled, reserved, limit, latched } = await ledger.spendOf(database, scope, period, starts[period])
      const isOfInterest = scope === 'global' || settled + reserved > 0n || limits.some((each) => each.scope === scope)
      const amounts = { settledUsd: formatUsd(settled), reservedUsd: formatUsd(reserved) }
      const row = { scope, period, start: starts[period], ...amounts, exhausted: latched }
      return isOfInterest ? [limit === undefined ? row : { ...row, limitUsd: formatUsd(limit) }] : []
    }),
  )
  return (await Promise.all(rows)).flat()
}

export function describeLimit({ scope, period, pico, origin, setBy, setAt }: Limit): LimitRow {
  const limit = pico === undefined ? {} : { limitUsd: formatUsd(pico) }
  return { scope: scope as Scope, period, ...limit, origin, setBy, setAt: setAt.toISOString() }
}

export function describeGate(
  status: GateStatus,
  requestsPerMinute: number,
): Omit<Status, 'spending' | 'disabled' | 'sampling' | 'openIncidents' | 'retention' | 'prices'> {
  const { held, breaker, pausedUntil, rateRemaining, ceilingLatches } = status
  return {
    ...(held ? { held: { ...held, since: held.since.toISOString() } } : {}),
    breaker:
      breaker.state === 'closed'
        ? breaker
        : {
            state: 'open',
            since: breaker.since.toISOString(),
            ...(breaker.reason === undefined ? {} : { reason: breaker.reason }),
            nextProbeAt: breaker.nextProbeAt.toISOString(),
            probing: breaker.isProbing,
          },
    ...(pausedUntil ? { pausedUntil: pausedUntil.toISOString() } : {}),
    rate: { perMinute: requestsPerMinute, remaining: rateRemaining },
    ceilings: ceilingLatches.map(({ scope, period, since }) => ({ scope: scope as Scope, period, since: since.toISOString() })),
  }
}
