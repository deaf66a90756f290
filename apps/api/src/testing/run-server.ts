import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../cli/main.ts', import.meta.url))

export interface ServerProcess {
  url: string
  process: ChildProcess
  /** Everything it has written to standard error. */
  output(): string
  /** Sends the signal and resolves with the exit code (`null` after a kill). */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

/** Runs one command to its end. */
export async function runCommand(
  args: string[],
  environment: Record<string, string>,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['--conditions=@inkling/source', main, ...args], { env: { ...baseEnvironment(), ...environment } })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, stdout, stderr }
}

/** Starts `inkling serve` (or another program that serves) as a process of its own and waits until it answers. */
export async function runServer(environment: Record<string, string>, program: readonly string[] = [main, 'serve']): Promise<ServerProcess> {
  const port = environment.PORT ?? String(await freePort())
  const child = spawn(process.execPath, ['--conditions=@inkling/source', ...program], {
    env: { ...baseEnvironment(), PORT: port, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let output = ''
  child.stderr?.on('data', (chunk) => {
    output += chunk
  })
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve))
  const url = `http://127.0.0.1:${port}`
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`The server ended at its start: ${output}`)
    return (await fetch(`${url}/healthz`).catch(() => undefined))?.ok === true
  })
  return {
    url,
    process: child,
    output: () => output,
    async stop(signal = 'SIGTERM') {
      child.kill(signal)
      return exited
    },
  }
}

/** Nothing of the developer's own configuration reaches a server under test. */
function baseEnvironment(): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env
  return { PATH, HOME, SIM_LATENCY: 'none' }
}

/** Polls until the condition holds; a test's own time limit ends it. */
export async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20))
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'inkling-test-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 3 }) }
}
