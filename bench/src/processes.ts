import { type ChildProcess, fork, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { mintWidgetToken } from '@inkling/client'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const children = new Set<ChildProcess>()

/** Ends every process that was started here, and waits for it. */
export async function stopAll(): Promise<void> {
  await Promise.all(
    [...children].map(async (child) => {
      if (child.exitCode !== null) return
      const exited = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await exited
    }),
  )
}

export async function startBaselines(): Promise<{ bare: string; trpc: string }> {
  const child = fork(path('./baselines.ts'))
  children.add(child)
  return new Promise((resolve) => child.once('message', (urls) => resolve(urls as { bare: string; trpc: string })))
}

/** The server as operators start it, with its simulator at zero latency and limits that no benchmark reaches. */
export async function startInkling(folder: string): Promise<{ url: string; token(): Promise<string> }> {
  const [port, simulatorPort] = [await freePort(), await freePort()]
  const limits = { CLAUDE_DAILY_BUDGET_USD: '1000', CLAUDE_MONTHLY_BUDGET_USD: '1000', CLAUDE_RATE_LIMIT_RPM: '20000' }
  const addresses = { PORT: String(port), SIM_PORT: String(simulatorPort), INKLING_DATA_DIR: folder }
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, ['--conditions=@inkling/source', path('../../apps/api/src/cli/main.ts'), 'serve'], {
    env: { PATH, HOME, ...limits, ...addresses, SIM_LATENCY: 'none', SIM_REQUESTS_PER_MINUTE: '1000000', INKLING_LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  children.add(child)
  const url = `http://127.0.0.1:${port}`
  while (!(await fetch(`${url}/healthz`).catch(() => undefined))?.ok) {
    if (child.exitCode !== null) throw new Error('The server ended at its start; its lines above say why.')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const { coocook } = JSON.parse(readFileSync(join(folder, 'token-secrets.json'), 'utf8')) as { coocook: [string] }
  return { url, token: () => mintWidgetToken(coocook[0], { product: 'coocook', userId: 'bench', debug: true }) }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
