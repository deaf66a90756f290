import { expect, test } from 'vitest'
import { edgesOf, type Lockfile } from './lockfile-edges.ts'

const workspace = {
  '.': { name: 'inkling', version: '0.0.0' },
  'apps/api': { name: '@inkling/api', version: '0.1.0' },
  'packages/contracts': { name: '@inkling/contracts', version: '0.1.0' },
}

test('who needs whom: packages of the workspace, aliases, and one version with several peers', () => {
  const lockfile: Lockfile = {
    importers: {
      'apps/api': {
        dependencies: {
          '@inkling/contracts': { version: 'link:../../packages/contracts' },
          '@trpc/server': { version: '11.0.0(typescript@7.0.2)' },
        },
        devDependencies: { 'zod-3': { version: 'zod@3.0.0' } },
      },
      'packages/contracts': { dependencies: { zod: { version: '4.6.7' } } },
    },
    snapshots: {
      '@trpc/server@11.0.0(typescript@7.0.2)': { dependencies: { typescript: '7.0.2' } },
      '@trpc/server@11.0.0(typescript@6.0.0)': { optionalDependencies: { typescript: '6.0.0' } },
      'zod@3.0.0': {},
    },
  }
  expect(Object.fromEntries(edgesOf(lockfile, workspace))).toEqual({
    'pkg:npm/%40inkling/api@0.1.0': ['pkg:npm/%40inkling/contracts@0.1.0', 'pkg:npm/%40trpc/server@11.0.0', 'pkg:npm/zod@3.0.0'],
    'pkg:npm/%40inkling/contracts@0.1.0': ['pkg:npm/zod@4.6.7'],
    'pkg:npm/%40trpc/server@11.0.0': ['pkg:npm/typescript@7.0.2', 'pkg:npm/typescript@6.0.0'],
    'pkg:npm/zod@3.0.0': [],
  })
})
