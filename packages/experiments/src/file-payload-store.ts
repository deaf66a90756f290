import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type PayloadStore, parsePayload } from './payload.ts'

/** Keeps the last known payload in one file, replaced as a whole. Rejects with a sentence that names the file. */
export function filePayloadStore(path: string): PayloadStore {
  return {
    async load() {
      let text: string
      try {
        text = await readFile(path, 'utf8')
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      }
      const parsed = parsePayload(text)
      if (!parsed.ok) throw new Error(`The stored payload ${path} cannot be used: ${parsed.problem}.`)
      return parsed.payload
    },
    async save(payload) {
      await mkdir(dirname(path), { recursive: true })
      const draft = `${path}.${randomUUID()}.draft`
      try {
        await writeFile(draft, JSON.stringify(payload))
        await rename(draft, path)
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
    },
  }
}
