import { parseArgs } from 'node:util'
import { targetKeys } from './doors/targets.ts'

export interface Plan {
  warmUpSeconds: number
  rounds: number
  seconds: number
  /** Answers out of the cache between two looks at the heap. */
  memoryRequests: number
  /** Instead of a number: for so long. */
  memorySeconds?: number
  /** For each operation in process. */
  operationMilliseconds: number
  gateMilliseconds: number
  /** Of live answers at a fixed rate. */
  liveMilliseconds: number
  /** Replays a tenth of a day. */
  shortDay: boolean
  /** Processor time for each text. */
  safetyMilliseconds: number
}

export interface Options {
  plan: Plan
  json: boolean
  /** Empty: everything. */
  only: string[]
  profileFolder: string | undefined
}

const parts = [...targetKeys, 'overhead', 'memory', 'page', 'operations', 'safety', 'gate', 'replay'] as const

// Just-in-time compilation settles after about six seconds of load; three rounds show how much a machine wavers.
const full: Plan = {
  warmUpSeconds: 6,
  rounds: 3,
  seconds: 5,
  memoryRequests: 20_000,
  operationMilliseconds: 1_000,
  gateMilliseconds: 10_000,
  liveMilliseconds: 20_000,
  shortDay: false,
  safetyMilliseconds: 60,
}
const quick: Plan = {
  ...{ warmUpSeconds: 1, rounds: 1, seconds: 2, memoryRequests: 5_000, operationMilliseconds: 100, gateMilliseconds: 2_000 },
  ...{ liveMilliseconds: 4_000, shortDay: true, safetyMilliseconds: 12 },
}

const help = `npm run bench [-- options]

Requests a second, latencies and memory of this build, as ratios to bare node:http within one run, and what a person
waits for in a browser (CHROMIUM_PATH), from built pages. About four minutes.
The gate is measured where TEST_DATABASE_URL names a Postgres.

  --quick          one short round: shows that it runs, not how fast
  --only <part>    may be repeated: ${parts.join(', ')}
  --memory-minutes <n>  cached answers for so long between two looks at the heap, instead of a number of them
  --json           the results as JSON on stdout
  --profile <dir>  the server writes a CPU profile there
  --help
`

/** What the command line asks for, or the text to print instead of a run. */
export function readOptions(args: string[]): Options | { text: string; isMistake: boolean } {
  try {
    const { values } = parseArgs({
      args,
      options: {
        ...{ quick: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
        ...{ only: { type: 'string', multiple: true }, profile: { type: 'string' }, 'memory-minutes': { type: 'string' } },
      } as const,
    })
    if (values.help) return { text: help, isMistake: false }
    const { only = [] } = values
    const unknown = only.find((part) => !(parts as readonly string[]).includes(part))
    if (unknown !== undefined) return { text: `--only ${unknown}: there is no such part. Parts: ${parts.join(', ')}.\n`, isMistake: true }
    const plan = { ...(values.quick ? quick : full), ...memoryOf(values['memory-minutes']) }
    return { plan, json: values.json ?? false, only, profileFolder: values.profile }
  } catch (error) {
    return { text: `${(error as Error).message}\n`, isMistake: true }
  }
}

function memoryOf(minutes: string | undefined): Pick<Plan, 'memorySeconds'> {
  if (minutes === undefined) return {}
  if (!(Number(minutes) > 0)) throw new Error('--memory-minutes must be a number above 0.')
  return { memorySeconds: Number(minutes) * 60 }
}
