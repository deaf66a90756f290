import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const hasRedisServer = spawnSync('redis-server', ['--version']).status === 0

export interface OwnRedis {
  port: number
  url: string
  freeze(): void
  thaw(): void
  /** Kills it at once, as a crash would. */
  kill(): Promise<void>
  restart(): Promise<void>
  /** Forgets everything, as `FLUSHALL` does. */
  flush(): Promise<void>
  close(): Promise<void>
}

/** An own server on a free port, without persistence; as a sentinel it watches the master group `main`. */
export async function startOwnRedis({ cluster = false, sentinelOf }: { cluster?: boolean; sentinelOf?: OwnRedis } = {}): Promise<OwnRedis> {
  const port = await freePort()
  const folder = await mkdtemp(join(tmpdir(), 'inkling-redis-'))
  const plain = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder]
  const options = [...plain, '--save', '', '--appendonly', 'no', ...(cluster ? ['--cluster-enabled', 'yes'] : [])]
  const configuration = join(folder, 'sentinel.conf')
  if (sentinelOf) await writeFile(configuration, `sentinel monitor main 127.0.0.1 ${sentinelOf.port} 1\n`)
  const start = () => launch(sentinelOf ? [configuration, '--sentinel', ...plain] : options)
  let child = await start()
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill('SIGKILL')
    await exited
  }
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    kill,
    restart: async () => {
      child = await start()
    },
    flush: async () => {
      const socket = connect(port, '127.0.0.1')
      socket.end('FLUSHALL\r\n')
      for await (const reply of socket) if (!String(reply).startsWith('+OK')) throw new Error(String(reply))
    },
    close: async () => {
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function launch(options: string[], sentinel = options.includes('--sentinel')): Promise<ChildProcess> {
  const child = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'ignore'] })
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    if (chunk.toString().includes(sentinel ? '+monitor' : 'Ready to accept connections')) break
  }
  child.stdout?.resume()
  return child
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
