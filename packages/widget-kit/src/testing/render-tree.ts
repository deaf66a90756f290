import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, defaultServerConditions, type Plugin } from 'vite'
import { reactAliases } from './react-version.ts'

/** What a server of the host would render of `HostTree` in `host-tree.tsx`. Bundled, so that it is the same React as in the page. */
export async function renderTree(tree: URL): Promise<string> {
  const entry = fileURLToPath(new URL('rendered-tree.js', tree))
  const result = await build({
    configFile: false,
    logLevel: 'error',
    mode: 'development',
    define: { 'process.env.NODE_ENV': '"development"' },
    plugins: [virtualFile(entry, entryText)],
    resolve: { alias: reactAliases, conditions: ['@inkling/source', ...defaultServerConditions] },
    ssr: { noExternal: true, resolve: { conditions: ['@inkling/source', ...defaultServerConditions] } },
    build: { ssr: true, write: false, minify: false, rolldownOptions: { input: entry, onwarn: () => {} } },
  })
  const [script] = [result].flat().flatMap((bundle) => ('output' in bundle ? bundle.output : []))
  const folder = mkdtempSync(join(tmpdir(), 'inkling-rendered-'))
  try {
    const file = join(folder, 'render.mjs')
    writeFileSync(file, script?.type === 'chunk' ? script.code : '')
    const { html } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { html: string }
    return html
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const entryText = `
import { createElement, StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { HostTree } from './host-tree.tsx'
const tree = createElement(HostTree, { onAccept: () => false, onEdit: () => {} })
export const html = renderToString(createElement(StrictMode, null, tree))`

function virtualFile(path: string, text: string): Plugin {
  return {
    name: 'virtual-file',
    enforce: 'pre',
    resolveId: (id) => (id === path ? path : undefined),
    load: (id) => (id === path ? text : undefined),
  }
}
