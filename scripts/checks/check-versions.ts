import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type Manifest, readManifest, readUnits } from '../dependencies/workspace.ts'
import { root } from '../root.ts'
import type { Outcome } from './step.ts'

/** `npm:` stands for a second version under a name of its own. */
const exact = /^(npm:[@\w./-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/

/** One version of each dependency: packages say `catalog:` or `workspace:*`, and the catalog pins. */
export async function checkVersions(): Promise<Outcome> {
  const catalog = (parse(readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8')) as { catalog: Record<string, string> }).catalog
  const manifests = [{ folder: '.', manifest: readManifest(join(root, 'package.json')) }, ...readUnits(root)]
  const problems = findVersionProblems(manifests, catalog)
  return { ok: problems.length === 0, output: problems.join('\n') }
}

/** One line per dependency that names its own version, is missing in the catalog or unused there, or is not pinned. */
export function findVersionProblems(units: readonly { folder: string; manifest: Manifest }[], catalog: Record<string, string>): string[] {
  const used = new Set<string>()
  const problems = units.flatMap(({ folder, manifest }) => {
    const { dependencies, devDependencies, optionalDependencies } = manifest
    return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).flatMap(([name, version]) => {
      if (version === 'workspace:*') return []
      if (version !== 'catalog:')
        return [`${folder}/package.json: ${name} is "${version}"; write "catalog:" and pin it in pnpm-workspace.yaml`]
      used.add(name)
      return name in catalog ? [] : [`${folder}/package.json: ${name} is not in the catalog of pnpm-workspace.yaml`]
    })
  })
  for (const [name, version] of Object.entries(catalog)) {
    if (!exact.test(version)) problems.push(`pnpm-workspace.yaml: ${name} is "${version}"; pin one exact version`)
    if (!used.has(name)) problems.push(`pnpm-workspace.yaml: no package uses ${name}`)
  }
  return problems
}
