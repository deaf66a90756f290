import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { readManifest } from '../dependencies/workspace.ts'
import { root } from '../root.ts'

export interface PnpmResult {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs the pinned pnpm, which `npm run` has fetched, in the root. `registry`: instead of the configured one. */
export function runPnpm(args: readonly string[], registry?: string): Promise<PnpmResult> {
  const { config } = readManifest(join(root, 'package.json')) as unknown as { config: { pnpm: string } }
  const program = join(root, '.toolchain', `pnpm-${config.pnpm}`, 'node_modules', '.bin', 'pnpm')
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(registry === undefined ? {} : { env: { PATH: process.env.PATH, HOME: process.env.HOME, pnpm_config_registry: registry } }),
    })
    let [stdout, stderr] = ['', '']
    child.stdout.on('data', (part) => {
      stdout += part
    })
    child.stderr.on('data', (part) => {
      stderr += part
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}
