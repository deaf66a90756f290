import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect } from 'kysely'
import { type Database, within } from './database.ts'
import { lockFolder } from './lock-folder.ts'
import type { Tables } from './tables.ts'
import { valueParsers } from './value-parsers.ts'

/** PGlite is one connection: it runs one statement or transaction after the other, kysely's and ours alike. */
export async function openPglite(folder: string | undefined): Promise<Database> {
  let unlock = async () => {}
  if (folder !== undefined) {
    await mkdir(folder, { recursive: true })
    unlock = await lockFolder(folder)
  }
  try {
    // The owner's lock lies beside the data, since the engine expects its own folder empty at the first start.
    const pglite = await PGlite.create({
      parsers: { ...valueParsers },
      ...(folder === undefined ? {} : { dataDir: join(folder, 'postgres') }),
    })
    const kysely = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) })
    return {
      kind: 'pglite',
      kysely,
      schema: 'public',
      statement: async <Row>(text: string, values: readonly unknown[], timeoutMs: number) =>
        (await within(pglite.query<Row>(text, [...values]), timeoutMs)).rows,
      close: async () => {
        await kysely.destroy()
        if (!pglite.closed) await pglite.close()
        await unlock()
      },
    }
  } catch (error) {
    await unlock()
    throw error
  }
}
