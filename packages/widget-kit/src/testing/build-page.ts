import { join } from 'node:path'
import { build, defaultClientConditions } from 'vite'
import { nameBundle, pagesAreCovered } from './browser-coverage.ts'
import { reactAliases } from './react-version.ts'

/** Bundles a page's entry with its styles as a host would, and returns the files of a server. `entry` is an absolute path. */
export async function buildPage(entry: string): Promise<Record<string, { type: string; body: string }>> {
  const root = entry.slice(0, entry.lastIndexOf('/'))
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root,
    define: { 'process.env.NODE_ENV': '"development"' },
    mode: 'development',
    resolve: { alias: reactAliases, conditions: ['@inkling/source', ...defaultClientConditions] },
    build: {
      write: false,
      minify: false,
      sourcemap: pagesAreCovered ? 'hidden' : false,
      rolldownOptions: { input: entry, output: { entryFileNames: 'page.js', assetFileNames: 'page.[ext]' }, onwarn: () => {} },
    },
  })
  const outputs = [result].flat().flatMap((bundle) => ('output' in bundle ? bundle.output : []))
  const pages: Record<string, { type: string; body: string }> = {}
  for (const file of outputs) {
    if (file.fileName.endsWith('.map')) continue
    const type = file.fileName.endsWith('.css') ? 'text/css' : 'text/javascript'
    const body = file.type === 'chunk' ? nameBundle(file.code, file.map, join(root, 'dist')) : String(file.source)
    pages[`/${file.fileName}`] = { type, body }
  }
  return pages
}

/** A document that runs the page; `html` is what a server would have rendered into its root. */
export function pageDocument({ language = 'en', html = '' } = {}): { type: string; body: string } {
  return {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Host page</title><link rel="stylesheet" href="/page.css"></head><body><div id="root">${html}</div><script type="module" src="/page.js"></script></body></html>`,
  }
}
