import { costOfUsage, formatUsd, type MessagesUsage } from '@inkling/cost'
import { Command } from 'commander'
import { CommandFailure } from './command-failure.ts'

interface PriceOptions {
  model: string
  usage: string
  at?: string
  stopReason?: string
}

export function priceCommand(): Command {
  return new Command('price')
    .description('Print the exact cost of a usage in USD')
    .requiredOption('--model <id>', 'the exact model id')
    .requiredOption('--usage <json>', 'usage as the Messages API reports it')
    .option('--at <day>', 'the UTC day whose prices hold, YYYY-MM-DD (default: today)')
    .option('--stop-reason <reason>', 'stop_reason of the answer; "refusal" means one without content, which is not billed')
    .action((options: PriceOptions) => {
      process.stdout.write(`${priceOf(options)}\n`)
    })
}

function priceOf({ model, usage, at, stopReason }: PriceOptions): string {
  const contentEmpty = stopReason === 'refusal'
  const cost = costOfUsage({ model, usage: parseUsage(usage), at: at ?? new Date(), stopReason, contentEmpty })
  if (cost.ok) return formatUsd(cost.picoUsd)
  throw new CommandFailure(cost.message)
}

function parseUsage(json: string): MessagesUsage {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw new CommandFailure('The option --usage is not valid JSON. Example: \'{"input_tokens":150,"output_tokens":75}\'')
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new CommandFailure('The option --usage must be a JSON object. Example: \'{"input_tokens":150,"output_tokens":75}\'')
}
