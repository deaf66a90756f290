import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readUnits } from '../dependencies/workspace.ts'

/** Every Markdown file that people read: the README, those of the packages, and `docs/`. Absolute paths. */
export function findDocuments(root: string): string[] {
  const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'))
  return [
    join(root, 'README.md'),
    ...readUnits(root).map(({ folder }) => join(root, folder, 'README.md')),
    ...docs.sort().map((path) => join(root, 'docs', path)),
  ]
}
