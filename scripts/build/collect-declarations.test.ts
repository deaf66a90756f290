import { expect, test } from 'vitest'
import { collectDeclarations } from './collect-declarations.ts'

const written: Record<string, string> = {
  'packages/client/src/index.d.ts': "export { type Client } from './create-client.ts';\nexport type { z } from 'zod';\n",
  'packages/client/src/create-client.d.ts': "export type Client = import('@inkling/router').Router;\n",
  'packages/router/src/index.d.ts': "export type { Router } from './routers/all.ts';\n",
  'packages/router/src/routers/all.d.ts': "import type { Answer } from '@inkling/contracts';\nexport type Router = () => Answer;\n",
  'packages/contracts/src/index.d.ts': 'export type Answer = string;\n',
  'packages/contracts/src/unused.d.ts': 'export type Unused = string;\n',
}
const sources = {
  read: (path: string) => written[path],
  resolvePrivate: (specifier: string) =>
    specifier.startsWith('@inkling/') ? `packages/${specifier.slice('@inkling/'.length)}/src/index.d.ts` : undefined,
}

test('declarations of unpublished packages move inside, with every import rewritten and nothing that is not reached', () => {
  expect(Object.fromEntries(collectDeclarations('packages/client/src/index.d.ts', sources))).toEqual({
    'index.d.ts': "export { type Client } from './create-client.js';\nexport type { z } from 'zod';\n",
    'create-client.d.ts': "export type Client = import('./internal/router/index.js').Router;\n",
    'internal/router/index.d.ts': "export type { Router } from './routers/all.js';\n",
    'internal/router/routers/all.d.ts': "import type { Answer } from '../../contracts/index.js';\nexport type Router = () => Answer;\n",
    'internal/contracts/index.d.ts': 'export type Answer = string;\n',
  })
})

test('a declaration that the compiler did not write is named', () => {
  const read = (path: string) => (path.includes('contracts') ? undefined : written[path])
  const collect = () => collectDeclarations('packages/client/src/index.d.ts', { ...sources, read })
  expect(collect).toThrow('packages/contracts/src/index.d.ts')
})
