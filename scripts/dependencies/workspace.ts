import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Manifest {
  name: string
  private?: boolean
  exports?: Record<string, unknown>
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  sideEffects?: boolean | string[]
}

/** One workspace package: an app, a package, a widget, or the bench. */
export interface Unit {
  /** Relative to the root, with forward slashes: `packages/cost`. */
  folder: string
  manifest: Manifest
}

/** The packages of the workspace below `root`, sorted by folder. A folder without a manifest is not one. */
export function readUnits(root: string): Unit[] {
  const groups = ['apps', 'packages', 'widgets'].filter((group) => existsSync(join(root, group)))
  const folders = groups.flatMap((group) => readdirSync(join(root, group)).map((name) => `${group}/${name}`))
  return [...folders, 'bench']
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .sort()
    .map((folder) => ({ folder, manifest: readManifest(join(root, folder, 'package.json')) }))
}

export function readManifest(file: string): Manifest {
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest
}
