/** Of pnpm's lock file, version 9: what it says about who needs whom. */
export interface Lockfile {
  importers: Record<string, Partial<Record<DependencyKind, Record<string, { version: string }>>>>
  snapshots: Record<string, { dependencies?: Record<string, string>; optionalDependencies?: Record<string, string> }>
}

type DependencyKind = 'dependencies' | 'devDependencies' | 'optionalDependencies'

/** A package of the workspace by its folder; `.` is the root. */
export type WorkspaceNames = Record<string, { name: string; version: string }>

/** Package URLs by the package URL of who needs them. */
export function edgesOf({ importers, snapshots }: Lockfile, workspace: WorkspaceNames): Map<string, string[]> {
  const edges = new Map<string, Set<string>>()
  const add = (from: string, targets: readonly string[]) => {
    const known = edges.get(from) ?? new Set()
    for (const target of targets) known.add(target)
    edges.set(from, known)
  }
  for (const [folder, kinds] of Object.entries(importers)) {
    const own = workspace[folder]
    if (own === undefined) continue
    const needed = Object.values(kinds).flatMap((named) => Object.entries(named))
    add(
      packageUrl(own.name, own.version),
      needed.map(([name, { version }]) => targetOf(name, version, folder, workspace)),
    )
  }
  // One version with several sets of peers is one component.
  for (const [id, { dependencies, optionalDependencies }] of Object.entries(snapshots)) {
    const { name, version } = splitId(id)
    const needed = Object.entries({ ...dependencies, ...optionalDependencies })
    add(
      packageUrl(name, version),
      needed.map(([each, at]) => targetOf(each, at, '.', workspace)),
    )
  }
  return new Map([...edges].map(([from, targets]) => [from, [...targets]]))
}

export function packageUrl(name: string, version: string): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`
}

function targetOf(name: string, version: string, folder: string, workspace: WorkspaceNames): string {
  if (version.startsWith('link:')) {
    const own = workspace[resolveFolder(folder, version.slice('link:'.length))]
    return own ? packageUrl(own.name, own.version) : packageUrl(name, '0.0.0')
  }
  // An alias names the package itself: `zod@3.25.0`.
  const alias = /^(@?[^@(]+)@/.exec(version)
  const { name: real, version: at } = alias ? splitId(version) : splitId(`${name}@${version}`)
  return packageUrl(real, at)
}

function splitId(id: string): { name: string; version: string } {
  const plain = id.replace(/\(.*$/, '')
  const at = plain.lastIndexOf('@')
  return { name: plain.slice(0, at), version: plain.slice(at + 1) }
}

function resolveFolder(from: string, path: string): string {
  const parts = from === '.' ? [] : from.split('/')
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/') || '.'
}
