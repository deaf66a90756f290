import { text as readAll } from 'node:stream/consumers'
import { createPlaceholderNumbering, detectInjection, inspectText, type SafetyLevel } from '@inkling/safety'
import { Command, Option } from 'commander'

interface InspectCommandOptions {
  level: SafetyLevel
  code?: true
  refusePersonalData?: true
}

export function inspectCommand(): Command {
  return new Command('inspect')
    .description('Show what the safety checks make of a text: what would leave, and whether it would')
    .argument('[text]', 'the text (default: standard input)')
    .addOption(new Option('--level <level>', 'the safety level of the prompt').choices(['low', 'medium', 'high']).default('medium'))
    .option('--code', 'the text is code: looked at line by line')
    .option('--refuse-personal-data', 'as with SAFETY_PERSONAL_DATA=refuse')
    .action(async (given: string | undefined, options: InspectCommandOptions) => {
      process.stdout.write(`${JSON.stringify(reportOn(given ?? (await readAll(process.stdin)), options), undefined, 2)}\n`)
    })
}

function reportOn(given: string, { level, code, refusePersonalData }: InspectCommandOptions) {
  const { text, redactions, refusal, findings } = inspectText(given, {
    ...{ level, kind: code ? 'code' : 'text', personalData: refusePersonalData ? 'refuse' : 'redact' },
    placeholders: createPlaceholderNumbering(),
  })
  const { verdict, score, rule } = detectInjection(given)
  return {
    refused: refusal ?? false,
    leaves: refusal === undefined ? text : null,
    redactions,
    findings,
    injection: { verdict, score, rule },
  }
}
