import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FolderInUse, lockFolder } from './lock-folder.ts'
import { openDatabase } from './open-database.ts'

describe('the owner of a folder', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'inkling-folder-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const ownerFile = () => join(folder, 'owner.lock')
  /** Another process that owns the folder; it says so on its standard output. */
  const startOwner = async () => {
    const script = `
      const { lockFolder } = await import(${JSON.stringify(import.meta.resolve('./lock-folder.ts'))})
      await lockFolder(${JSON.stringify(folder)})
      process.stdout.write('locked')
      setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    return child
  }

  it('is one: the second hears who it is, and a dead one is replaced', async () => {
    const child = await startOwner()
    await expect(openDatabase({ kind: 'pglite', folder })).rejects.toThrow(`is in use by process ${child.pid}`)
    await expect(lockFolder(folder)).rejects.toBeInstanceOf(FolderInUse)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const unlock = await lockFolder(folder)
    await unlock()
    expect(await readdir(folder)).toEqual([])
  })

  it('is one within this process too', async () => {
    const unlock = await lockFolder(folder)
    await expect(lockFolder(folder)).rejects.toBeInstanceOf(FolderInUse)
    await unlock()
    await (await lockFolder(folder))()
  })

  it('is dead where its process number now belongs to another process', async () => {
    for (const owner of [{ pid: process.pid, token: 'x' }, { pid: process.ppid, started: '1', token: 'x' }, 'rubbish']) {
      await writeFile(ownerFile(), JSON.stringify(owner))
      await (await lockFolder(folder))()
    }
  })

  it('is respected while its process lives, even where its start is unknown', async () => {
    await writeFile(ownerFile(), JSON.stringify({ pid: process.ppid, token: 'x' }))
    await expect(lockFolder(folder)).rejects.toBeInstanceOf(FolderInUse)
  })

  it('is not replaced by two at once, and a recovery that died does not block for ever', async () => {
    await writeFile(ownerFile(), JSON.stringify({ pid: process.pid, token: 'x' }))
    const guard = `${ownerFile()}.recovery`
    await mkdir(guard)
    await expect(lockFolder(folder)).rejects.toBeInstanceOf(FolderInUse)
    await utimes(guard, 0, 0)
    await (await lockFolder(folder))()
  })

  it('fails with the reason where the folder cannot be written', async () => {
    await writeFile(join(folder, 'file'), '')
    await expect(openDatabase({ kind: 'pglite', folder: join(folder, 'file') })).rejects.toThrow('EEXIST')
    await expect(lockFolder(join(folder, 'file'))).rejects.toThrow('ENOTDIR')
  })

  it('finds its rows again after a restart', async () => {
    const first = await openDatabase({ kind: 'pglite', folder })
    await first.statement('create table notes (n int8)', [], 5_000)
    await first.statement('insert into notes values ($1)', [5n], 5_000)
    await first.close()
    const second = await openDatabase({ kind: 'pglite', folder })
    expect(await second.statement('select n from notes', [], 5_000)).toEqual([{ n: 5n }])
    await second.close()
  })

  it('gives the folder up when the engine cannot read it', async () => {
    await mkdir(join(folder, 'postgres'))
    await writeFile(join(folder, 'postgres', 'PG_VERSION'), '9.1\n')
    await expect(openDatabase({ kind: 'pglite', folder })).rejects.toThrow()
    expect(await readdir(folder)).toEqual(['postgres'])
  })
})

describe('opening Postgres', () => {
  it('does not wait for a server that is away, and says so at the first statement', async () => {
    const database = await openDatabase({ kind: 'postgres', url: 'postgres://nobody@127.0.0.1:1/none' })
    await expect(database.statement('select 1', [], 2_000)).rejects.toThrow('ECONNREFUSED')
    await database.close()
  })

  it('refuses a schema name that it would have to quote', async () => {
    await expect(openDatabase({ kind: 'postgres', url: 'postgres://127.0.0.1/none', schema: 'a"b' })).rejects.toThrow('schema name')
  })
})
