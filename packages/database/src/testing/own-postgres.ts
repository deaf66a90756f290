import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A Postgres server that a test may freeze and kill. */
export interface OwnPostgres {
  url: string
  /** Freezes the server and each of its connections; `SIGCONT` wakes them, `SIGKILL` ends all at once. */
  signal(signal: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): Promise<void>
  start(): Promise<void>
  /** An orderly stop that breaks off open connections; `start` brings it back on the same port with its data. */
  stop(): Promise<void>
  dispose(): Promise<void>
}

const versions = '/usr/lib/postgresql'
const folders = existsSync(versions) ? readdirSync(versions).map((version) => join(versions, version, 'bin')) : []
const programs = folders.find((folder) => existsSync(join(folder, 'initdb')))
export const hasPostgresPrograms = programs !== undefined

/** Postgres refuses to run as root, so root hands it to the user `postgres`. */
export async function startOwnPostgres(): Promise<OwnPostgres> {
  if (programs === undefined) throw new Error('no Postgres programs on this machine')
  const folder = await mkdtemp(join(tmpdir(), 'inkling-postgres-'))
  const isRoot = process.getuid?.() === 0
  const [uid, gid] = isRoot ? ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))) : []
  const user = uid === undefined || gid === undefined ? {} : { uid, gid }
  if (uid !== undefined && gid !== undefined) await chown(folder, uid, gid)
  await chmod(folder, 0o700)
  const data = join(folder, 'data')
  execFileSync(join(programs, 'initdb'), ['-D', data, '-U', 'owner', '-A', 'trust', '--no-sync', '--locale=C'], {
    ...user,
    cwd: folder,
    stdio: 'ignore',
  })
  const port = await freePort()
  let server: ChildProcess | undefined
  const url = `postgres://owner@127.0.0.1:${port}/postgres`

  const own: OwnPostgres = {
    url,
    signal: async (signal) => {
      const pid = server?.pid
      if (pid === undefined) return
      const children = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' }).stdout.split('\n')
      const pids = [pid, ...children.map(Number).filter((child) => child > 0)]
      for (const each of pids) {
        try {
          process.kill(each, signal)
        } catch {
          // It ended by itself in the meantime.
        }
      }
      if (signal === 'SIGKILL' && server?.exitCode === null && server.signalCode === null) {
        await new Promise((resolve) => server?.once('exit', resolve))
      }
    },
    start: async () => {
      const options = ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${folder}`]
      server = spawn(join(programs, 'postgres'), [...options, '-c', 'fsync=off'], {
        ...user,
        cwd: folder,
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      let log = ''
      await new Promise<void>((resolve, reject) => {
        server?.stderr?.on('data', (text) => {
          log += text
          if (log.includes('ready to accept connections')) resolve()
        })
        server?.once('exit', () => reject(new Error(log)))
      })
    },
    stop: async () => {
      if (server === undefined || server.exitCode !== null || server.signalCode !== null) return
      const exited = new Promise((resolve) => server?.once('exit', resolve))
      server.kill('SIGINT')
      await exited
    },
    dispose: async () => {
      await own.signal('SIGCONT')
      await own.signal('SIGKILL')
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
  await own.start()
  return own
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}
