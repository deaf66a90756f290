import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { freePort } from './run-server.ts'

/** Claude's stand-in as a process of its own, which a test may freeze and kill; it keeps its address. */
export interface SimulatorProcess {
  readonly url: string
  freeze(): void
  thaw(): void
  kill(): Promise<void>
  start(): Promise<void>
}

export async function runSimulator(): Promise<SimulatorProcess> {
  const port = await freePort()
  const main = fileURLToPath(import.meta.resolve('@inkling/claude-simulator/main'))
  const { PATH = '', HOME = '' } = process.env
  let child: ChildProcess
  const start = async () => {
    child = spawn(process.execPath, ['--conditions=@inkling/source', main], {
      env: { PATH, HOME, SIM_PORT: String(port), SIM_LATENCY: 'none', SIM_REQUESTS_PER_MINUTE: '1000000' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    await once(child, 'message')
  }
  await start()
  return {
    url: `http://127.0.0.1:${port}`,
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
    },
    start,
  }
}
