import { join } from 'node:path'
import { buildPages } from './build/build-pages.ts'
import { root } from './root.ts'

const help = `npm start [-- option ...]

Builds the playground if its sources have changed, then serves it with the API on http://127.0.0.1:8787.
With no configuration everything that the server needs is embedded. PORT and HOST move it; Ctrl-C ends it.
"npm run inkling -- serve --help" lists the options, "npm run inkling -- check-env" explains the environment.
`

const args = process.argv.slice(2)
if (args.includes('--help') || args.includes('-h')) process.stdout.write(help)
else {
  buildPages()
  const main = join(root, 'apps', 'api', 'src', 'cli', 'main.ts')
  // The server runs in this process, so that signals reach it without a middleman.
  process.argv = [process.execPath, main, 'serve', ...args]
  await import('../apps/api/src/cli/main.ts')
}
