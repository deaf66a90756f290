import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { type ComponentType, createElement, StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest'
import { buildPage, pageDocument } from './build-page.ts'
import { type InklingTestServer, startInklingTestServer } from './inkling-test-server.ts'
import type { HostPageRecord, HostTreeProps } from './mount-host.tsx'
import { openBrowser } from './open-browser.ts'
import { type SampleAnswers, streamSample } from './stream-sample.ts'

declare global {
  var host: HostPageRecord
  /** Sum of the page's layout shifts. */
  var shift: number
}

/** Polls; the machine may be busy with other tests. */
export const waitFor = (check: () => unknown) => vi.waitFor(check, { timeout: 10_000, interval: 20 })

/** A page of a product in a real browser, as the tests of one file share it. */
export interface ProductPage {
  readonly page: Page
  readonly server: InklingTestServer
  /** `/`, `/ko`, or `/rendered` (by a server, to be hydrated). `pause` is awaited before each event of an answer. */
  open(path: string, options?: BrowserContextOptions, pause?: () => Promise<void>): Promise<void>
  /** All widgets have their answers. */
  ready(): Promise<unknown>
  button(name: string): ReturnType<Page['getByRole']>
  /** The computed style of the first element that fits. */
  style(selector: string, property: string): Promise<string>
}

/**
 * Starts server and browser before a file's tests and ends them after. Each test opens the page in a fresh profile; a script error, a
 * warning of React's or a breach of the content security policy fails it.
 */
export function prepareProductPage(options: { hostPage: URL; tree: ComponentType<HostTreeProps>; samples: SampleAnswers }): ProductPage {
  const { hostPage, tree, samples } = options
  const names = Object.keys(samples)
  const problems: string[] = []
  let server: InklingTestServer
  let browser: Browser
  let page: Page
  let pauseBetween = async () => {}

  beforeAll(async () => {
    const files = await buildPage(fileURLToPath(hostPage))
    const html = renderToString(createElement(StrictMode, null, createElement(tree, { onAccept: () => false as const, onEdit: () => {} })))
    server = await startInklingTestServer({
      pages: { ...files, '/': pageDocument(), '/ko': pageDocument({ language: 'ko-KR' }), '/rendered': pageDocument({ html }) },
      answers: Object.fromEntries(
        Object.entries(samples).map(([name, sample]) => [name, () => streamSample(name, sample, () => pauseBetween())]),
      ),
    })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
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
    async open(path, options = {}, pause = async () => {}) {
      pauseBetween = pause
      server.asked.length = 0
      server.trpcRequests.length = 0
      server.feedback.clear()
      await page?.context().close()
      const context = await browser.newContext({ viewport: { width: 800, height: 1500 }, reducedMotion: 'reduce', ...options })
      page = await context.newPage()
      page.setDefaultTimeout(10_000)
      page.on('pageerror', ({ message }) => problems.push(message))
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text())
      })
      await page.addInitScript(() => {
        globalThis.shift = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if ('value' in entry) shift += Number(entry.value)
        }).observe({ type: 'layout-shift', buffered: true })
      })
      await page.goto(server.origin + path)
    },
    ready: () => waitFor(async () => expect(await page.locator('[data-status=ready]').count()).toBe(names.length)),
    button: (name) => page.getByRole('button', { name, exact: true }),
    style: (selector, property) =>
      page
        .locator(selector)
        .first()
        .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property),
  }
}
