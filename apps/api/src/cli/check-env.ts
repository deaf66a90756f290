import { Command } from 'commander'
import { describeProblems, processEnvironment } from '../env.ts'
import { loadSecrets } from '../secrets.ts'
import { CommandFailure } from './command-failure.ts'

export function checkEnvCommand(): Command {
  return new Command('check-env').description('Say what is wrong with the environment, or that nothing is').action(() => {
    const read = processEnvironment()
    if ('problems' in read) throw new CommandFailure(describeProblems(read.problems))
    try {
      loadSecrets(read.environment)
    } catch (error) {
      throw new CommandFailure((error as Error).message)
    }
    const { embedded, DATABASE_URL, REDIS_URL, GROWTHBOOK_API_HOST, ANTHROPIC_API_KEY } = read.environment
    const parts = [
      ['money and events', DATABASE_URL ? 'Postgres' : 'PGlite in the data folder'],
      ['cache', REDIS_URL ? 'Redis' : 'in the process'],
      ['flags', GROWTHBOOK_API_HOST ? 'GrowthBook' : 'payload file in the data folder'],
      ['Claude', ANTHROPIC_API_KEY ? 'the Messages API' : 'the local simulator'],
    ]
    const lines = parts.map(([name, value]) => `  ${name}: ${value}`)
    process.stdout.write(`The environment is valid${embedded ? ' (embedded mode)' : ''}.\n${lines.join('\n')}\n`)
  })
}
