import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { mintWidgetToken, type WidgetTokenOptions } from '@inkling/client'
import type { Product } from '@inkling/contracts'
import type { MeterQuestion, MeterReading } from './children/meter.ts'

const meter = new URL('./children/meter.ts', import.meta.url)
const children = new Set<ChildProcess>()
// The server writes what is buffered before it ends; more than this is a defect, and nobody shall wait for it.
const stopMilliseconds = 10_000
const startMilliseconds = 60_000

/** A process under measurement. */
export interface Measured {
  read(question: MeterQuestion): Promise<MeterReading>
}

/** Lets {@link stopAll} end that process, too. */
export function track(child: ChildProcess): ChildProcess {
  children.add(child)
  child.once('error', () => children.delete(child))
  return child
}

/** Mints a token as the product's backend would. */
export type TokenMint = (user: WidgetTokenOptions) => Promise<string>

/** Ends every process that was started here, and waits for it. */
export async function stopAll(): Promise<void> {
  await Promise.all([...children].map(stop))
  children.clear()
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  const timer = setTimeout(() => child.kill('SIGKILL'), stopMilliseconds)
  child.kill('SIGTERM')
  await exited
  clearTimeout(timer)
}

export async function startBaselines(): Promise<Measured & { bare: string; trpc: string }> {
  const child = startChild(new URL('./children/baselines.ts', import.meta.url), [], {})
  return { ...meterOf(child), ...(await firstMessage<{ bare: string; trpc: string }>(child)) }
}

export interface InklingOptions {
  /** The server's data folder. */
  folder: string
  /** Where its answers come from: Claude's stand-in. */
  modelUrl: string
  /** What its stores need; see `stores.ts`. */
  environment: Record<string, string>
  /** The server writes a CPU profile there when it ends. */
  profileFolder?: string | undefined
}

/** Claude's stand-in, at zero latency unless its environment says otherwise. */
export async function startSimulatorProcess(environment: Record<string, string> = {}): Promise<Measured & { url: string }> {
  const child = startChild(new URL('./children/simulator.ts', import.meta.url), [], environment)
  return { ...meterOf(child), ...(await firstMessage<{ url: string }>(child)) }
}

/** The server as operators start it, with limits that no run reaches. */
export async function startInkling(options: InklingOptions): Promise<Measured & { url: string; tokenOf: TokenMint }> {
  const { folder, modelUrl, profileFolder } = options
  const port = await freePort()
  // 20,000 a minute is the highest rate that the gate takes. At a cent an answer no budget ends a run of minutes.
  const limits = { CLAUDE_DAILY_BUDGET_USD: '100000', CLAUDE_MONTHLY_BUDGET_USD: '100000', CLAUDE_RATE_LIMIT_RPM: '20000' }
  const addresses = { PORT: String(port), ANTHROPIC_BASE_URL: modelUrl, INKLING_DATA_DIR: folder }
  const profiling = profileFolder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`]
  const child = startChild(
    new URL('../../apps/api/src/cli/main.ts', import.meta.url),
    profiling,
    { ...limits, ...addresses, ...options.environment },
    'serve',
  )
  const url = `http://127.0.0.1:${port}`
  const deadline = AbortSignal.timeout(startMilliseconds)
  while (!(await fetch(`${url}/readyz`).catch(() => undefined))?.ok) {
    if (child.exitCode !== null) throw new Error('The server ended at its start; its lines above say why.')
    if (deadline.aborted) throw new Error(`The server was not ready within ${startMilliseconds / 1000} seconds.`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const secrets = JSON.parse(readFileSync(join(folder, 'token-secrets.json'), 'utf8')) as Record<Product, [string]>
  return { ...meterOf(child), url, tokenOf: (user) => mintWidgetToken(secrets[user.product][0], user) }
}

/** Any program of Node's, metered. */
export function startProcess(file: URL, flags: string[], environment: Record<string, string>, ...args: string[]): Measured {
  return meterOf(startChild(file, flags, environment, ...args))
}

/** Nothing of the developer's own settings reaches a measured process. */
export function startChild(file: URL, flags: string[], environment: Record<string, string>, ...args: string[]): ChildProcess {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(
    process.execPath,
    ['--conditions=@inkling/source', '--expose-gc', `--import=${meter.href}`, ...flags, fileURLToPath(file), ...args],
    // As the images run it: libraries leave out what they say to developers.
    { env: { PATH, HOME, NODE_ENV: 'production', INKLING_LOG_LEVEL: 'error', ...environment }, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] },
  )
  // The server greets people on stderr; only what it says while it fails matters here.
  let output = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-4_000)
  })
  child.once('exit', (code) => {
    if (code !== 0 && code !== null && children.has(child)) process.stderr.write(output)
  })
  children.add(child)
  return child
}

/** What the process sends first; rejects where it ends before. */
export async function firstMessage<Message>(child: ChildProcess): Promise<Message> {
  const waiting = new AbortController()
  const ended = once(child, 'exit', waiting).then(() => {
    throw new Error('A process that the run needs ended at its start; its lines above say why.')
  })
  ended.catch(() => {})
  const [message] = (await Promise.race([once(child, 'message'), ended])) as [Message]
  waiting.abort()
  return message
}

function meterOf(child: ChildProcess): Measured {
  return {
    async read(question) {
      child.send(question)
      return firstMessage<MeterReading>(child)
    },
  }
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
