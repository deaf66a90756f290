import type { Scenario } from './scenario.ts'

export interface SoakOptions {
  seed: number
  requests: number
  rows: number
  scenarios: readonly Scenario[]
  /** Relative to the root; absent: printed only. */
  report?: string
}

const defaults = { seed: 1, requests: 10_000, rows: 10_000_000, report: 'docs/operations/soak-report.md' }
const most = { seed: 1_000_000, requests: 1_000_000, rows: 100_000_000 }

const help = (scenarios: readonly Scenario[]) => `npm run soak [-- option ...]

Three replicas under load while everything around them fails, on a Postgres, a Redis and a Claude simulator of their own.

  --requests N     how many requests the scenario with faults sends (${defaults.requests})
  --rows N         how many rows of history the scenario with retention drops (${defaults.rows})
  --seed N         decides every draw, so that a run can be repeated (${defaults.seed})
  --only A,B       scenarios, of ${scenarios.map(({ name }) => name).join(', ')} (all)
  --no-report      print the report, and leave ${defaults.report} as it is

${scenarios.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`).join('\n')}

Needs Postgres' programs and redis-server; leaves the machine's own servers alone. The report says what held; the exit code is 1 if
anything did not. Some two minutes for a thousand requests on two cores.
`

/** What to do, or the text to print: the help, or a mistake. */
export function readOptions(args: readonly string[], scenarios: readonly Scenario[]): SoakOptions | { text: string; isMistake: boolean } {
  const options: SoakOptions = { ...defaults, scenarios }
  const mistake = (sentence: string) => ({ text: `${sentence}\n\n${help(scenarios)}`, isMistake: true })
  const rest = [...args]
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--help' || arg === '-h') return { text: help(scenarios), isMistake: false }
    if (arg === '--no-report') {
      delete options.report
      continue
    }
    const value = rest.shift()
    if (value === undefined) return mistake(`${arg} needs a value.`)
    const name = arg.slice(2)
    if (name === 'seed' || name === 'requests' || name === 'rows') {
      const number = Number(value)
      if (!Number.isInteger(number) || number < 1 || number > most[name]) {
        return mistake(`${arg} must be a whole number from 1 to ${most[name]}, not "${value}".`)
      }
      options[name] = number
    } else if (arg === '--only') {
      const names = value.split(',')
      const unknown = names.find((name) => !scenarios.some((scenario) => scenario.name === name))
      if (unknown !== undefined) return mistake(`--only: there is no scenario "${unknown}".`)
      options.scenarios = scenarios.filter(({ name }) => names.includes(name))
    } else return mistake(`Unknown option ${arg}.`)
  }
  return options
}
