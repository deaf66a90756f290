import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, defaultClientConditions } from 'vite'
import { root } from '../root.ts'
import { readHeadings } from './read-markdown.ts'
import { renderMarkdown } from './render-markdown.ts'
import { type PageAssets, renderPage } from './render-page.ts'
import { sitePages, sitePath } from './site.ts'

const folder = join(root, 'apps', 'docs')

/** Renders every page of the documentation into `output`, with scripts, styles and pictures. Returns the number of pages. */
export async function buildDocs(output = join(folder, 'dist')): Promise<number> {
  rmSync(output, { recursive: true, force: true })
  const bundled = await bundleScripts(output)
  for (const page of sitePages) {
    const markdown = readFileSync(join(root, 'docs', page.file), 'utf8')
    const body = renderMarkdown(markdown, page.file)
    const assets = assetsOf(bundled, body.includes(previewMark))
    writeFileSync(join(output, `${page.slug || 'index'}.html`), renderPage({ page, headings: readHeadings(markdown), body, assets }))
  }
  const pictures = join(root, 'docs', 'pictures')
  if (existsSync(pictures)) cpSync(pictures, join(output, 'pictures'), { recursive: true })
  return sitePages.length
}

const previewMark = 'id="theme-preview"'

interface BundledScript {
  file: string
  css?: string[]
  imports?: string[]
}

/** The scripts of `apps/docs` under names with a hash of their content; what became of each source. */
async function bundleScripts(output: string): Promise<Record<string, BundledScript>> {
  await build({
    configFile: false,
    root: folder,
    base: sitePath,
    logLevel: 'warn',
    resolve: { conditions: ['@inkling/source', ...defaultClientConditions] },
    build: {
      outDir: output,
      manifest: 'manifest.json',
      modulePreload: { polyfill: false },
      // The server's policy allows no font from a data URL.
      assetsInlineLimit: 0,
      // As for the playground: the styles need light-dark().
      target: ['chrome123', 'firefox120', 'safari17.5'],
      rolldownOptions: {
        input: ['src/page.ts', 'src/theme.ts', 'src/theming/main.tsx'].map((path) => join(folder, path)),
        onwarn: () => {},
      },
    },
  })
  const manifest = join(output, 'manifest.json')
  const bundled = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, BundledScript>
  rmSync(manifest)
  return bundled
}

function assetsOf(bundled: Readonly<Record<string, BundledScript>>, withPreview: boolean): PageAssets {
  const of = (source: string) => {
    const script = bundled[source]
    if (!script) throw new Error(`apps/docs/${source} was not built`)
    return script
  }
  const scripts = [of('src/page.ts'), ...(withPreview ? [of('src/theming/main.tsx')] : [])]
  const styles = scripts.flatMap(({ css = [], imports = [] }) => [...imports.flatMap((name) => bundled[name]?.css ?? []), ...css])
  return {
    styles: [...new Set(styles)].map((file) => sitePath + file),
    theme: sitePath + of('src/theme.ts').file,
    modules: scripts.map(({ file }) => sitePath + file),
  }
}
