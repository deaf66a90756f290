import { describe, expect, test } from 'vitest'
import { findVersionProblems } from './check-versions.ts'

const units = (dependencies: Record<string, string>) => [{ folder: 'packages/a', manifest: { name: 'a', dependencies } }]

describe('one version of each dependency', () => {
  test('holds when packages take their versions from the catalog and from the workspace', () => {
    expect(findVersionProblems(units({ zod: 'catalog:', '@inkling/b': 'workspace:*' }), { zod: '4.6.7' })).toEqual([])
    expect(findVersionProblems(units({ 'zod-3': 'catalog:' }), { 'zod-3': 'npm:zod@3.0.0' })).toEqual([])
  })

  test.each([
    ['a version of its own', { zod: '4.6.7' }, {}, 'zod is "4.6.7"'],
    ['a name that is not in the catalog', { zod: 'catalog:' }, {}, 'zod is not in the catalog'],
    ['a catalog entry that nobody uses', {}, { zod: '4.6.7' }, 'no package uses zod'],
    ['a range behind an alias', { 'zod-3': 'catalog:' }, { 'zod-3': 'npm:zod@^3.0.0' }, 'pin one exact version'],
    ['a range in the catalog', { zod: 'catalog:' }, { zod: '^4.6.7' }, 'pin one exact version'],
  ])('is broken by %s', (_, dependencies, catalog, problem) => {
    expect(findVersionProblems(units(dependencies), catalog)).toEqual([expect.stringContaining(problem)])
  })
})
