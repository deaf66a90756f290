import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { collectExpressions } from '../expressions/collect-expressions.ts'
import { findRepeatProblem } from '../expressions/find-repeats.ts'
import { root } from '../root.ts'
import type { Outcome } from './step.ts'

const folder = 'packages/safety/src'

/** Expressions that look at a bounded piece of text alone, with the bound. */
const bounded = new Map([
  [
    String.raw`^(?:\(\?<!(?:[^()]|\([^()]*\))*\)|\(\?:\^(?:[^()]|\([^()]*\))*\)(?:\(\?:[^()]*\)\?)?|\\b)*`,
    'reads the rules of the package, when it is loaded',
  ],
])

/** No regular expression of the safety package, which reads what strangers write, backtracks beyond linear time. */
export async function checkExpressions(): Promise<Outcome> {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('.test'))
    .map((name) => `${folder}/${name}`)
  const expressions = await collectExpressions(files)
  const problems = expressions.flatMap(({ source, flags, where }) => {
    const problem = findRepeatProblem(source, flags)
    return problem === undefined || bounded.has(source) ? [] : [`${where}: ${problem}: /${source}/${flags}`]
  })
  const unused = [...bounded.keys()].filter((source) => !expressions.some((expression) => expression.source === source))
  problems.push(...unused.map((source) => `check-expressions.ts: no expression is /${source}/ any more`))
  return { ok: problems.length === 0, output: problems.join('\n'), note: `${expressions.length} expressions` }
}
