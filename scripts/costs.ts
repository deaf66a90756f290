import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { typicalUsageFile } from '../apps/api/src/documentation/typical-cost.ts'
import { measureUsage } from '../apps/api/src/testing/measure-usage.ts'
import { renderCosts } from './costs/render-costs.ts'
import { root } from './root.ts'

const help = `npm run costs

Measures the typical tokens of every suggestion: its example through the real pipeline to the simulator, in every variant and language.
Writes apps/api/src/documentation/typical-usage.json, from which OpenAPI and /api/docs show costs, and docs/SUGGESTION_COSTS.md.
The same sources give the same files. To be run after a change of a prompt, an example or a price.
`

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help)
    return 0
  }
  if (args.length > 0) {
    process.stderr.write(`Unknown: ${args.join(' ')}.\n\n${help}`)
    return 1
  }
  const measured = await measureUsage()
  write(typicalUsageFile, `${JSON.stringify(measured, undefined, 2)}\n`)
  write(join(root, 'docs', 'SUGGESTION_COSTS.md'), renderCosts(measured))
  return 0
}

function write(file: string | URL, text: string): void {
  const same = readFileSync(file, { encoding: 'utf8', flag: 'a+' }) === text
  if (!same) writeFileSync(file, text)
  process.stdout.write(`${same ? 'unchanged' : 'written  '}  ${String(file).replace(/^.*\/(?=apps|docs)/, '')}\n`)
}

process.exitCode = await main(process.argv.slice(2))
