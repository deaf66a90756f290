import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../../root.ts'
import { buildPackages } from '../build-packages.ts'

/** Where each package of others that a snippet or one of ours needs is installed in the repository. */
const others: Record<string, readonly string[]> = {
  '.': ['@types/node', 'vite'],
  'packages/client': ['@trpc/client', 'jose'],
  'packages/router': ['@trpc/server', 'zod'],
  'packages/widget-kit': ['react', '@types/react'],
  'apps/playground': ['@vitejs/plugin-react'],
}

/** Makes `folder` a project of a customer: our packages as they are published, others as npm would install them, none of our sources. */
export async function installPackages(folder: string): Promise<void> {
  const installed = (name: string) => join(folder, 'node_modules', name)
  await buildPackages(({ manifest }) => installed(manifest.name))
  for (const [place, names] of Object.entries(others))
    for (const name of names) {
      mkdirSync(dirname(installed(name)), { recursive: true })
      symlinkSync(join(root, place, 'node_modules', name), installed(name), 'dir')
    }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }))
}
