import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildPages } from './build/build-pages.ts'
import { findBrowser } from './find-browser.ts'
import { root } from './root.ts'
import { closingLine, countTests, type TestCounts } from './test-results.ts'

const help = `npm test [-- [filter ...] [--coverage] [vitest option ...]]

Runs every test once: unit, then integration and browser, then types. A filter is a part of a path (packages/cost).

  TEST_DATABASE_URL   a Postgres that the tests may use (each takes a schema of its own)
  TEST_REDIS_URL      a Redis that the tests may use (each takes a prefix of its own)
  CHROMIUM_PATH       a Chrome, Chromium or Edge; absent: looked for in the usual places

Without one of them its tests do not run; with CI=true that is an error. Coverage and its floors belong to a run
of everything: --coverage, or CI=true. The last line is "N passed, N failed, N skipped".
`

interface Run {
  args: readonly string[]
  environment: NodeJS.ProcessEnv
}

/** What cannot be tested here, one line each. */
function findGaps({ TEST_DATABASE_URL, TEST_REDIS_URL }: NodeJS.ProcessEnv, browser: string | undefined): string[] {
  return [
    ...(TEST_DATABASE_URL ? [] : ['TEST_DATABASE_URL is not set: the tests against a real Postgres DO NOT RUN']),
    ...(TEST_REDIS_URL ? [] : ['TEST_REDIS_URL is not set: the tests against a real Redis DO NOT RUN']),
    ...(browser ? [] : ['no Chrome, Chromium or Edge was found (CHROMIUM_PATH names one): the browser tests DO NOT RUN']),
  ]
}

function plan(args: readonly string[], environment: NodeJS.ProcessEnv, browser: string | undefined): Run {
  // A word is a filter or an option's value (`-t name`, `--project unit`); options that choose nothing stand alone.
  const partial = args.some((arg) => !arg.startsWith('-') || arg.startsWith('--project='))
  const continuous = isSet(environment.CI)
  const coverage = continuous && !partial && !args.some((arg) => arg.startsWith('--coverage')) ? ['--coverage'] : []
  return {
    args: ['run', ...args, ...coverage],
    environment: {
      ...environment,
      ...(browser && { CHROMIUM_PATH: browser }),
      // The part of the code that a part of the tests reaches says nothing.
      ...(partial && { COVERAGE_FLOORS: 'off' }),
    },
  }
}

const isSet = (variable: string | undefined) => variable !== undefined && !['', '0', 'false'].includes(variable)

/** Runs Vitest with its report on a terminal and in a file; undefined counts where there is no report. */
async function runVitest({ args, environment }: Run): Promise<{ code: number; counts: TestCounts | undefined }> {
  const folder = mkdtempSync(join(tmpdir(), 'inkling-test-'))
  const report = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  try {
    const child = spawn(process.execPath, [vitest, ...args, ...reporters], {
      cwd: root,
      env: environment,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
    // A terminal sends Ctrl-C to the whole group: the runner ends itself, and this process tells the end.
    process.on('SIGINT', () => {})
    const code = await new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? 1)))
    return { code, counts: readCounts(report) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readCounts(report: string): TestCounts | undefined {
  try {
    return countTests(readFileSync(report, 'utf8'))
  } catch {
    return undefined
  }
}

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help)
    return 0
  }
  const browser = findBrowser(process.env, process.platform)
  const gaps = findGaps(process.env, browser)
  for (const gap of gaps) process.stderr.write(`\n*** ${gap}. ***\n`)
  if (gaps.length > 0 && isSet(process.env.CI)) {
    process.stderr.write('\nUnder CI a missing service or browser is an error.\n')
    process.stdout.write(`${closingLine({ passed: 0, failed: 1, skipped: 0 })}\n`)
    return 1
  }
  // The end-to-end tests open the real pages.
  buildPages()
  const { code, counts } = await runVitest(plan(args, process.env, browser))
  if (!counts) process.stderr.write('The test runner ended without a report.\n')
  else if (code !== 0 && counts.failed === 0)
    process.stderr.write('No test failed, yet the run did: a coverage floor, or an error outside the tests; see above.\n')
  process.stdout.write(`${closingLine(counts ?? { passed: 0, failed: 1, skipped: 0 })}\n`)
  return code === 0 && counts?.failed !== 0 ? 1 : code
}

process.exitCode = await main(process.argv.slice(2))
