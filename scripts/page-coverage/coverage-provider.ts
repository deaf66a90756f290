import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import v8 from '@vitest/coverage-v8'
import { V8CoverageProvider } from '@vitest/coverage-v8/dist/provider.js'
import type { CoverageProviderModule, Vitest } from 'vitest/node'
import { adoptCounts, type FileCounts } from './adopt-counts.ts'
import { mergeRuns, type ReportedFunction } from './merge-runs.ts'

type CoverageMap = ReturnType<V8CoverageProvider['createCoverageMap']>
type ReportContext = Parameters<V8CoverageProvider['generateCoverage']>[0]

/** What the browser tests leave (packages/widget-kit/src/testing/browser-coverage.ts): a page's script with its map, named by `url`. */
interface Bundle {
  url: string
  code: string
  map: object
}

interface Ran {
  /** Of the bundle. */
  url: string
  functions: ReportedFunction[]
}

interface Remaps {
  /** As of the class below, which declares it private. */
  remapCoverage(url: string, offset: number, source: Omit<Bundle, 'url'>, functions: ReportedFunction[]): Promise<Record<string, object>>
}

/** Vitest's V8 provider, which knows its own process alone; here what ran in the pages of the browser tests counts as well. */
class PageCoverageProvider extends V8CoverageProvider {
  #folder = ''

  override initialize(vitest: Vitest): void {
    super.initialize(vitest)
    // Of the folder that is emptied before a run and removed after it; workers inherit the variable.
    this.#folder = join(this.coverageFilesDirectory, 'pages')
    process.env.INKLING_BROWSER_COVERAGE = this.#folder
  }

  override async generateCoverage(context: ReportContext): Promise<CoverageMap> {
    const coverage = await super.generateCoverage(context)
    for (const ran of await this.#readPages()) {
      for (const [file, counts] of Object.entries(ran)) {
        if (!this.isIncluded(file)) continue
        if (coverage.files().includes(file)) adoptCounts(coverage.fileCoverageFor(file).data as FileCounts, counts as FileCounts)
        else coverage.addFileCoverage(counts as Parameters<CoverageMap['addFileCoverage']>[0])
      }
    }
    return coverage
  }

  /** What ran of each source, once for each bundle. */
  async #readPages(): Promise<Record<string, object>[]> {
    const bundles = this.#files('.bundle.json').map((file) => read<Bundle>(file))
    const lengths = new Map(bundles.map(({ url, code }) => [url, code.length]))
    const merged = new Map<string, ReportedFunction[]>()
    // One by one: all of them together are some hundred megabytes.
    for (const file of this.#files('.ran.json')) {
      for (const { url, functions } of read<Ran[]>(file)) {
        merged.set(url, mergeRuns([merged.get(url) ?? [], functions], lengths.get(url) ?? 0))
      }
    }
    // The name stands for a path, which the map's own absolute sources do not need.
    const remap = ({ url, ...source }: Bundle) =>
      (this as unknown as Remaps).remapCoverage('file:///page.js', 0, source, merged.get(url) ?? [])
    return Promise.all(bundles.map(remap))
  }

  #files(suffix: string): string[] {
    if (!existsSync(this.#folder)) return []
    const names = readdirSync(this.#folder).filter((name) => name.endsWith(suffix))
    return names.map((name) => join(this.#folder, name))
  }
}

const read = <Content>(file: string): Content => JSON.parse(readFileSync(file, 'utf8'))

// Not spread: the module's functions find each other by `this`, and each worker loads this file anew.
const provider: CoverageProviderModule = {
  startCoverage: (options) => v8.startCoverage?.(options),
  takeCoverage: (options) => v8.takeCoverage?.(options),
  stopCoverage: (options) => v8.stopCoverage?.(options),
  getProvider: async () => new PageCoverageProvider(),
}
export default provider
