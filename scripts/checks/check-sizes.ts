import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type BundledFile, bundle, isReact } from '../build/bundle.ts'
import { bundleEmbed, type EmbedFiles } from '../build/embed-files.ts'
import { root } from '../root.ts'
import type { Outcome } from './step.ts'

interface SizeBudget {
  name: string
  /** Relative to the root in the file, absolute once it is read. */
  entry: string
  /** `packages`: everything that the packages in the folder export; `embed-...`: what the script-tag form loads, the entry is its folder. */
  kind: 'script' | 'style' | 'packages' | EmbedPart
  /** The most that a browser may have to fetch. */
  gzipBytes: number
  reason: string
}

/** The loader; the largest product with what it needs; everything but the loader. */
type EmbedPart = 'embed-loader' | 'embed-product' | 'embed-all'

/** Bundles what a browser loads and compares its compressed size with the budget. */
export async function checkSizes(): Promise<Outcome> {
  const budgets = JSON.parse(readFileSync(join(root, 'scripts', 'size-budgets.json'), 'utf8')) as SizeBudget[]
  const lines: string[] = []
  let ok = true
  for (const budget of budgets) {
    const outcome = await measureBudget({ ...budget, entry: join(root, budget.entry) })
    ok &&= outcome.ok
    lines.push(outcome.line)
  }
  return { ok, output: lines.join('\n'), note: ok ? lines.join('; ') : '' }
}

/** Bundles the entry, an absolute path, and compares. */
export async function measureBudget({ name, entry, kind, gzipBytes, reason }: SizeBudget): Promise<{ ok: boolean; line: string }> {
  if (!existsSync(entry)) return { ok: false, line: `${name}: ${entry} does not exist` }
  try {
    const size = await measure(entry, kind)
    const ok = size > 0 && size <= gzipBytes
    return { ok, line: `${name}: ${size} of ${gzipBytes} bytes${ok ? '' : ` (${size === 0 ? 'nothing was built' : reason})`}` }
  } catch (error) {
    return { ok: false, line: `${name}: ${entry} does not build: ${error instanceof Error ? error.message : String(error)}` }
  }
}

async function measure(entry: string, kind: SizeBudget['kind']): Promise<number> {
  if (isEmbedPart(kind)) return embedSize(await bundleEmbed(), kind)
  if (kind === 'packages') return measurePackages(entry)
  return compressedSize(await bundle({ entry, external: isReact, minify: true }), kind)
}

/** All packages of a folder in one bundle, as in a page that uses each of them. */
async function measurePackages(folder: string): Promise<number> {
  const indexes = readdirSync(folder).map((name) => join(folder, name, 'src', 'index.ts'))
  const imports = indexes.filter((file) => existsSync(file)).map((file, index) => `export * as p${index} from ${JSON.stringify(file)}`)
  const temporary = mkdtempSync(join(tmpdir(), 'inkling-packages-'))
  try {
    const entry = join(temporary, 'all.ts')
    writeFileSync(entry, imports.join('\n'))
    return compressedSize(await bundle({ entry, external: isReact, minify: true }), 'script')
  } finally {
    rmSync(temporary, { recursive: true })
  }
}

const isEmbedPart = (kind: SizeBudget['kind']): kind is EmbedPart => kind.startsWith('embed-')

export function embedSize({ files, products }: Pick<EmbedFiles, 'files' | 'products'>, part: EmbedPart): number {
  const sizeOf = (names: Iterable<string>) => [...names].reduce((sum, name) => sum + compressed(files.get(name) ?? ''), 0)
  if (part === 'embed-loader') return sizeOf(['inkling.js'])
  const sets = Object.values(products)
  return part === 'embed-all' ? sizeOf(new Set(sets.flat())) : Math.max(0, ...sets.map(sizeOf))
}

function compressedSize(files: readonly BundledFile[], kind: 'script' | 'style'): number {
  const ending = kind === 'script' ? '.js' : '.css'
  const texts = files.filter((file) => file.name.endsWith(ending)).map((file) => file.content.trim())
  return texts.reduce((sum, text) => sum + compressed(text), 0)
}

const compressed = (text: string) => (text === '' ? 0 : gzipSync(text, { level: 9 }).length)
