import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readUnits } from '../dependencies/workspace.ts'
import { root } from '../root.ts'
import type { Outcome } from './step.ts'

/** What a package hides, what it exports, who may import it: longer than a screen, nobody reads it. */
const longestReadme = 25

/** Every package has a README of at most 25 lines. */
export async function checkReadmes(): Promise<Outcome> {
  const problems = readUnits(root).flatMap(({ folder }) => {
    const file = join(root, folder, 'README.md')
    if (!existsSync(file)) return [`${folder}: no README.md`]
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n').length
    return lines > longestReadme ? [`${folder}/README.md: ${lines} lines, at most ${longestReadme}`] : []
  })
  return { ok: problems.length === 0, output: problems.join('\n') }
}
