import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../../root.ts'
import { readSnippets, type Snippet } from '../read-markdown.ts'

/** The address that the documentation uses for a server on the reader's machine. */
const documentedServer = 'http://127.0.0.1:8787'

/** The snippets of one page below `docs/`, speaking to the server under test instead of the reader's. */
export function snippetsOf(page: string, serverUrl = documentedServer): Snippet[] {
  const markdown = readFileSync(join(root, 'docs', page), 'utf8')
  return readSnippets(markdown).map((snippet) => ({ ...snippet, code: snippet.code.replaceAll(documentedServer, serverUrl) }))
}

/** Writes a snippet to the file that its fence names. */
export function writeSnippet({ file, code, line }: Snippet, folder: string): string {
  const path = join(folder, file ?? `line-${line}.txt`)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, code)
  return path
}
