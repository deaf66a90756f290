import { type ChildProcess, spawn } from 'node:child_process'

export interface ShellResult {
  code: number | null
  stdout: string
  stderr: string
}

interface ShellOptions {
  folder: string
  environment: Record<string, string>
}

// The longest are npm's, which fetch; one that waits for ever should say what it has said so far.
const longestMilliseconds = 100_000

/** Runs lines of a shell as a reader would paste them; ends at the first that fails, and all of it after 100 seconds. */
export async function runShell(lines: string, { folder, environment }: ShellOptions): Promise<ShellResult> {
  const child = startShell(`set -e\n${lines}`, { folder, environment })
  let [stdout, stderr] = ['', '']
  child.stdout?.on('data', (chunk: Buffer) => {
    stdout += chunk
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk
  })
  const timer = setTimeout(() => void endShell(child), longestMilliseconds)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  clearTimeout(timer)
  return { code, stdout, stderr }
}

/** Starts a shell in a process group of its own, so that whatever it starts can be ended with it. */
export function startShell(lines: string, { folder, environment }: ShellOptions): ChildProcess {
  return spawn('bash', ['-c', lines], { cwd: folder, env: environment, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
}

/** Ends a shell and all that it started, and waits for it. */
export async function endShell(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return
  const ended = new Promise((resolve) => child.once('close', resolve))
  try {
    process.kill(-child.pid, 'SIGTERM')
  } catch {
    // It ended by itself in between.
  }
  await ended
}
