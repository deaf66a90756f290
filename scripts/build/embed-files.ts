import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Alias, build, defaultClientConditions, type Plugin, type Rolldown } from 'vite'
import { root } from '../root.ts'

/** The script-tag form as a server publishes it. */
export interface EmbedFiles {
  /** Names the folder of this version's files: a digest of all of them. */
  release: string
  /** By name: `inkling.js`, the loader; one file for each product; `kit.js`, which all products need. */
  files: ReadonlyMap<string, string>
  /** What a product's page loads after the loader, in the order in which it is needed. */
  products: Readonly<Record<string, readonly string[]>>
}

const folder = join(root, 'apps', 'embed')
const kit = 'kit.js'
const loader = 'inkling.js'
// As long as a release's name, which is a digest of the loader, too.
const placeholder = 'release-name'

// React's components run on preact here: a page without React should not have to load it.
const preact: Alias[] = [
  { find: /^react\/jsx(-dev)?-runtime$/, replacement: 'preact/jsx-runtime' },
  { find: 'react-dom/client', replacement: 'preact/compat/client' },
  { find: /^react(-dom)?$/, replacement: 'preact/compat' },
].map(({ find, replacement }) => ({ find, replacement: join(folder, 'node_modules', replacement) }))

/** Bundles `apps/embed` in memory. The same sources give the same bytes. */
export async function bundleEmbed(): Promise<EmbedFiles> {
  const productFiles = readdirSync(join(folder, 'src', 'products')).sort()
  const chunks = await bundle({
    input: productFiles.map((name) => join(folder, 'src', 'products', name)),
    output: {
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: '[name].js',
      // One shared file and a small one for each product, whatever two of five products have in common.
      codeSplitting: { groups: [{ name: 'kit', test: (id) => !/[\\/](widgets|products)[\\/]/.test(id) }] },
    },
  })
  const products: Record<string, string[]> = {}
  for (const { fileName, imports, isEntry } of chunks) if (isEntry) products[fileName.replace(/\.js$/, '')] = [...imports, fileName]
  const integrities = new Map(chunks.map(({ fileName, code }) => [fileName, integrityOf(code)]))
  const [loaderChunk] = await bundle({
    input: join(folder, 'src', 'loader', 'main.ts'),
    output: { format: 'iife', entryFileNames: loader },
    define: {
      INKLING_RELEASE: JSON.stringify(placeholder),
      INKLING_PRODUCTS: JSON.stringify(
        Object.fromEntries(Object.entries(products).map(([name, files]) => [name, files.map((file) => [file, integrities.get(file)])])),
      ),
    },
  })
  if (!loaderChunk || !integrities.has(kit)) throw new Error('apps/embed: the loader or the shared file was not built')
  const hash = createHash('sha256').update(loaderChunk.code)
  for (const integrity of integrities.values()) hash.update(integrity)
  const release = hash.digest('hex').slice(0, placeholder.length)
  const files = [
    ...chunks.map(({ fileName, code }) => [fileName, code] as const),
    [loader, loaderChunk.code.replaceAll(placeholder, release)] as const,
  ]
  return { release, files: new Map(files), products }
}

/** As the `integrity` attribute wants it. */
export const integrityOf = (content: string) => `sha384-${createHash('sha384').update(content).digest('base64')}`

/** Every product's sheet begins with the kit's, which is in the shared file already. */
const withoutKitSheet: Plugin = {
  name: 'without-kit-sheet',
  enforce: 'pre',
  transform: (code, id) =>
    /[\\/]widgets[\\/][^?]*\.css/.test(id) ? code.replace('@import "@inkling/widget-kit/styles.css";', '') : undefined,
}

interface BundleRequest {
  input: string | string[]
  output: Rolldown.OutputOptions
  define?: Record<string, string>
}

async function bundle({ input, output, define = {} }: BundleRequest): Promise<Rolldown.OutputChunk[]> {
  const result = await build({
    configFile: false,
    publicDir: false,
    root: folder,
    mode: 'production',
    logLevel: 'error',
    plugins: [withoutKitSheet],
    // Whatever NODE_ENV is here: the development runtime carries paths of this machine.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"', ...define },
    resolve: { conditions: ['@inkling/source', ...defaultClientConditions], alias: preact },
    build: {
      write: false,
      // The oldest browsers with light-dark(), as for the pages.
      target: ['chrome123', 'firefox121', 'safari17.5'],
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input,
        output,
        preserveEntrySignatures: 'strict',
        // The directive of React's server components means nothing here.
        onwarn: (warning, warn) => {
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning)
        },
      },
    },
  })
  const outputs = [result].flat().flatMap((built) => ('output' in built ? built.output : []))
  return outputs.filter((file) => file.type === 'chunk').sort((a, b) => (a.fileName < b.fileName ? -1 : 1))
}
