import { execFile } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildPackage, exportedSources, publishedUnits } from './build-package.ts'
import { emitDeclarations } from './emit-declarations.ts'

export interface PackedPackage {
  name: string
  /** The built package, as it is packed. */
  folder: string
  /** What `npm publish` would upload. */
  tarball: string
}

const run = promisify(execFile)

/** Builds every published package below `folder` and packs each with npm. */
export async function packPackages(folder: string): Promise<PackedPackage[]> {
  const entries = publishedUnits.map(({ folder: source }) => `${source}/src/index.ts`)
  return emitDeclarations(entries, exportedSources(), async (declarations) => {
    const packed: PackedPackage[] = []
    for (const unit of publishedUnits) {
      const { name } = unit.manifest
      const output = join(folder, name)
      await buildPackage(unit, declarations, output)
      packed.push({ name, folder: output, tarball: await pack(output, join(folder, 'tarballs')) })
    }
    return packed
  })
}

async function pack(folder: string, destination: string): Promise<string> {
  mkdirSync(destination, { recursive: true })
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', destination]
  const { stdout } = await run('npm', args, { cwd: folder, shell: process.platform === 'win32' })
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }]
  return join(destination, filename.replace('@', '').replace('/', '-'))
}
