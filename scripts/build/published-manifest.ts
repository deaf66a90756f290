import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { readManifest, type Unit } from '../dependencies/workspace.ts'
import { root } from '../root.ts'

/** The manifest of a published package: no scripts, no workspace, versions instead of the catalog. `imported`: what its files name. */
export function publishedManifest({ folder, manifest }: Unit, entries: Readonly<Record<string, string>>, imported: readonly string[]) {
  const { catalog } = parse(readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8')) as { catalog: Record<string, string> }
  const names = new Set(
    imported.map((specifier) =>
      specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/'),
    ),
  )
  const dependencies = [...names].sort().filter((name) => !(name in (manifest.peerDependencies ?? {})))
  const own = readManifest(join(root, folder, 'package.json')) as unknown as Record<string, unknown>
  const kept = ['name', 'version', 'description', 'license', 'type', 'engines', 'repository', 'keywords']
  return {
    ...Object.fromEntries(kept.filter((key) => key in own).map((key) => [key, own[key]])),
    sideEffects: manifest.sideEffects ?? false,
    exports: Object.fromEntries(
      Object.entries(entries).map(([name, file]) => [
        name,
        file.endsWith('.css') ? `./${file}` : { types: `./${file.replace(/js$/, 'd.ts')}`, default: `./${file}` },
      ]),
    ),
    dependencies: Object.fromEntries(dependencies.map((name) => [name, rangeOf(name, catalog, String(own.version))])),
    ...(manifest.peerDependencies && { peerDependencies: manifest.peerDependencies }),
  }
}

function rangeOf(name: string, catalog: Readonly<Record<string, string>>, version: string): string {
  // Our packages are released together.
  if (name.startsWith('@inkling/')) return version
  const pinned = catalog[name]
  if (!pinned) throw new Error(`A published file imports ${name}, which is not in the catalog`)
  return `^${pinned}`
}
