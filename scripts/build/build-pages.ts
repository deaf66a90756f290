import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../root.ts'
import { fingerprintPlayground, hasPlayground, isPlaygroundFresh, rememberPlayground } from './playground-sources.ts'

const say = (line: string) => process.stderr.write(`${line}\n`)

/** Builds the playground if its sources have changed since it was built last. */
export function buildPages(): void {
  if (!hasPlayground() || isPlaygroundFresh()) return
  say('Building the playground ...')
  const fingerprint = fingerprintPlayground()
  // In a process of its own: the server should not carry the bundler's memory.
  const flags = ['--conditions=@inkling/source', join(root, 'scripts', 'build.ts'), 'playground']
  const { status } = spawnSync(process.execPath, flags, { cwd: root, stdio: ['ignore', 2, 2] })
  if (status === 0) rememberPlayground(fingerprint)
  else say('The playground could not be built; the lines above say why. The API starts without new pages.')
}
