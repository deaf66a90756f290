import { Command } from 'commander'
import { checkEnvCommand } from './check-env.ts'
import { CommandFailure } from './command-failure.ts'
import { forecastCommand } from './forecast.ts'
import { inspectCommand } from './inspect.ts'
import { migrateCommand } from './migrate.ts'
import { operationCommands } from './operations.ts'
import { priceCommand } from './price.ts'
import { reconcileCommand } from './reconcile.ts'
import { serveCommand } from './serve.ts'
import { tokenCommand } from './token.ts'
import { tryCommand } from './try.ts'

// What is asked for goes to stdout, everything else to stderr: output can be piped.
const program = new Command('inkling')
  .description('AI suggestions inside products: the server and its tools')
  .showHelpAfterError('(--help shows what the command takes)')
  .addCommand(serveCommand())
  .addCommand(migrateCommand())
  .addCommand(checkEnvCommand())
  .addCommand(tokenCommand())
  .addCommand(priceCommand())
  .addCommand(tryCommand())
  .addCommand(inspectCommand())
  .addCommand(forecastCommand())
  .addCommand(reconcileCommand())
for (const command of operationCommands()) program.addCommand(command)

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof CommandFailure)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
