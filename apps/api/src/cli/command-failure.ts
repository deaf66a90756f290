import { describeProblems, type Environment, processEnvironment } from '../env.ts'

/** What the person at the command line can mend: its message is all that is shown, and the exit code is 1. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure'
}

/** The environment, or the end of the command with a sentence for each problem. */
export function requireEnvironment(): Environment {
  const read = processEnvironment()
  if ('environment' in read) return read.environment
  throw new CommandFailure(describeProblems(read.problems))
}
