import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runTool } from '../run-tool.ts'
import { publishedUnits } from './build-package.ts'
import { installPackages } from './testing/customer-project.ts'

/** A customer's project outside the repository: it has what npm would install, and nothing of our sources. */
const customer = mkdtempSync(join(tmpdir(), 'inkling-customer-'))
const installed = (name: string) => join(customer, 'node_modules', name)
const manifestOf = (name: string) => JSON.parse(readFileSync(join(installed(name), 'package.json'), 'utf8'))

beforeAll(() => installPackages(customer), 180_000)
afterAll(() => rmSync(customer, { recursive: true }))

async function compile(source: string): Promise<string> {
  writeFileSync(join(customer, 'page.tsx'), source)
  const options = [
    '--ignoreConfig',
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    '--jsx',
    'react-jsx',
    '--target',
    'es2024',
    '--lib',
    'esnext,dom,dom.iterable',
    '--types',
    'node',
  ]
  const resolution = ['--module', 'nodenext', '--moduleResolution', 'nodenext']
  const { output } = await runTool('tsc', [...options, ...resolution, join(customer, 'page.tsx')])
  return output
}

describe('the published packages', () => {
  test('type a customer page and a customer backend without our sources', async () => {
    const output = await compile(`
      import { createClient, mintWidgetToken } from '@inkling/client'
      import { InklingProvider } from '@inkling/widget-kit'
      import { ChefSuggestions, useChefSuggestions } from '@inkling/widgets-coocook'
      const token = () => mintWidgetToken('secret', { product: 'coocook', userId: 'u1' })
      const client = createClient({ url: 'https://inkling.example.com', token })
      type Ask = typeof client.suggest.coocook.chefRecommendation.query
      export const id = async (ask: Ask, context: Parameters<Ask>[0]): Promise<string> => (await ask(context)).suggestionId
      export const parts = [InklingProvider, ChefSuggestions]
      export const Reasons = () => {
        const { state } = useChefSuggestions({ budgetUsd: 400, cuisine: 'korean', dietary: [], partySize: 4, chefs: [] })
        return <ul>{state.items.map(({ chefId, reasoning }) => <li key={chefId}>{reasoning}</li>)}</ul>
      }
    `)
    expect(output).toBe('')
  })

  test('refuse what the server does not offer', async () => {
    const output = await compile(`
      import { createClient } from '@inkling/client'
      createClient({ url: '', token: () => '' }).suggest.coocook.horoscope
    `)
    expect(output).toContain("Property 'horoscope' does not exist")
  })

  test('name only what can be installed', () => {
    for (const { manifest } of publishedUnits) {
      const { dependencies, exports } = manifestOf(manifest.name)
      expect(
        Object.keys(dependencies).filter((name) => !['@trpc/client', '@trpc/server', '@inkling/widget-kit', 'jose', 'zod'].includes(name)),
      ).toEqual([])
      expect(JSON.stringify([dependencies, exports])).not.toMatch(/workspace:|catalog:|source/)
    }
  })

  test('run in Node as they are', () => {
    const program =
      "import { mintWidgetToken } from '@inkling/client'; console.log(await mintWidgetToken('s'.repeat(32), { product: 'coocook', userId: 'u1' }))"
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program], { cwd: customer, encoding: 'utf8' })
    expect(output.split('.')).toHaveLength(3)
  })

  test('bring one style sheet for a page: the kit and the product in it', () => {
    const sheet = readFileSync(
      join(installed('@inkling/widgets-coocook'), manifestOf('@inkling/widgets-coocook').exports['./styles.css']),
      'utf8',
    )
    expect(sheet).not.toContain('@import')
    expect(sheet).toContain('.ink-root{')
    expect(sheet).toContain('timeline')
  })

  test('mark components for the browser', () => {
    expect(readFileSync(join(installed('@inkling/widgets-coocook'), 'index.js'), 'utf8')).toMatch(/^'use client'\n/)
    expect(readFileSync(join(installed('@inkling/client'), 'index.js'), 'utf8')).not.toContain('use client')
  })
})
