import { randomUUID } from 'node:crypto'
import { openDatabase } from '@inkling/database'

/** An empty database of its own on the server of `TEST_DATABASE_URL`. */
export async function createOwnDatabase(server: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `inkling_api_${randomUUID().replaceAll('-', '').slice(0, 12)}`
  const inServer = async (statement: string) => {
    const database = await openDatabase({ kind: 'postgres', url: server })
    await database.statement(statement, [], 10_000).finally(() => database.close())
  }
  await inServer(`create database ${name}`)
  const own = new URL(server)
  own.pathname = `/${name}`
  return { url: own.href, drop: () => inServer(`drop database if exists ${name} with (force)`) }
}
