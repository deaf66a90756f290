import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fingerprintPlayground, hasPlayground, isPlaygroundFresh, rememberPlayground } from './build/playground-sources.ts'
import { root } from './root.ts'

const help = `npm start [-- option ...]

Builds the playground if its sources have changed, then serves it with the API on http://127.0.0.1:8787.
With no configuration everything that the server needs is embedded. PORT and HOST move it; Ctrl-C ends it.
"npm run inkling -- serve --help" lists the options, "npm run inkling -- check-env" explains the environment.
`

const say = (line: string) => process.stderr.write(`${line}\n`)

function buildPages(): void {
  if (!hasPlayground() || isPlaygroundFresh()) return
  say('Building the playground ...')
  const fingerprint = fingerprintPlayground()
  // In a process of its own: the server should not carry the bundler's memory.
  const flags = ['--conditions=@inkling/source', join(root, 'scripts', 'build.ts'), 'playground']
  const { status } = spawnSync(process.execPath, flags, { cwd: root, stdio: ['ignore', 2, 2] })
  if (status === 0) rememberPlayground(fingerprint)
  else say('The playground could not be built; the lines above say why. The API starts without new pages.')
}

const args = process.argv.slice(2)
if (args.includes('--help') || args.includes('-h')) process.stdout.write(help)
else {
  buildPages()
  const main = join(root, 'apps', 'api', 'src', 'cli', 'main.ts')
  // The server runs in this process, so that signals reach it without a middleman.
  process.argv = [process.execPath, main, 'serve', ...args]
  await import('../apps/api/src/cli/main.ts')
}
