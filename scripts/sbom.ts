import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parse } from 'yaml'
import { readManifest, readUnits } from './dependencies/workspace.ts'
import { root } from './root.ts'
import { edgesOf, type Lockfile, packageUrl, type WorkspaceNames } from './supply-chain/lockfile-edges.ts'
import { normaliseSbom, type Sbom, withApplications } from './supply-chain/normalise-sbom.ts'
import { runPnpm } from './supply-chain/run-pnpm.ts'

const help = `npm run sbom [-- <file>]

Writes the software bill of materials: every package of the lock file with version, checksum and licence, and what depends on what, as
CycloneDX 1.6 (JSON). Into dist/sbom.cdx.json unless a file is given. The same lock file gives the same bytes.
`

const options = ['--sbom-format', 'cyclonedx', '--sbom-spec-version', '1.6', '--sbom-type', 'application']

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help)
    return 0
  }
  const file = resolve(root, args[0] ?? join('dist', 'sbom.cdx.json'))
  const sbom = await readSbom()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(sbom, undefined, 2)}\n`)
  process.stdout.write(`${file}: ${sbom.components.length} components, ${sbom.serialNumber}\n`)
  return 0
}

/** What pnpm knows, in an order of our own. */
async function readSbom(): Promise<Sbom> {
  const folder = mkdtempSync(join(tmpdir(), 'inkling-sbom-'))
  try {
    const raw = join(folder, 'sbom.json')
    const { code, stderr } = await runPnpm(['sbom', ...options, '--out', raw])
    if (code !== 0) throw new Error(`pnpm could not write the bill of materials: ${stderr}`)
    const units = readWorkspace()
    const named = Object.values(units).map((unit) => ({ ...unit, url: packageUrl(unit.name, unit.version) }))
    const whole = withApplications(JSON.parse(readFileSync(raw, 'utf8')) as Sbom, named)
    return normaliseSbom(whole, edgesOf(parse(readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')) as Lockfile, units))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readWorkspace(): WorkspaceNames {
  const units = [{ folder: '.', manifest: readManifest(join(root, 'package.json')) }, ...readUnits(root)]
  return Object.fromEntries(
    units.map(({ folder, manifest }) => {
      const { name, version = '0.0.0' } = manifest as { name: string; version?: string }
      return [folder, { name, version }]
    }),
  )
}

process.exitCode = await main(process.argv.slice(2))
