import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './root.ts'
import { soakBudget } from './soak/budget.ts'
import { soakFaults } from './soak/faults/soak-faults.ts'
import { readOptions } from './soak/options.ts'
import { soakRate } from './soak/rate.ts'
import { renderReport } from './soak/report.ts'
import { soakRetention } from './soak/retention.ts'
import type { Scenario, ScenarioResult } from './soak/scenario.ts'

/** In the order in which they run. Each brings servers of its own and ends them. */
const scenarios: readonly Scenario[] = [soakFaults, soakBudget, soakRate, soakRetention]

const options = readOptions(process.argv.slice(2), scenarios)
if ('text' in options) {
  const stream = options.isMistake ? process.stderr : process.stdout
  stream.write(options.text)
  process.exitCode = options.isMistake ? 1 : 0
} else {
  const results: ScenarioResult[] = []
  for (const scenario of options.scenarios) {
    const say = (text: string) => process.stderr.write(`${scenario.name}: ${text}\n`)
    results.push({ name: scenario.name, summary: scenario.summary, ...(await scenario.run({ ...options, say })) })
  }
  const report = renderReport(results, options, new Date())
  process.stdout.write(report)
  if (options.report !== undefined) {
    const file = join(root, options.report)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, report)
  }
  process.exitCode = results.every(({ checks }) => checks.every(({ holds }) => holds)) ? 0 : 1
}
