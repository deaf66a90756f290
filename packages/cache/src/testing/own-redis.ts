import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const hasRedisServer = spawnSync('redis-server', ['--version']).status === 0

export interface OwnRedis {
  port: number
  /** Of a cluster's node: where the others reach it. */
  busPort: number
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

interface OwnRedisOptions {
  cluster?: boolean
  replicaOf?: OwnRedis
  sentinelOf?: OwnRedis
}

// After this long without a sign of life a primary counts as dead; a machine that is busy with other tests stalls for less.
const deadAfterMs = 2_000

/** An own server on a free port, without persistence; as a sentinel it watches the primary `main`. */
export async function startOwnRedis({ cluster = false, replicaOf, sentinelOf }: OwnRedisOptions = {}): Promise<OwnRedis> {
  const [port, busPort] = [await freePort(), await freePort()]
  const folder = await mkdtemp(join(tmpdir(), 'inkling-redis-'))
  const plain = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder]
  const options = [...plain, '--save', '', '--appendonly', 'no', ...(cluster ? clusterOptions(busPort) : []), ...replicaOptions(replicaOf)]
  const configuration = join(folder, 'sentinel.conf')
  if (sentinelOf) await writeFile(configuration, sentinelLines(sentinelOf))
  const start = () => launch(sentinelOf ? [configuration, '--sentinel', ...plain] : options)
  let child = await start()
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill('SIGKILL')
    await exited
  }
  return {
    ...{ port, busPort },
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

const clusterOptions = (busPort: number) =>
  Object.entries({ enabled: 'yes', port: String(busPort), 'node-timeout': String(deadAfterMs) }).flatMap(([name, value]) => [
    `--cluster-${name}`,
    value,
  ])

const replicaOptions = (primary: OwnRedis | undefined) => (primary ? ['--replicaof', `127.0.0.1 ${primary.port}`] : [])

const sentinelLines = ({ port }: OwnRedis) =>
  [`monitor main 127.0.0.1 ${port} 1`, `down-after-milliseconds main ${deadAfterMs}`, 'failover-timeout main 5000']
    .map((line) => `sentinel ${line}\n`)
    .join('')

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
