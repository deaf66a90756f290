import { checkAudit } from './checks/check-audit.ts'
import { checkCompose } from './checks/check-compose.ts'
import { checkDependencies } from './checks/check-dependencies.ts'
import { checkExpressions } from './checks/check-expressions.ts'
import { checkReadmes } from './checks/check-readmes.ts'
import { checkSizes } from './checks/check-sizes.ts'
import { checkVersions } from './checks/check-versions.ts'
import { checkWidgetFolders } from './checks/check-widget-folders.ts'
import type { Outcome, Step } from './checks/step.ts'
import { runTool } from './run-tool.ts'

const tool = (name: string, ...args: string[]) => runTool(name, args)

// The slow ones first: with two at a time, the short ones fill the gaps.
const steps: readonly Step[] = [
  {
    name: 'types',
    about: 'TypeScript over everything that runs in Node',
    run: () => tool('tsc', '-p', 'tsconfig.json', '--pretty', 'false'),
  },
  {
    name: 'types-browser',
    about: 'TypeScript over everything that runs in a browser',
    run: () => tool('tsc', '-p', 'tsconfig.browser.json', '--pretty', 'false'),
  },
  {
    name: 'types-promises',
    about: 'TypeScript over the tests of the thirteen promises, which run in both',
    run: () => tool('tsc', '-p', 'tsconfig.promises.json', '--pretty', 'false'),
  },
  {
    name: 'unused',
    about: 'knip: unused files, exports and dependencies, and undeclared ones',
    run: () => tool('knip', '--no-progress', '--no-config-hints'),
  },
  { name: 'sizes', about: 'what a browser loads, against scripts/size-budgets.json', run: checkSizes },
  {
    name: 'style',
    about: 'Biome: lint and format',
    run: () => tool('biome', 'ci', '--colors=off', '--error-on-warnings', '--max-diagnostics=200', '.'),
  },
  { name: 'dependencies', about: 'who may import what, cycles, barrels, process.env, console, names', run: checkDependencies },
  { name: 'expressions', about: 'no regular expression of the safety package backtracks beyond linear time', run: checkExpressions },
  { name: 'versions', about: 'one pinned version of each dependency', run: checkVersions },
  { name: 'compose', about: 'docker-compose.yml against the Compose Specification', run: checkCompose },
  { name: 'widget-folders', about: 'the same files in every widget package, three components and three hooks', run: checkWidgetFolders },
  { name: 'audit', about: 'known holes of the locked dependencies, against scripts/audit-exceptions.json', run: () => checkAudit() },
  { name: 'readmes', about: 'a README of at most 25 lines in every package', run: checkReadmes },
]

const help = `npm run check [-- <step> ...]

Runs every step, or the named ones, two at a time. Exit code 1 when one fails.

${steps.map(({ name, about }) => `  ${name.padEnd(14)} ${about}`).join('\n')}
`

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help)
    return 0
  }
  const unknown = args.filter((arg) => !steps.some(({ name }) => name === arg))
  if (unknown.length > 0) {
    process.stderr.write(`Unknown step: ${unknown.join(', ')}. Steps: ${steps.map(({ name }) => name).join(', ')}.\n`)
    return 1
  }
  const queue = steps.filter(({ name }) => args.length === 0 || args.includes(name))
  const failed: string[] = []
  const worker = async () => {
    for (let step = queue.shift(); step; step = queue.shift()) if (!(await runStep(step))) failed.push(step.name)
  }
  await Promise.all([worker(), worker()])
  process.stdout.write(failed.length === 0 ? 'All checks passed\n' : `Failed: ${failed.join(', ')}\n`)
  return failed.length === 0 ? 0 : 1
}

async function runStep(step: Step): Promise<boolean> {
  const start = performance.now()
  const outcome = await step
    .run()
    .catch((error: unknown): Outcome => ({ ok: false, output: error instanceof Error ? (error.stack ?? error.message) : String(error) }))
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const note = outcome.note ? `  ${outcome.note}` : ''
  process.stdout.write(`${outcome.ok ? 'ok  ' : 'FAIL'} ${step.name.padEnd(14)} ${seconds.padStart(5)} s${note}\n`)
  if (!outcome.ok && outcome.output) process.stdout.write(`${outcome.output.trimEnd().replace(/^/gm, '     ')}\n`)
  return outcome.ok
}

process.exitCode = await main(process.argv.slice(2))
