import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build, defaultClientConditions } from 'vite'
import { root } from '../root.ts'

const playground = join(root, 'apps', 'playground')

/** Whether there are pages to build. */
export const hasPlayground = () => ['index.html', 'vite.config.ts'].some((file) => existsSync(join(playground, file)))

/** Builds the pages of the playground into its `dist`. */
export async function buildPlayground(): Promise<void> {
  await build({ root: playground, logLevel: 'warn', resolve: { conditions: ['@inkling/source', ...defaultClientConditions] } })
}
