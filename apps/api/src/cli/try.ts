import { readFileSync } from 'node:fs'
import { CallerError, locales } from '@inkling/contracts'
import { Command, Option } from 'commander'
import { CommandFailure, requireEnvironment } from './command-failure.ts'

interface TryOptions {
  input: string
  variant?: string
  locale: 'en' | 'ko'
}

export function tryCommand(): Command {
  return new Command('try')
    .description('Ask for one suggestion and show the prompt, its cost bound, what safety found, and the answer')
    .argument('<suggestion>', 'for example coocook/chef-recommendation or coocook.chefRecommendation')
    .requiredOption('--input <file>', 'JSON file with the context; "-" reads standard input, "example" takes the example of the suggestion')
    .option('--variant <name>', 'the prompt variant (default: the control)')
    .addOption(new Option('--locale <locale>', 'language of the answer').choices(locales).default('en'))
    .action(async (name: string, options: TryOptions) => {
      const environment = requireEnvironment()
      const { tryOut } = await import('../try-out.ts')
      const context = options.input === 'example' ? undefined : readContext(options.input)
      const report = await tryOut(environment, { name, context, variant: options.variant, locale: options.locale }).catch(
        (error: Error) => {
          throw error instanceof CallerError || error.name === 'TryOutRefused' ? new CommandFailure(error.message) : error
        },
      )
      process.stdout.write(report)
    })
}

function readContext(file: string): unknown {
  let text: string
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch {
    throw new CommandFailure(`The file ${file} cannot be read.`)
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new CommandFailure(`The file ${file} is not valid JSON.`)
  }
}
