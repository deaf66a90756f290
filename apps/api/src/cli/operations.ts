import { type OperationInput, type Product, periods, products, scopes } from '@inkling/contracts'
import { Command, Option } from 'commander'
import { callOperation } from './call-operation.ts'
import { CommandFailure } from './command-failure.ts'

type SetLimit = OperationInput<'setLimit'>
interface Target {
  product?: Product
  suggestion?: string
  reason?: string
}

const print = (text: string) => void process.stdout.write(`${text}\n`)
const printJson = (value: unknown) => print(JSON.stringify(value, null, 2))
const scopeOption = () => new Option('--scope <scope>', 'everything, or one product').choices(scopes)
const periodOption = () => new Option('--period <period>').choices(periods)
const targetOf = (command: Command) =>
  command
    .addOption(new Option('--product <product>', 'this product alone').choices(products))
    .option('--suggestion <suggestion>', 'this suggestion alone, for example coocook/menu-curation')

/** What operators do from a terminal. Each command goes through a running server where there is one, else to the database. */
export function operationCommands(): Command[] {
  return [
    statusCommand(),
    incidentsCommand(),
    limitsCommand(),
    disableCommand(),
    enableCommand(),
    holdCommand(),
    resumeCommand(),
    purgeCommand(),
    auditCommand(),
    personCommand('erase', 'Erase a person; prints the receipt as JSON'),
    personCommand('export', 'Print everything that is kept of a person, as JSON'),
  ]
}

function statusCommand(): Command {
  return new Command('status')
    .description('Print money, breaker, rate and switches at this moment, as JSON')
    .action(async () => printJson(await callOperation('status', {})))
}

function incidentsCommand(): Command {
  return new Command('incidents')
    .description('Print the newest incidents, as JSON')
    .option('--limit <count>', 'how many', '50')
    .option('--open', 'unresolved ones only')
    .action(async ({ limit, open }: { limit: string; open?: boolean }) =>
      printJson((await callOperation('incidents', { limit: Number(limit), open: open === true })).incidents),
    )
}

function limitsCommand(): Command {
  const get = new Command('get')
    .description('Print the limits in USD; with scope and period the amount alone ("none": no limit)')
    .addOption(scopeOption())
    .addOption(periodOption())
    .action(async ({ scope, period }: Partial<SetLimit>) => {
      const { limits } = await callOperation('limits', {})
      const found = limits.filter((limit) => (!scope || limit.scope === scope) && (!period || limit.period === period))
      if (scope && period) return print(found[0]?.limitUsd ?? 'none')
      for (const limit of found) print([limit.scope, limit.period, limit.limitUsd ?? 'none', `set by ${limit.setBy}`].join('\t'))
    })
  const set = new Command('set')
    .description('Set a limit; it holds from now on, over the configured value and restarts')
    .addOption(scopeOption().makeOptionMandatory())
    .addOption(periodOption().makeOptionMandatory())
    .requiredOption('--usd <amount>', 'for example 0.20; "none" takes the limit away')
    .action(async ({ scope, period, usd }: { [Name in keyof SetLimit]: NonNullable<SetLimit[Name]> }) => {
      const { limits } = await callOperation('setLimit', { scope, period, usd: usd === 'none' ? null : usd })
      print(limits.find((limit) => limit.scope === scope && limit.period === period)?.limitUsd ?? 'none')
    })
  return new Command('limits').description('See and set what may be spent').addCommand(get).addCommand(set)
}

function disableCommand(): Command {
  return targetOf(new Command('disable').description('Switch everything, a product or a suggestion off, at once'))
    .option('--reason <text>', 'why; people read it in the audit log')
    .action(async (target: Target) => print(`${(await callOperation('disable', target)).target} is off`))
}

function enableCommand(): Command {
  return targetOf(new Command('enable').description('Take a switch back')).action(async (target: Target) => {
    const { target: name, wasDisabled } = await callOperation('enable', target)
    print(wasDisabled ? `${name} is on again` : `${name} was not switched off`)
  })
}

function holdCommand(): Command {
  return new Command('hold')
    .description('Hold the breaker open: cache and templates only, until "resume"')
    .requiredOption('--reason <text>', 'why; people read it in the audit log')
    .action(async (options: { reason: string }) => {
      await callOperation('hold', options)
      print('no new spending')
    })
}

function resumeCommand(): Command {
  return new Command('resume')
    .description('Let spending go on: ends hold, breaker and pause, and lifts the ceilings whose money fits again')
    .action(async () => {
      const { remaining } = await callOperation('resume', {})
      const names = remaining.map(({ scope, period }) => `${scope} ${period}`)
      if (names.length > 0) {
        throw new CommandFailure(`Still over 150 %: ${names.join(', ')}. Raise the limit with "limits set", then resume again.`)
      }
      print('spending goes on')
    })
}

function purgeCommand(): Command {
  return new Command('purge')
    .description('Remove cached answers everywhere, within seconds')
    .option('--answer <id>', 'the suggestionId under which it was shown')
    .option('--suggestion <suggestion>', 'all of a suggestion, for example coocook/menu-curation')
    .option('--prompt-version <version>', 'only those of this prompt version')
    .action(async (target: OperationInput<'purge'>) => print(String((await callOperation('purge', target)).removed)))
}

function personCommand(name: 'erase' | 'export', description: string): Command {
  return new Command(name)
    .description(description)
    .addOption(new Option('--product <product>', 'whose user it is').choices(products).makeOptionMandatory())
    .requiredOption('--user <id>', "the product's own id of the user")
    .action(async (person: { product: Product; user: string }) => printJson(await callOperation(name, person)))
}

function auditCommand(): Command {
  const verify = new Command('verify').description('Find a changed or missing row of the audit log').action(async () => {
    const found = await callOperation('verifyAudit', {})
    if (!found.intact) throw new CommandFailure(`The audit log is not intact: ${found.problem}.`)
    print(`${found.rows} rows, intact; the last one's code is ${found.code || 'none'}`)
  })
  return new Command('audit').description('The record of what operators did').addCommand(verify)
}
