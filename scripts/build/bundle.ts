import { dirname } from 'node:path'
import { build, defaultClientConditions, type Rolldown } from 'vite'

export interface BundleOptions {
  /** Absolute path of the entry: a script or a style sheet. */
  entry: string
  /** Whether an import stays an import in the output. Own files never do. */
  external: (specifier: string) => boolean
  minify: boolean
}

export interface BundledFile {
  /** `index.js`, `index.css`. */
  name: string
  content: string
}

const react = /^react(-dom)?(\/|$)/

/** Whether the host brings this package: two copies of React in one page do not work. */
export const isReact = (specifier: string) => react.test(specifier)

/** Bundles sources of the repository for a browser or for Node, in memory. */
export async function bundle({ entry, external, minify }: BundleOptions): Promise<BundledFile[]> {
  const result = await build({
    configFile: false,
    publicDir: false,
    root: dirname(entry),
    mode: 'production',
    logLevel: 'error',
    // Whatever NODE_ENV is here: React in production has no development runtime.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    resolve: { conditions: ['@inkling/source', ...defaultClientConditions] },
    build: {
      write: false,
      minify,
      target: 'es2022',
      cssMinify: minify,
      reportCompressedSize: false,
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'strict',
        external: (specifier) => !specifier.startsWith('.') && !specifier.startsWith('/') && external(specifier),
        output: { format: 'es', codeSplitting: false, entryFileNames: 'index.js', assetFileNames: 'index[extname]' },
        // The directive is put back in front of the whole bundle by whoever writes it.
        onwarn: (warning, warn) => {
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning)
        },
      },
    },
  })
  const outputs = [result].flat().flatMap((output) => ('output' in output ? output.output : []))
  return outputs.map((file) => ({ name: file.fileName, content: contentOf(file) }))
}

function contentOf(file: Rolldown.OutputChunk | Rolldown.OutputAsset): string {
  if (file.type === 'chunk') return file.code
  return typeof file.source === 'string' ? file.source : Buffer.from(file.source).toString('utf8')
}
