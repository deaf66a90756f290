import type { PromiseHost, PromisePage } from '@inkling/widget-kit/testing/promise-host'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { expect, vi } from 'vitest'

declare global {
  var host: PromiseHost
}

/** One person in a browser profile of their own. */
export interface Visit {
  /** The opaque id under which the host knows this person. */
  person: string
  page: Page
  context: BrowserContext
  /** Errors and warnings of the page, violations of its security policy among them. */
  problems: string[]
  /** Shows widgets on the page that is open. */
  show(page: PromisePage): Promise<void>
  /** Waits until as many cards stand at that status. */
  cards(status: string, count?: number): Promise<void>
}

/** Polls; the machine may be busy with other tests. */
export const eventually = (check: () => unknown) => vi.waitFor(check, { timeout: 20_000, interval: 20 })

/** Opens the address as that person, in a browser profile of their own. */
export async function visit(browser: Browser, address: string, person: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 800, height: 900 }, reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const problems: string[] = []
  page.on('pageerror', ({ message }) => problems.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text())
  })
  await page.goto(`${address}?user=${person}`)
  return {
    ...{ person, page, context, problems },
    show: (widgets) => page.evaluate((shown) => host.show(shown), widgets),
    async cards(status, count = 1) {
      await eventually(async () => expect(await page.locator(`.ink-root[data-status=${status}]`).count(), status).toBe(count))
    },
  }
}
