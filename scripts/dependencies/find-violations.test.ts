import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { findViolations } from './find-violations.ts'

const roots: string[] = []
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true })
})

function manifest(name: string, dependencies: string[] = [], exports: Record<string, string> = { '.': './src/index.ts' }) {
  const entries = (names: string[]) => Object.fromEntries(names.map((dependency) => [dependency, '*']))
  return JSON.stringify({ name: `@inkling/${name}`, exports, dependencies: entries(dependencies), devDependencies: { preact: '*' } })
}

/** A small workspace that keeps every rule. */
const sound: Record<string, string> = {
  'package.json': JSON.stringify({ name: 'root', devDependencies: { vitest: '*' } }),
  'packages/contracts/package.json': manifest('contracts', ['zod', 'jose']),
  'packages/contracts/src/index.ts': "export { product } from './product.ts'\n",
  'packages/contracts/src/product.ts': "import { z } from 'zod'\nexport const product = z.string()\n",
  'packages/cost/package.json': manifest('cost', ['@inkling/contracts']),
  'packages/cost/src/index.ts': "import { product } from '@inkling/contracts'\nexport const cost = product\n",
  'packages/safety/package.json': manifest('safety', ['@inkling/contracts', '@inkling/cost']),
  'packages/safety/src/index.ts': 'export const safe = true\n',
  'packages/router/package.json': manifest('router', ['@inkling/contracts']),
  'packages/router/src/index.ts': 'export type Router = string\n',
  'packages/suggestions/package.json': manifest('suggestions', ['@inkling/cost'], {
    '.': './src/index.ts',
    './ports': './src/ports.ts',
    './testing': './src/testing/index.ts',
  }),
  'packages/suggestions/src/index.ts': "import { cost } from '@inkling/cost'\nexport const pipeline = cost\n",
  'packages/suggestions/src/ports.ts': 'export interface Clock { now(): number }\n',
  'packages/suggestions/src/testing/index.ts': "export { fakeClock } from './fake-clock.ts'\n",
  'packages/suggestions/src/testing/fake-clock.ts': 'export const fakeClock = { now: () => 0 }\n',
  'packages/cache/package.json': manifest('cache', ['@inkling/contracts', '@inkling/suggestions', '@inkling/cost']),
  'packages/cache/src/index.ts': "import type { Clock } from '@inkling/suggestions/ports'\nexport type Cache = Clock\n",
  'packages/cache/src/cache.test.ts':
    "import { pipeline } from '@inkling/suggestions'\nimport { fakeClock } from '@inkling/suggestions/testing'\nimport { test } from 'vitest'\ntest('', () => [fakeClock, pipeline, process.env.TEST_REDIS_URL])\n",
  'packages/widget-kit/package.json': manifest('widget-kit', ['@inkling/contracts', '@inkling/router'], {
    '.': './src/index.ts',
    './styles.css': './src/styles.css',
  }),
  'packages/widget-kit/src/index.ts': "import type { Router } from '@inkling/router'\nexport type Kit = Router\n",
  'apps/embed/package.json': manifest('embed', ['@inkling/widget-kit']),
  'apps/embed/src/main.ts': "import styles from '@inkling/widget-kit/styles.css?inline'\nexport const sheet = styles\n",
  'apps/claude-simulator/package.json': manifest('claude-simulator', ['@inkling/contracts']),
  'apps/claude-simulator/src/main.ts': "import { join } from 'node:path'\nexport const path = join('a', 'b')\n",
  'apps/api/package.json': manifest('api', ['@inkling/suggestions', '@inkling/claude-simulator']),
  'apps/api/src/env.ts': 'export const port = process.env.PORT\n',
  'scripts/report.ts': 'console.log(process.env.HOME)\n',
}

function violationsWith(changes: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'inkling-rules-'))
  roots.push(root)
  for (const [file, text] of Object.entries({ ...sound, ...changes })) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return findViolations(root).map(({ rule, file }) => `${rule} ${file}`)
}

const faults: [rule: string, file: string, description: string, text: string, more?: Record<string, string>][] = [
  [
    'arrow',
    'packages/safety/src/check.ts',
    'an import against the arrows',
    "import { cost } from '@inkling/cost'\nexport const x = cost\n",
  ],
  [
    'arrow',
    'packages/safety/src/check.ts',
    'a type against the arrows',
    "import type { cost } from '@inkling/cost'\nexport type X = cost\n",
  ],
  ['arrow', 'packages/safety/src/check.ts', 'an import on demand', "export const x = () => import('@inkling/cost')\n"],
  ['arrow', 'packages/safety/src/check.ts', 'an export handed on', "export { cost } from '@inkling/cost'\nexport const x = 1\n"],
  ['arrow', 'packages/safety/src/check.ts', 'a type written in place', "export type X = import('@inkling/cost').cost\n"],
  [
    'arrow',
    'packages/cache/src/redis.ts',
    'an adapter that reaches into the domain',
    "import type { pipeline } from '@inkling/suggestions'\nexport type X = pipeline\n",
  ],
  [
    'arrow',
    'apps/claude-simulator/src/main.test.ts',
    'a stand-in that shares our code, even in a test',
    "import { product } from '@inkling/contracts'\nexport const x = product\n",
  ],
  [
    'type-only',
    'packages/cache/src/redis.ts',
    'a port imported at run time',
    "import { type Clock } from '@inkling/suggestions/ports'\nexport type X = Clock\n",
  ],
  [
    'type-only',
    'packages/widget-kit/src/transport.ts',
    'the router in a browser',
    "import { Router } from '@inkling/router'\nexport const x = Router\n",
  ],
  [
    'foreign-package',
    'packages/contracts/src/claims.ts',
    'a dependency of the contracts other than zod',
    "import { sign } from 'jose'\nexport const x = sign\n",
  ],
  [
    'undeclared',
    'packages/cost/src/day.ts',
    'a package that the manifest does not name',
    "import { x } from 'left-pad'\nexport const y = x\n",
  ],
  ['undeclared', 'packages/cost/src/day.ts', 'a development dependency at run time', "import { h } from 'preact'\nexport const y = h\n"],
  ['undeclared', 'packages/cost/src/day.ts', 'a test tool in the product', "import { expect } from 'vitest'\nexport const y = expect\n"],
  [
    'node-module',
    'packages/cost/src/day.ts',
    'a Node module in pure code',
    "import { readFileSync } from 'node:fs'\nexport const x = readFileSync\n",
  ],
  [
    'deep-import',
    'packages/suggestions/src/bound.ts',
    'an import past the door of a package',
    "import { day } from '@inkling/cost/src/day.ts'\nexport const x = day\n",
  ],
  [
    'deep-import',
    'apps/embed/src/frame.ts',
    'a file past the door, as the bundler hands it over',
    "import styles from '@inkling/widget-kit/src/styles.css?inline'\nexport const sheet = styles\n",
  ],
  [
    'deep-import',
    'packages/suggestions/src/bound.ts',
    'an import over the fence',
    "import { cost } from '../../cost/src/index.ts'\nexport const x = cost\n",
  ],
  ['unresolved', 'packages/cost/src/day.ts', 'a file that is not there', "import { x } from './nowhere.ts'\nexport const y = x\n"],
  [
    'testing-in-product',
    'apps/api/src/compose.ts',
    'a fake in the product',
    "import { fakeClock } from '@inkling/suggestions/testing'\nexport const x = fakeClock\n",
  ],
  [
    'testing-in-product',
    'packages/suggestions/src/pipeline.ts',
    'an own fake in the product',
    "import { fakeClock } from './testing/fake-clock.ts'\nexport const x = fakeClock\n",
  ],
  [
    'cycle',
    'packages/cost/src/a.ts',
    'two files that import each other',
    "import { b } from './b.ts'\nexport const a = () => b\n",
    { 'packages/cost/src/b.ts': "import { a } from './a.ts'\nexport const b = () => a\n" },
  ],
  [
    'cycle',
    'packages/cost/src/a.ts',
    'a cycle of types',
    "import type { B } from './b.ts'\nexport type A = B[]\n",
    { 'packages/cost/src/b.ts': "export type { A } from './a.ts'\nexport type B = number\n" },
  ],
  ['barrel', 'packages/cost/src/usd/index.ts', 'an index below the door', 'export const x = 1\n'],
  [
    'barrel',
    'packages/cost/src/everything.ts',
    'a barrel by another name',
    "export * from './day.ts'\n",
    { 'packages/cost/src/day.ts': 'export const x = 1\n' },
  ],
  ['environment', 'packages/cost/src/day.ts', 'a read of the environment', 'export const zone = process.env.TZ\n'],
  ['environment', 'packages/cost/src/day.ts', 'the environment taken apart', 'const { env } = process\nexport const zone = env.TZ\n'],
  ['environment', 'apps/api/src/start.ts', 'the environment imported', "import { env } from 'node:process'\nexport const zone = env.TZ\n"],
  ['console', 'packages/cost/src/day.ts', 'a line on the console', "console.log('here')\n"],
  ['banned-name', 'packages/cost/src/utils.ts', 'a file that says nothing', 'export const x = 1\n'],
  ['banned-name', 'packages/cost/src/date-helpers.ts', 'a file that says little', 'export const x = 1\n'],
  ['long-file', 'packages/cost/src/day.ts', 'a file of 401 lines', 'export {}\n'.repeat(401)],
  ['syntax', 'packages/cost/src/day.ts', 'a file that does not parse', 'export const = 1\n'],
]

describe('the rules of imports and names', () => {
  test('leave a workspace alone that keeps them', () => {
    expect(violationsWith({})).toEqual([])
  })

  test.each(faults)('%s: %s has %s', (rule, file, _description, text, more) => {
    expect(violationsWith({ [file]: text, ...more })).toEqual([`${rule} ${file}`])
  })

  test('find a folder that says nothing', () => {
    expect(violationsWith({ 'packages/cost/src/shared/day.ts': 'export const x = 1\n' })).toEqual(['banned-name packages/cost/src/shared'])
  })

  test('find a package that no arrow speaks of', () => {
    expect(violationsWith({ 'packages/billing/package.json': manifest('billing') })).toEqual(['no-arrow packages/billing/package.json'])
  })
})
