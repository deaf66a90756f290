import type { OperationOutput } from '@inkling/contracts'
import { type Difference, formatUsd, type LedgerRow, parseUsd, type Reconciliation, reconcile } from '@inkling/cost'
import { Command } from 'commander'
import { readBill } from '../reconcile/read-bill.ts'
import { callOperation } from './call-operation.ts'
import { CommandFailure } from './command-failure.ts'

interface ReconcileOptions {
  bill: string
  since?: string
  json?: boolean
}

const pageSize = 2_000

export function reconcileCommand(): Command {
  return new Command('reconcile')
    .description('Hold the ledger against a bill and name every difference; exit code 1 if there is one')
    .requiredOption('--bill <source>', 'file or address of a bill by request: { "entries": [{ "requestId", "usd" }] }')
    .option('--since <day>', 'only attempts since this UTC day, YYYY-MM-DD (default: all)')
    .option('--json', 'as JSON')
    .action(async (options: ReconcileOptions) => {
      const bill = await readBill(options.bill).catch((error: Error) => {
        throw new CommandFailure(error.message)
      })
      const found = reconcile(await ledgerRows(options.since), bill)
      process.stdout.write(`${options.json ? JSON.stringify(found, usdOfBigint, 2) : describe(found)}\n`)
      if (found.differences.length > 0) throw new CommandFailure(`The ledger differs from the bill in ${found.differences.length} places.`)
    })
}

async function ledgerRows(since: string | undefined): Promise<LedgerRow[]> {
  const rows: LedgerRow[] = []
  for (let after: string | undefined; ; ) {
    const { attempts } = await callOperation('attempts', { limit: pageSize, after, since })
    rows.push(...attempts.filter(({ state }) => state !== 'reserved').map(rowOf))
    if (attempts.length < pageSize) return rows
    after = attempts.at(-1)!.id
    process.stderr.write(`${rows.length} rows read ...\n`)
  }
}

function rowOf(attempt: OperationOutput<'attempts'>['attempts'][number]): LedgerRow {
  const { id, estimated, providerRequestId: requestId } = attempt
  return { id, estimated, charged: parseUsd(attempt.chargedUsd ?? '0')!, ...(requestId === undefined ? {} : { requestId }) }
}

function describe({ differences, rows, requests, charged, billed, estimatedSurplus }: Reconciliation): string {
  const totals = [
    `Ledger: ${rows} rows, $${formatUsd(charged)}`,
    `Bill: ${requests} requests, $${formatUsd(billed)}`,
    ...(estimatedSurplus > 0n ? [`Estimates hold $${formatUsd(estimatedSurplus)} more than was billed for them.`] : []),
  ]
  return [...totals, ...(differences.length === 0 ? ['No difference.'] : differences.map(sentenceOf))].join('\n')
}

function sentenceOf(difference: Difference): string {
  switch (difference.kind) {
    case 'missing-row':
      return `missing-row: ${difference.requestId} was billed $${formatUsd(difference.billed)}; the ledger has no row for it`
    case 'duplicate-row':
      return `duplicate-row: ${difference.requestId} has the rows ${difference.rows.join(', ')}`
    case 'not-billed':
      return `not-billed: row ${difference.row} holds $${formatUsd(difference.charged)}${difference.requestId ? ` for ${difference.requestId}` : ''}`
    default:
      return `${difference.kind}: row ${difference.row} holds $${formatUsd(difference.charged)} for ${difference.requestId}, which was billed $${formatUsd(difference.billed)}`
  }
}

const usdOfBigint = (_: string, value: unknown) =>
  typeof value === 'bigint' ? `${value < 0n ? '-' : ''}${formatUsd(value < 0n ? -value : value)}` : value
