import { parseArgs } from 'node:util'

export interface LoadOptions {
  minutes: number
  users: number
  /** Share of asks whose answer the cache has. */
  hitRate: number
  /** Where the report is written; absent: only to the terminal. */
  report: string | undefined
}

const help = `npm run load [-- options]

People who use the five products at the same time, against a server of its own with Postgres (TEST_DATABASE_URL), Redis
(where redis-server is installed) and Claude's stand-in at realistic latency. Ends with 1 where a bound is missed.

  --minutes <n>      how long, after a warm-up of a quarter of a minute; 1 unless given
  --users <n>        at the same time; 100 unless given
  --hit-rate <x>     share of asks that were asked before, 0 to 1; 0.58 unless given, what a replayed day reaches
  --report <file>    write the report there, too
  --help
`

/** What the command line asks for, or the text to print instead of a run. */
export function readLoadOptions(args: string[]): LoadOptions | { text: string; isMistake: boolean } {
  try {
    const { values } = parseArgs({
      args,
      options: {
        ...{ minutes: { type: 'string', default: '1' }, users: { type: 'string', default: '100' } },
        ...{ 'hit-rate': { type: 'string', default: '0.58' }, report: { type: 'string' }, help: { type: 'boolean' } },
      } as const,
    })
    if (values.help) return { text: help, isMistake: false }
    const [minutes, users, hitRate] = [Number(values.minutes), Number(values.users), Number(values['hit-rate'])]
    if (!(minutes > 0 && minutes <= 60)) return mistake('--minutes must be a number from above 0 to 60.')
    if (!(Number.isInteger(users) && users >= 1 && users <= 1_000)) return mistake('--users must be a whole number from 1 to 1,000.')
    if (!(hitRate >= 0 && hitRate <= 1)) return mistake('--hit-rate must be a number from 0 to 1.')
    return { minutes, users, hitRate, report: values.report }
  } catch (error) {
    return mistake((error as Error).message)
  }
}

const mistake = (text: string) => ({ text: `${text}\n`, isMistake: true })
