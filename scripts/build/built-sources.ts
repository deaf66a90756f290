import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../root.ts'

/** What the server serves and nothing but a build can make. */
export type Built = 'docs' | 'embed' | 'playground'

export const allBuilt: readonly Built[] = ['docs', 'embed', 'playground']

const widgets = ['widgets', 'packages/widget-kit', 'packages/contracts/src']
/** What each is made of. */
const sources: Record<Built, readonly string[]> = {
  docs: ['apps/docs', 'docs', 'scripts/docs', ...widgets],
  playground: ['apps/playground', ...widgets],
  embed: ['apps/embed', 'scripts/build', ...widgets],
}
const skipped = new Set(['node_modules', 'dist', 'coverage', 'testing'])

/** Changes when a source or a version of a dependency does. */
export function fingerprint(built: Built): string {
  const hash = createHash('sha256')
  for (const file of ['pnpm-lock.yaml', ...sources[built].flatMap(list)]) hash.update(`${file}\n`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

/** Whether what is built is made of the present sources. */
export function isFresh(built: Built): boolean {
  const exists = existsSync(join(root, 'apps', built, 'dist'))
  return exists && existsSync(stampOf(built)) && readFileSync(stampOf(built), 'utf8') === fingerprint(built)
}

/** To be called with the fingerprint of before the build: what changed while it ran is built next time. */
export function remember(built: Built, before: string): void {
  writeFileSync(stampOf(built), before)
}

// Beside the installed dependencies: it goes when they go.
const stampOf = (built: Built) => join(root, 'node_modules', `.inkling-${built}`)

function list(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !skipped.has(name) && !name.includes('.test'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? list(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]))
}
