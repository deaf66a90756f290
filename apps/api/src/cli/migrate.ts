import { Command } from 'commander'
import { databaseLocation } from '../compose-database.ts'
import { CommandFailure, requireEnvironment } from './command-failure.ts'

export function migrateCommand(): Command {
  return new Command('migrate')
    .description("Bring the database's tables up to date")
    .option('--down', 'take the newest migration back instead; its data is lost')
    .action(async (options: { down?: boolean }) => {
      const environment = requireEnvironment()
      const { migrate, migrateDown, openDatabase } = await import('@inkling/database')
      const database = await openDatabase(databaseLocation(environment)).catch((error: Error) => {
        throw new CommandFailure(error.message)
      })
      try {
        const applied = await (options.down ? migrateDown(database) : migrate(database))
        const what = options.down ? 'taken back' : 'applied'
        process.stdout.write(applied.length === 0 ? 'Nothing to do.\n' : applied.map((name) => `${name} ${what}\n`).join(''))
      } catch (error) {
        throw new CommandFailure(`The migration failed: ${(error as Error).message}`)
      } finally {
        await database.close()
      }
    })
}
