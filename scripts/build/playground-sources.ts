import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../root.ts'

/** What the pages are made of. */
const folders = ['apps/playground', 'widgets', 'packages/widget-kit', 'packages/contracts/src']
const skipped = new Set(['node_modules', 'dist', 'coverage', 'testing'])
// Beside the installed dependencies: it goes when they go.
const stamp = join(root, 'node_modules', '.inkling-playground')

/** Whether there are pages to build. */
export const hasPlayground = () => existsSync(join(root, 'apps', 'playground', 'index.html'))

/** Changes when a source of the playground or a version of a dependency does. */
export function fingerprintPlayground(): string {
  const hash = createHash('sha256')
  for (const file of ['pnpm-lock.yaml', ...folders.flatMap(list)]) hash.update(`${file}\n`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

/** Whether the built pages are those of the present sources. */
export function isPlaygroundFresh(): boolean {
  const built = existsSync(join(root, 'apps', 'playground', 'dist'))
  return built && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprintPlayground()
}

/** To be called with the fingerprint of before the build: what changed while it ran is built next time. */
export function rememberPlayground(fingerprint: string): void {
  writeFileSync(stamp, fingerprint)
}

function list(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !skipped.has(name) && !name.includes('.test'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? list(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]))
}
