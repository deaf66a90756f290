import { join } from 'node:path'
import { build, defaultClientConditions } from 'vite'
import { root } from '../root.ts'

/** Builds the pages of the playground into its `dist`, or into another folder. */
export async function buildPlayground(folder = join(root, 'apps', 'playground', 'dist')): Promise<void> {
  const conditions = ['@inkling/source', ...defaultClientConditions]
  await build({
    root: join(root, 'apps', 'playground'),
    logLevel: 'warn',
    resolve: { conditions },
    build: { outDir: folder, emptyOutDir: true },
  })
}
