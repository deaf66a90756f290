import { execFile } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildPackages } from './build-packages.ts'

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
  const packed: PackedPackage[] = []
  await buildPackages(
    ({ manifest }) => join(folder, manifest.name),
    async ({ unit, output }) => {
      packed.push({ name: unit.manifest.name, folder: output, tarball: await pack(output, join(folder, 'tarballs')) })
    },
  )
  return packed
}

async function pack(folder: string, destination: string): Promise<string> {
  mkdirSync(destination, { recursive: true })
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', destination]
  const { stdout } = await run('npm', args, { cwd: folder, shell: process.platform === 'win32' })
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }]
  return join(destination, filename.replace('@', '').replace('/', '-'))
}
