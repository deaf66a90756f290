import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { freePort, runServer, type ServerProcess } from '../../apps/api/src/testing/run-server.ts'
import { browserMissing, openBrowser } from '../../packages/widget-kit/src/testing/index.ts'
import { sitePages, sitePath } from './site.ts'

type Browser = Awaited<ReturnType<typeof openBrowser>>
type Page = Awaited<ReturnType<Browser['newPage']>>

const folder = mkdtempSync(join(tmpdir(), 'inkling-docs-'))
const problems: string[] = []
let server: ServerProcess
let browser: Browser

beforeAll(async () => {
  server = await runServer({ INKLING_DATA_DIR: folder, SIM_PORT: String(await freePort()) })
  if (!browserMissing()) browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
})
afterEach(() => expect(problems.splice(0)).toEqual([]))

async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage()
  page.on('pageerror', ({ message }) => problems.push(`${path}: ${message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${path}: ${message.text()}`)
  })
  await page.goto(`${server.url}${sitePath}${path}`)
  return page
}

describe.skipIf(browserMissing())('the pages of the documentation', () => {
  test.each([
    ['a phone', { viewport: { width: 390, height: 844 } }],
    ['a desk, in the dark', { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' as const }],
  ])(
    'fit %s and break no policy',
    async (_name, options) => {
      const page = await open('', options)
      for (const { slug } of sitePages) {
        await page.goto(`${server.url}${sitePath}${slug}`)
        const width = await page.evaluate(() => document.documentElement.scrollWidth)
        expect([slug, width <= options.viewport.width]).toEqual([slug, true])
        expect([slug, await page.locator('h1').count(), await page.locator('.side [aria-current=page]').count()]).toEqual([slug, 1, 1])
      }
      await page.context().close()
    },
    120_000,
  )

  test('lead to one another: every address and every picture is there', async () => {
    const page = await open('')
    const asked = new Set<string>()
    for (const { slug } of sitePages) {
      await page.goto(`${server.url}${sitePath}${slug}`)
      const addresses = await page.evaluate(() =>
        [...document.querySelectorAll('a[href], main img')].map(
          (node) => (node as HTMLAnchorElement).href || (node as HTMLImageElement).src,
        ),
      )
      for (const address of addresses) if (address.startsWith(server.url)) asked.add(address.split('#')[0]!)
    }
    expect(asked.size).toBeGreaterThan(sitePages.length)
    for (const address of asked) expect([address, (await fetch(address)).status]).toEqual([address, 200])
    await page.context().close()
  }, 120_000)

  test('are complete without JavaScript', async () => {
    const page = await open('tokens', { javaScriptEnabled: false })
    expect(await page.getByRole('heading', { name: 'Rotate a secret' }).isVisible()).toBe(true)
    await page.getByRole('link', { name: 'Theming', exact: true }).click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Make it look like your product')
    await page.context().close()
  })

  test('give code to the clipboard', async () => {
    const page = await open('tokens', { permissions: ['clipboard-read', 'clipboard-write'] })
    const block = page.locator('figure.code', { hasText: 'openssl rand' })
    await block.hover()
    await block.getByRole('button', { name: 'Copy' }).click()
    await block.getByRole('button', { name: 'Copied' }).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('openssl rand -base64 48\n')
    await page.context().close()
  })

  test('keep the chosen theme on the next page', async () => {
    const page = await open('tokens')
    const button = page.getByRole('button', { name: 'Theme' })
    await button.click()
    await button.click()
    expect(await button.textContent()).toBe('Theme: dark')
    await page.goto(`${server.url}${sitePath}events`)
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark')
    await page.context().close()
  })

  test('dress the real card while the theme is being changed, and give the style sheet for it', async () => {
    const page = await open('theming')
    const card = page.locator('.stage .ink-root')
    await card.waitFor()
    await page.getByLabel('Accent').fill('#0f766e')
    await page.getByLabel('Radius').fill('4')
    await page.getByLabel('Density').selectOption('compact')
    await page.getByLabel('Scheme').selectOption('dark')
    const style = await card.evaluate((node) => {
      const { borderTopLeftRadius, fontSize, colorScheme } = getComputedStyle(node)
      return { borderTopLeftRadius, fontSize, colorScheme }
    })
    expect(style).toEqual({ borderTopLeftRadius: '4px', fontSize: '13px', colorScheme: 'dark' })
    const sheet = await page.locator('.preview figure code').textContent()
    expect(sheet).toContain('--inkling-accent: light-dark(#0f766e')
    expect(sheet).toContain('--inkling-radius: 4px')
    await page.getByLabel('Accent').fill('#f5d90a')
    expect(await page.locator('.contrast').textContent()).toContain('Hard to read')
    await card.getByRole('button', { name: 'Choose: Ana Moretti' }).click()
    await card.getByRole('button', { name: 'Undo: Ana Moretti' }).waitFor()
    await page.context().close()
  })
})
