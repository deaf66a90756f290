import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { root } from '../root.ts'
import { bundleEmbed, type EmbedFiles, integrityOf } from './embed-files.ts'

/** `/embed/v1/manifest.json`: what is published, so that a host can pin it. */
export interface EmbedManifest {
  /** The release that `/embed/v1/inkling.js` loads. */
  current: string
  /** The newest first. */
  releases: { release: string; files: Record<string, { integrity: string; bytes: number; gzipBytes: number }> }[]
}

// Pages that are open, and loaders in caches, go on loading the files of their own version.
const keptReleases = 10

const output = join(root, 'apps', 'embed', 'dist', 'v1')

/** Builds the script-tag form into `output`, beside the releases that are there. Returns the release's name. */
export async function buildEmbed(folder = output): Promise<string> {
  const built = await bundleEmbed()
  writeEmbed(built, folder)
  return built.release
}

function writeEmbed({ release, files }: EmbedFiles, folder: string): void {
  const manifest = nextManifest(readManifest(folder), { release, files })
  for (const [name, content] of files) publish(join(folder, release), name, content)
  publish(folder, 'inkling.js', files.get('inkling.js') ?? '')
  // Last, since it says that all the rest is there.
  publish(folder, 'manifest.json', `${JSON.stringify(manifest, undefined, 1)}\n`)
  const kept = new Set(manifest.releases.map((entry) => entry.release))
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory() && !kept.has(entry.name)) rmSync(join(folder, entry.name), { recursive: true })
}

function nextManifest({ releases }: EmbedManifest, { release, files }: Pick<EmbedFiles, 'release' | 'files'>): EmbedManifest {
  const entries = [...files].map(([name, content]) => {
    const measured = { integrity: integrityOf(content), bytes: Buffer.byteLength(content), gzipBytes: gzip(content).length }
    return [name, measured] as const
  })
  const older = releases.filter((entry) => entry.release !== release)
  return { current: release, releases: [{ release, files: Object.fromEntries(entries) }, ...older].slice(0, keptReleases) }
}

function readManifest(folder: string): EmbedManifest {
  const path = join(folder, 'manifest.json')
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as EmbedManifest) : { current: '', releases: [] }
}

const gzip = (content: string) => gzipSync(content, { level: 9 })

/** Compressed once here rather than for each request. */
function publish(folder: string, name: string, content: string): void {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, name)
  writeFileSync(`${path}.gz`, gzip(content))
  writeFileSync(`${path}.br`, brotliCompressSync(content))
  writeFileSync(path, content)
}
