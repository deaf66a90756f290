import { existsSync, readFileSync } from 'node:fs'
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
  /** `embed-...`: what the script-tag form loads; the entry is its folder. */
  kind: 'script' | 'style' | EmbedPart
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
    const size = isEmbedPart(kind)
      ? embedSize(await bundleEmbed(), kind)
      : compressedSize(await bundle({ entry, external: isReact, minify: true }), kind)
    const ok = size > 0 && size <= gzipBytes
    return { ok, line: `${name}: ${size} of ${gzipBytes} bytes${ok ? '' : ` (${size === 0 ? 'nothing was built' : reason})`}` }
  } catch (error) {
    return { ok: false, line: `${name}: ${entry} does not build: ${error instanceof Error ? error.message : String(error)}` }
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
