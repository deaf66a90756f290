import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './root.ts'

export interface ToolResult {
  ok: boolean
  /** Standard output and standard error in the order of their arrival. */
  output: string
}

/** Runs a program of the root's `node_modules/.bin` in the root and waits for its end. */
export function runTool(name: string, args: readonly string[]): Promise<ToolResult> {
  const program = join(root, 'node_modules', '.bin', name)
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, shell: process.platform === 'win32', stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const take = (part: Buffer) => {
      output += part.toString('utf8')
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('error', (error) => resolve({ ok: false, output: `${name} could not be started: ${error.message}` }))
    child.on('close', (code) => resolve({ ok: code === 0, output }))
  })
}
