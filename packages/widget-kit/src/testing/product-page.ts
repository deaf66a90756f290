import type { BrowserContextOptions } from 'playwright-core'
import { expect } from 'vitest'
import { type BrowserPage, prepareBrowserPage, waitFor } from './browser-page.ts'
import type { HostPageRecord } from './mount-host.tsx'
import { renderTree } from './render-tree.ts'
import { type SampleAnswers, streamSample } from './stream-sample.ts'

export { waitFor } from './browser-page.ts'

declare global {
  var host: HostPageRecord
  var reactVersion: string
  /** Sum of the page's layout shifts. */
  var shift: number
}

/** The page of a product in a real browser. */
export interface ProductPage extends Pick<BrowserPage, 'page' | 'server' | 'button'> {
  /** `/`, `/ko`, or `/rendered` (by a server, to be hydrated). `pause` is awaited before each event of an answer. */
  open(path: string, options?: BrowserContextOptions, pause?: () => Promise<void>): Promise<void>
  /** All widgets have their answers. */
  ready(): Promise<unknown>
  /** The computed style of the first element that fits. */
  style(selector: string, property: string): Promise<string>
}

/** `tree` is the page's component, `hostPage` the script that mounts it; `samples` are the answers of the server. */
export function prepareProductPage(options: { hostPage: URL; samples: SampleAnswers }): ProductPage {
  const { hostPage, samples } = options
  const names = Object.keys(samples)
  let pauseBetween = async () => {}
  const browser = prepareBrowserPage({
    hostPage,
    html: () => renderTree(new URL('host-tree.tsx', hostPage)),
    answers: Object.fromEntries(
      Object.entries(samples).map(([name, sample]) => [name, () => streamSample(name, sample, () => pauseBetween())]),
    ),
  })

  return {
    get page() {
      return browser.page
    },
    get server() {
      return browser.server
    },
    button: browser.button,
    async open(path, profile = {}, pause = async () => {}) {
      pauseBetween = pause
      browser.server.forget()
      await browser.renew(profile)
      await browser.page.addInitScript(() => {
        globalThis.shift = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if ('value' in entry) shift += Number(entry.value)
        }).observe({ type: 'layout-shift', buffered: true })
      })
      await browser.goto(path)
    },
    ready: () => waitFor(async () => expect(await browser.page.locator('[data-status=ready]').count()).toBe(names.length)),
    style: (selector, property) =>
      browser.page
        .locator(selector)
        .first()
        .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property),
  }
}
