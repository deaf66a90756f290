import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Simulator, startSimulator } from '@inkling/claude-simulator'
import { mintWidgetToken } from '@inkling/client'
import { type Product, products, toKebabCase } from '@inkling/contracts'
import { registry } from '@inkling/prompts'
import { browserMissing, openBrowser } from '@inkling/widget-kit/testing'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Composition, compose } from './compose.ts'
import { readEnvironment } from './env.ts'
import { createHttpServer } from './http.ts'
import { pagePolicy } from './security-headers.ts'
import { temporaryFolder } from './testing/run-server.ts'

const manifestFile = fileURLToPath(new URL('../../embed/dist/v1/manifest.json', import.meta.url))
// What there is to load is what was built, and what was built has a file each.
const sources = readdirSync(fileURLToPath(new URL('../../embed/src/products', import.meta.url)))
const built = products.filter((product) => sources.includes(`${toKebabCase(product)}.ts`))

const attribute = (json: unknown) => JSON.stringify(json).replaceAll('&', '&amp;').replaceAll('"', '&quot;')

describe.skipIf(browserMissing())('every suggestion by script tag, against the real server', () => {
  const folder = temporaryFolder()
  let simulator: Simulator
  let composition: Composition
  let server: Awaited<ReturnType<typeof createHttpServer>>
  let url: string
  let browser: Browser
  let page: Page
  const problems: string[] = []

  beforeAll(async () => {
    simulator = await startSimulator({ port: 0, latency: 1 })
    const read = readEnvironment({ INKLING_DATA_DIR: folder.path, ANTHROPIC_BASE_URL: simulator.url, INKLING_LOG_LEVEL: 'silent' })
    if ('problems' in read) throw new Error(JSON.stringify(read.problems))
    composition = await compose(read.environment, () => {})
    server = await createHttpServer(composition.services)
    url = await server.listen({ host: '127.0.0.1', port: 0 })
    browser = await openBrowser()
    page = await browser.newPage()
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await composition?.close()
    await simulator?.close()
    folder.remove()
  })

  /** A host page with the product's elements, each with the example of its suggestion. */
  const open = async (product: Product) => {
    const suggestions = Object.entries((registry as unknown as Record<string, Record<string, { example: unknown }>>)[product] ?? {})
    const [secret = ''] = composition.services.secrets.tokens.of(product)
    const token = await mintWidgetToken(secret, { product, userId: 'u1' })
    const elements = suggestions.map(
      ([name, { example }]) =>
        `<inkling-suggestions product="${toKebabCase(product)}" suggestion="${toKebabCase(name)}" token-url="/of-the-host" context="${attribute(example)}"></inkling-suggestions>`,
    )
    await page.route(`${url}/of-the-host`, (route) => route.fulfill({ contentType: 'text/plain', body: token }))
    await page.route(`${url}/host/${product}`, (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        headers: { 'content-security-policy': `${pagePolicy}; require-trusted-types-for 'script'; trusted-types 'none'` },
        body: `<!doctype html><html lang="en"><title>Host</title><body><script async src="/embed/v1/inkling.js"></script>${elements.join('\n')}</body></html>`,
      }),
    )
    await page.setViewportSize({ width: 900, height: 3000 })
    await page.goto(`${url}/host/${product}`)
    return suggestions.map(([name]) => toKebabCase(name))
  }

  test('what is built is what is published', () => {
    expect(existsSync(manifestFile)).toBe(true)
    const { releases } = JSON.parse(readFileSync(manifestFile, 'utf8')) as { releases: { files: Record<string, unknown> }[] }
    expect(Object.keys(releases[0]?.files ?? {}).sort()).toEqual(
      [...built.map((product) => `${toKebabCase(product)}.js`), 'inkling.js', 'kit.js'].sort(),
    )
    expect(built).toContain('coocook')
  })

  test.each(built)('%s shows an answer in each of its elements', async (product) => {
    const names = await open(product)
    expect(names).toHaveLength(3)
    for (const name of names) {
      const card = page.locator(`inkling-suggestions[suggestion=${name}] [data-status=ready]`)
      await card.waitFor({ timeout: 20_000 })
      expect(await card.locator('.ink-item').count()).toBeGreaterThan(0)
    }
    expect(problems).toEqual([])
  })
})
