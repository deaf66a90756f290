import type { OperationOutput } from '@inkling/contracts'
import { formatUsd } from '@inkling/cost'
import type { ledger } from '@inkling/database'

/** A row of the ledger without the person whom it is about. */
export function describeAttempt(
  row: Awaited<ReturnType<typeof ledger.pageOfAttempts>>[number],
): OperationOutput<'attempts'>['attempts'][number] {
  const { id, product, suggestion, tier, model, variant, state, estimated, day } = row
  return {
    ...{ id, product, suggestion, tier, model, variant, state, estimated, day },
    suggestionId: row.suggestion_id,
    promptVersion: row.prompt_version,
    reservedUsd: formatUsd(row.reserved_pico),
    reservedAt: row.reserved_at.toISOString(),
    ...(row.outcome === null ? {} : { outcome: row.outcome }),
    ...(row.charged_pico === null ? {} : { chargedUsd: formatUsd(row.charged_pico) }),
    ...(row.provider_request_id === null ? {} : { providerRequestId: row.provider_request_id }),
    ...(row.settled_at === null ? {} : { settledAt: row.settled_at.toISOString() }),
  }
}
