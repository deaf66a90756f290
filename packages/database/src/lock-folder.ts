import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

/** Another process owns the folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
}

interface Owner {
  pid: number
  /** When that process started, in clock ticks since boot (Linux); tells it from a later process that got the same number. */
  started: string | undefined
  token: string
}

// Folders that this very process owns: a restarted container reuses its process number, so the number alone cannot tell.
const ownedHere = new Set<string>()
// Recovery takes milliseconds; a guard older than this was left by a process that died in the middle of it.
const staleGuardMs = 10_000

/**
 * Makes this process the folder's one owner. The lock of a dead process is recovered. Resolves to the function that gives it up;
 * rejects with `FolderInUse` while another process lives that owns it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const key = resolve(folder)
  const path = join(key, 'owner.lock')
  const inUse = (pid: number) =>
    new FolderInUse(`${folder} is in use by process ${pid}: the embedded database has one owner. Stop that process or use another folder.`)
  if (ownedHere.has(key)) throw inUse(process.pid)
  ownedHere.add(key)
  try {
    const me: Owner = { pid: process.pid, started: await startOf(process.pid), token: randomUUID() }
    if (!(await create(path, me))) {
      const holder = await recover(path, me)
      if (holder !== undefined) throw inUse(holder)
    }
    return async () => {
      if ((await read(path))?.token === me.token) await rm(path, { force: true })
      ownedHere.delete(key)
    }
  } catch (error) {
    ownedHere.delete(key)
    throw error
  }
}

async function create(path: string, owner: Owner): Promise<boolean> {
  // Written first and linked then, so that nobody ever reads half a lock.
  const draft = `${path}.${owner.token}`
  await writeFile(draft, JSON.stringify(owner), { flush: true })
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

/** Replaces the lock of a dead process. The process number of the living owner, if there is one. */
async function recover(path: string, me: Owner): Promise<number | undefined> {
  const guard = `${path}.recovery`
  if (!(await takeGuard(guard))) return (await read(path))?.pid ?? 0
  try {
    const owner = await read(path)
    if (owner !== undefined && (await isAlive(owner))) return owner.pid
    await rm(path, { force: true })
    return (await create(path, me)) ? undefined : ((await read(path))?.pid ?? 0)
  } finally {
    await rmdir(guard).catch(() => {})
  }
}

/** Two processes that find the same dead lock must not both replace it: a folder is made by one of them only. */
async function takeGuard(guard: string): Promise<boolean> {
  for (const isLastTry of [false, true]) {
    try {
      await mkdir(guard)
      return true
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error
      const age = await stat(guard).then(
        (found) => Date.now() - found.mtimeMs,
        () => staleGuardMs + 1,
      )
      if (isLastTry || age < staleGuardMs) return false
      await rmdir(guard).catch(() => {})
    }
  }
  return false
}

async function isAlive(owner: Owner): Promise<boolean> {
  // This process holds no lock on the folder (see `ownedHere`), so its own number in the file belongs to a predecessor.
  if (owner.pid === process.pid) return false
  try {
    process.kill(owner.pid, 0)
  } catch (error) {
    return isCode(error, 'EPERM')
  }
  const started = await startOf(owner.pid)
  return owner.started === undefined || started === undefined || started === owner.started
}

/** `undefined` where the file is gone or unreadable. */
async function read(path: string): Promise<Owner | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Owner
  } catch {
    return undefined
  }
}

/** Field 22 of `/proc/<pid>/stat`; the process name before it may hold blanks and brackets, hence the last bracket. */
async function startOf(pid: number): Promise<string | undefined> {
  try {
    const line = await readFile(`/proc/${pid}/stat`, 'utf8')
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
