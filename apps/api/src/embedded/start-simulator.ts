import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { environmentWith } from '../env.ts'

export interface EmbeddedSimulator {
  url: string
  close(): Promise<void>
}

// It starts in well under a second; a machine under load may need several.
const startMilliseconds = 20_000

/** Starts the stand-in for Claude as a process of its own, reached over HTTP like the real one. It ends with this process, however that ends. */
export async function startSimulator(port: number): Promise<EmbeddedSimulator> {
  const main = fileURLToPath(import.meta.resolve('@inkling/claude-simulator/main'))
  const child = spawn(process.execPath, [...process.execArgv, main], {
    env: environmentWith({ SIM_PORT: String(port) }),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // A Ctrl-C at the terminal is for the server, which ends the simulator when its last answers are out.
    detached: true,
  })
  let errors = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString()).slice(-2_000)
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`The simulator did not start within ${startMilliseconds / 1000} seconds.`))
    }, startMilliseconds)
    child.once('message', (message: { type: string; url: string }) => {
      clearTimeout(timer)
      resolve(message.url)
    })
    child.once('exit', () => {
      clearTimeout(timer)
      reject(new Error(errors.trim() || 'The simulator ended at its start.'))
    })
  })
  return {
    url,
    close: async () => {
      child.kill('SIGTERM')
      await exited
    },
  }
}
