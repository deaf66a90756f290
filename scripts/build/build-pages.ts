import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../root.ts'
import { allBuilt, fingerprint, isFresh, remember } from './built-sources.ts'

const say = (line: string) => process.stderr.write(`${line}\n`)

/** Builds the documentation, the script-tag form and the playground where their sources have changed since they were built last. */
export function buildPages(): void {
  const stale = allBuilt.filter((built) => !isFresh(built))
  if (stale.length === 0) return
  say(`Building: ${stale.join(', ')} ...`)
  const before = stale.map((built) => [built, fingerprint(built)] as const)
  // In a process of its own: the server should not carry the bundler's memory.
  const flags = ['--conditions=@inkling/source', join(root, 'scripts', 'build.ts'), ...stale]
  const { status } = spawnSync(process.execPath, flags, { cwd: root, stdio: ['ignore', 2, 2] })
  if (status === 0) for (const [built, sources] of before) remember(built, sources)
  else say('The pages could not be built; the lines above say why. The API starts without new ones.')
}
