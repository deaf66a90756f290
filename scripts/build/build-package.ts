import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join } from 'node:path'
import { readUnits, type Unit } from '../dependencies/workspace.ts'
import { root } from '../root.ts'
import { bundle } from './bundle.ts'
import { collectDeclarations, declarationOf } from './collect-declarations.ts'
import { findSpecifiers } from './find-specifiers.ts'
import { publishedManifest } from './published-manifest.ts'

const units = readUnits(root)
const packageOf = (specifier: string) =>
  units.find(({ manifest }) => specifier === manifest.name || specifier.startsWith(`${manifest.name}/`))

/** The packages that customers install. */
export const publishedUnits = units.filter(({ folder, manifest }) => !manifest.private && existsSync(join(root, folder, 'src', 'index.ts')))

/**
 * Builds a package of its own into `output` (`npm pack` there): scripts with the unpublished packages of ours inside, their declarations,
 * style sheets, and a manifest that names only what can be installed. `declarations` is the compiler's output, laid out as the repository is.
 */
export async function buildPackage(unit: Unit, declarations: string, output: string): Promise<string[]> {
  rmSync(output, { recursive: true, force: true })
  const files = new Map<string, string>()
  const entries: Record<string, string> = {}
  for (const [name, target] of Object.entries(unit.manifest.exports ?? {})) {
    const source = sourceOf(target)
    if (!source || !isPublished(target)) continue
    entries[name] = await buildEntry(unit, name, source, declarations, files)
  }
  const imported = [...files].filter(([path]) => /\.(js|d\.ts)$/.test(path)).flatMap(([path, text]) => findSpecifiers(path, text))
  const others = imported.map(({ value }) => value).filter((value) => !value.startsWith('.') && !isBuiltin(value))
  files.set('package.json', `${JSON.stringify(publishedManifest(unit, entries, others), undefined, 2)}\n`)
  const readme = join(root, unit.folder, 'README.md')
  if (existsSync(readme)) files.set('README.md', readFileSync(readme, 'utf8'))
  for (const [path, text] of files) {
    mkdirSync(dirname(join(output, path)), { recursive: true })
    writeFileSync(join(output, path), text)
  }
  return [...files.keys()]
}

/** The source, relative to the root, behind every name that our packages export: `@inkling/suggestions/ports`. */
export function exportedSources(): Map<string, string> {
  const pairs = units.flatMap(({ folder, manifest }) =>
    Object.entries(manifest.exports ?? {}).map(
      ([name, target]) => [manifest.name + name.slice(1), join(folder, sourceOf(target) ?? '')] as const,
    ),
  )
  return new Map(pairs)
}

/** An entry for tests has sources only. */
const isPublished = (target: unknown) => typeof target === 'string' || 'default' in (target as object)

/** The path below the package of the source behind an entry of its manifest. */
function sourceOf(target: unknown): string | undefined {
  if (typeof target === 'string') return target
  return (target as Record<string, string>)['@inkling/source']
}

async function buildEntry(unit: Unit, name: string, source: string, declarations: string, files: Map<string, string>): Promise<string> {
  const style = source.endsWith('.css')
  const file = name === '.' ? 'index.js' : `${name.slice(2)}${style ? '' : '.js'}`
  const stays = (specifier: string) => {
    const ours = packageOf(specifier)
    return !ours || (ours !== unit && !ours.manifest.private)
  }
  const built = await bundle({ entry: join(root, unit.folder, source), external: stays, minify: style })
  const content = built.find((output) => output.name.endsWith(style ? '.css' : '.js'))?.content
  if (content === undefined) throw new Error(`${unit.folder}: nothing was built of ${source}`)
  // A React component of a package is for the browser: without the directive a server component cannot import it.
  files.set(file, unit.manifest.peerDependencies?.react && !style ? `'use client'\n${content}` : content)
  if (!style) {
    const entry = declarationOf(join(unit.folder, source))
    const collected = collectDeclarations(entry, {
      read: (path) => (existsSync(join(declarations, path)) ? readFileSync(join(declarations, path), 'utf8') : undefined),
      resolvePrivate,
    })
    for (const [path, text] of collected) files.set(path, text)
  }
  return file
}

function resolvePrivate(specifier: string): string | undefined {
  const unit = packageOf(specifier)
  if (!unit?.manifest.private) return undefined
  const source = sourceOf(unit.manifest.exports?.[`.${specifier.slice(unit.manifest.name.length)}`])
  if (!source) throw new Error(`${unit.manifest.name} does not export ${specifier}`)
  return declarationOf(join(unit.folder, source))
}
