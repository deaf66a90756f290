import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest'
import { buildPage, pageDocument } from './build-page.ts'
import { type InklingTestServer, startInklingTestServer, type TestServerOptions } from './inkling-test-server.ts'
import { openBrowser } from './open-browser.ts'

/** Polls; the machine may be busy with other tests. */
export const waitFor = (check: () => unknown) => vi.waitFor(check, { timeout: 10_000, interval: 20 })

export interface BrowserPageOptions extends TestServerOptions {
  /** The script of the page. */
  hostPage: URL
  /** What a server would have rendered, for `/rendered`. */
  html?: () => Promise<string>
  profile?: BrowserContextOptions
}

/** A page in a real browser and the server behind it, as the tests of one file share them. */
export interface BrowserPage {
  readonly page: Page
  readonly server: InklingTestServer
  /** Starts over in a fresh profile: for other languages, colours, sizes. */
  renew(profile: BrowserContextOptions): Promise<void>
  goto(path: string): Promise<void>
  button(name: string): ReturnType<Page['getByRole']>
}

/**
 * Starts server and browser before a file's tests and ends them after; each test has a fresh profile. A script error, a warning of
 * React's or a breach of the content security policy fails the test.
 */
export function prepareBrowserPage(options: BrowserPageOptions): BrowserPage {
  const { hostPage, answers, html = async () => '', pages = {}, profile: ownProfile = {} } = options
  const problems: string[] = []
  let server: InklingTestServer
  let browser: Browser
  let page: Page

  const renew = async (profile: BrowserContextOptions) => {
    await page?.context().close()
    const context = await browser.newContext({ viewport: { width: 800, height: 1500 }, reducedMotion: 'reduce', ...ownProfile, ...profile })
    page = await context.newPage()
    page.setDefaultTimeout(10_000)
    page.on('pageerror', ({ message }) => problems.push(message))
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text())
    })
  }

  beforeAll(async () => {
    const files = await buildPage(fileURLToPath(hostPage))
    const documents = { '/': pageDocument(), '/ko': pageDocument({ language: 'ko-KR' }), '/rendered': pageDocument({ html: await html() }) }
    server = await startInklingTestServer({ answers, pages: { ...files, ...documents, ...pages } })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })
  beforeEach(async () => {
    server.forget()
    await renew({})
  })
  afterEach(async () => {
    await page?.context().close()
    expect(problems.splice(0)).toEqual([])
  })

  return {
    get page() {
      return page
    },
    get server() {
      return server
    },
    renew,
    goto: async (path) => void (await page.goto(server.origin + path)),
    button: (name) => page.getByRole('button', { name, exact: true }),
  }
}
