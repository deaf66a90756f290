import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { freePort, runServer, type ServerProcess, until } from '../../apps/api/src/testing/run-server.ts'
import { browserMissing, openBrowser } from '../../packages/widget-kit/src/testing/index.ts'
import { type HostServer, startHost } from './testing/host-server.ts'
import { snippetsOf } from './testing/page-snippets.ts'

type Browser = Awaited<ReturnType<typeof openBrowser>>

const dataFolder = mkdtempSync(join(tmpdir(), 'inkling-script-tag-'))
let server: ServerProcess
let host: HostServer
let browser: Browser
const problems: string[] = []

/** The snippet of the page that its fence names so. */
function snippet(page: string, name: string): string {
  const found = snippetsOf(`embedding/${page}.md`, server.url).find(({ file }) => file === name)
  if (!found) throw new Error(`docs/embedding/${page}.md has no snippet "${name}"`)
  return found.code
}

function readHostFile(path: string): string | undefined {
  const page = snippet('script-tag', 'index.html')
  // As a reader adds them: scripts at the end of the page, the sheet in its head.
  const withScripts = page.replace('</body>', '<script src="/listen.js"></script><script src="/set-token.js"></script></body>')
  const files: Record<string, () => string> = {
    '/': () => page,
    '/scripted': () => withScripts.replace(/ {6}(token-url|context)=.*\n/g, ''),
    '/branded': () => page.replace('</head>', '<link rel="stylesheet" href="/brand.css"></head>'),
    '/listen.js': () => snippet('events', 'listen.js'),
    '/set-token.js': () => snippet('script-tag', 'set-token.js'),
    '/brand.css': () => snippet('theming', 'brand.css'),
  }
  return files[path]?.()
}

beforeAll(async () => {
  server = await runServer({ INKLING_DATA_DIR: dataFolder, SIM_PORT: String(await freePort()) })
  const [secret] = JSON.parse(readFileSync(join(dataFolder, 'token-secrets.json'), 'utf8')).coocook as [string]
  host = await startHost({ secret, header: snippet('content-security-policy', 'script-tag'), read: readHostFile })
  if (!browserMissing()) browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await host?.close()
  await server?.stop()
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 3 })
})
afterEach(() => expect(problems.splice(0)).toEqual([]))

async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}) {
  const page = await (await browser.newContext(options)).newPage()
  page.on('pageerror', ({ message }) => problems.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  await page.goto(host.url + path)
  return page
}

describe.skipIf(browserMissing())('a page with the script tag of the documentation', () => {
  test('shows a suggestion, under the policy that the documentation gives', async () => {
    const page = await open('/')
    await page.locator('inkling-suggestions .ink-item').nth(4).waitFor()
    expect(await page.locator('inkling-suggestions .ink-origin').textContent()).toContain('AI suggestion')
    expect(await page.getByText('Our chefs write to you').isVisible()).toBe(false)
  })

  test('shows its own content without JavaScript', async () => {
    const page = await open('/', { javaScriptEnabled: false })
    expect(await page.getByText('Our chefs write to you').isVisible()).toBe(true)
  })

  test('takes context and token as properties, hears what is chosen, and takes it back', async () => {
    const page = await open('/scripted')
    const item = page.locator('inkling-suggestions .ink-item').first()
    await item.waitFor()
    const chosen = () => page.evaluate('dishes.length')
    await item.locator('[data-action=accept]').click()
    await until(async () => (await chosen()) === 1)
    await item.locator('[data-action=undo]').click()
    await until(async () => (await chosen()) === 0)
  })

  test('takes the look of the style sheet', async () => {
    const page = await open('/branded')
    const card = page.locator('inkling-suggestions .ink-root')
    await card.waitFor()
    const style = await card.evaluate((node) => {
      const { borderTopLeftRadius, fontFamily } = getComputedStyle(node)
      return { borderTopLeftRadius, fontFamily }
    })
    expect(style).toEqual({ borderTopLeftRadius: '8px', fontFamily: 'Georgia, serif' })
    await card.locator('.ink-primary').first().waitFor()
    expect(
      await card
        .locator('.ink-primary')
        .first()
        .evaluate((node) => getComputedStyle(node).color),
    ).toBe('rgb(15, 118, 110)')
  })
})
