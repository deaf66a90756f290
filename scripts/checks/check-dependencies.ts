import { findViolations } from '../dependencies/find-violations.ts'
import { root } from '../root.ts'
import type { Outcome } from './step.ts'

/** Who may import what, cycles, barrels, the environment, the console, names. */
export async function checkDependencies(): Promise<Outcome> {
  const violations = findViolations(root)
  const lines = violations.map(({ rule, file, line, message }) => `${file}${line ? `:${line}` : ''}  ${rule}: ${message}`)
  return { ok: lines.length === 0, output: lines.join('\n') }
}
