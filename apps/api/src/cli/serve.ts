import { Command } from 'commander'
import { CommandFailure, requireEnvironment } from './command-failure.ts'

export function serveCommand(): Command {
  return new Command('serve').description('Start the server; what is not configured runs embedded').action(async () => {
    const environment = requireEnvironment()
    // Loaded when needed: the small commands must not wait for the whole server.
    const { describeAddresses, startServer } = await import('../start-server.ts')
    const say = (text: string) => process.stderr.write(`${text}\n`)
    const server = await startServer(environment, (what) => say(`  ${what} ...`)).catch((error: Error) => {
      throw new CommandFailure(error.message)
    })
    say(describeAddresses(environment, server))
    await untilAskedToStop(server.reloadSecrets, say)
    say('Stopping: answers under way are finished first ...')
    await server.close()
    say('Stopped. Nothing was lost.')
  })
}

/** Resolves at Ctrl-C or SIGTERM. A second one ends the process at once. SIGHUP re-reads the token secrets. */
function untilAskedToStop(reloadSecrets: () => void, say: (text: string) => void): Promise<void> {
  process.on('SIGHUP', () => {
    try {
      reloadSecrets()
      say('The token secrets were read again.')
    } catch (error) {
      say(`${(error as Error).message} The former secrets stay in use.`)
    }
  })
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(130))
        resolve()
      })
    }
  })
}
