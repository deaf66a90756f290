import type { OperationOutput } from '@inkling/contracts'
import { Command } from 'commander'
import { callOperation } from './call-operation.ts'

type Forecast = OperationOutput<'forecast'>
type Table = Forecast['roadmap'][number]

export function forecastCommand(): Command {
  return new Command('forecast')
    .description("Print the month's forecast, and the roadmap's cost tables beside what they are")
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const forecast = await callOperation('forecast', {})
      process.stdout.write(json ? `${JSON.stringify(forecast, null, 2)}\n` : describe(forecast))
    })
}

function describe(forecast: Forecast): string {
  return `${[...outlook(forecast), ...forecast.roadmap.flatMap(table)].join('\n')}\n`
}

function outlook({ basedOnDays, monthUsd, lowUsd, highUsd, budgetUsd, exceeds, sampling, monthToDateUsd }: Forecast): string[] {
  const expected =
    monthUsd === undefined
      ? 'No day is complete yet: the first forecast comes tomorrow.'
      : `30 days like the last ${basedOnDays}: $${monthUsd}${lowUsd === undefined ? '' : ` (90 %: $${lowUsd} to $${highUsd})`}`
  const verdict = exceeds ? 'the forecast exceeds it' : 'the forecast fits'
  const budget =
    budgetUsd === undefined ? 'No monthly limit.' : `Monthly limit: $${budgetUsd}${monthUsd === undefined ? '' : `; ${verdict}`}`
  return [expected, budget, `This month so far: $${monthToDateUsd}`, `Users who may cause new spending: ${Math.round(sampling * 100)} %`]
}

function table({ section, title, rows, note }: Table): string[] {
  const header = ['', 'printed', 'recomputed', 'difference', 'today']
  const cells = rows.map(({ label, stated, recomputed, difference, today }) => [label, stated, recomputed, difference ?? '', today ?? ''])
  const widths = header.map((_, column) => Math.max(...[header, ...cells].map((row) => row[column]!.length)))
  const line = (row: string[]) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  ')
  return ['', `Roadmap ${section}: ${title}`, line(header), ...cells.map(line), ...(note ? [note] : [])]
}
