import type { AnswerEvent } from '@inkling/widget-kit/testing'
import { type InklingTestServer, openBrowser, startInklingTestServer } from '@inkling/widget-kit/testing'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { type HostServer, startHostServer } from './host-server.ts'
import { otherRelease, publishedFiles } from './published-files.ts'

export const menuContext = { guests: 6, dietary: ['vegetarian'], cuisine: 'italian', occasion: 'dinner-party', hours: 3 }
const reviewContext = { rating: 5, occasion: 'birthday', dishes: ['Truffle risotto'] }

const attribute = (context: unknown) => JSON.stringify(context).replaceAll('"', '&quot;')
/** The element as a page without a line of script writes it. */
export const menuElement = (attributes = '', children = '') =>
  `<inkling-suggestions product="coocook" suggestion="menu-curation" token-url="/token" context="${attribute(menuContext)}" ${attributes}>${children}</inkling-suggestions>`
export const reviewElement = (attributes = '', children = '') =>
  `<inkling-suggestions product="coocook" suggestion="review-template" token-url="/token" context="${attribute(reviewContext)}" ${attributes}>${children}</inkling-suggestions>`

const meta = { createdAt: '2026-11-22T10:00:00.000Z', requestId: 'r1' }
const dishes = ['Focaccia', 'Fennel salad', 'Mushroom risotto', 'Radicchio', 'Olive oil cake']

/** Inkling, a site of another origin, and a browser. */
export interface ElementTest {
  inkling: InklingTestServer
  host: HostServer
  page: Page
  /** What the browser has complained about. */
  problems: string[]
  /** Paths below `/embed/v1/` that the page has asked for. */
  loaded: string[]
  /** Switches the suggestion off, as a flag does. */
  off: boolean
  /** Resolves when the next item may be sent. */
  pause: () => Promise<void>
  open(path: string, options?: BrowserContextOptions & { beforeLoad?: (page: Page) => Promise<void> }): Promise<Page>
  leave(): Promise<void>
  close(): Promise<void>
}

/** `write` gives a page's body and style; `{script}` in it stands for the address of the loader's folder. */
export async function startElementTest(write: (path: string) => { body: string; style?: string }): Promise<ElementTest> {
  const answer = (id: string, items: readonly unknown[]) =>
    async function* (context: unknown): AsyncGenerator<AnswerEvent> {
      const suggestionId = `${id} ${JSON.stringify(context).length}`
      yield { type: 'answer-start', suggestionId }
      if (!test.off)
        for (const [index, item] of items.entries()) {
          await test.pause()
          yield { type: 'item', index, item }
        }
      yield { type: 'answer-end', meta: { source: test.off ? 'off' : 'claude', ...meta } }
    }
  const inkling = await startInklingTestServer({
    pages: { ...publishedFiles(), ...otherRelease('0000000other') },
    answers: {
      'coocook.menuCuration': answer(
        'menu',
        dishes.map((dish, index) => ({
          dish,
          description: 'As in Puglia.',
          course: 'main',
          startMinute: index * 30,
          platingOrder: index + 1,
        })),
      ),
      'coocook.reviewTemplate': answer('review', [
        { heading: 'The food', body: 'Superb risotto.' },
        { heading: 'The evening', body: 'We laughed a lot.' },
        { heading: 'Again?', body: 'Yes.' },
      ]),
    },
  })
  const host = await startHostServer(inkling.origin, (path) => {
    const { body, style = '' } = write(path)
    return { body: body.replaceAll('{script}', `${inkling.origin}/embed/v1/`), style }
  })
  const browser: Browser = await openBrowser()
  let context: BrowserContext | undefined
  const test: ElementTest = {
    ...{ inkling, host, problems: [], loaded: [], off: false, pause: async () => {} },
    page: undefined as never,
    async open(path, { beforeLoad, ...options } = {}) {
      test.problems.length = 0
      test.loaded.length = 0
      inkling.asked.length = 0
      inkling.trpcRequests.length = 0
      host.tokens = 0
      context = await browser.newContext({ viewport: { width: 800, height: 900 }, reducedMotion: 'reduce', ...options })
      const page = await context.newPage()
      test.page = page
      page.setDefaultTimeout(10_000)
      page.on('pageerror', ({ message }) => test.problems.push(message))
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') test.problems.push(message.text())
      })
      page.on('request', (request) => {
        const [, name] = request.url().split('/embed/v1/')
        if (name) test.loaded.push(name)
      })
      await page.addInitScript(() => {
        const seen: { type: string; detail: unknown }[] = []
        Object.assign(globalThis, { seen, shift: 0 })
        for (const type of ['accept', 'edit', 'answer', 'failure', 'feedback'])
          document.addEventListener(`inkling:${type}`, (event) => seen.push({ type, detail: (event as CustomEvent).detail }))
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if ('value' in entry) globalThis.shift += Number(entry.value)
        }).observe({ type: 'layout-shift', buffered: true })
      })
      await beforeLoad?.(page)
      // The tests hold scripts back that `load` would wait for.
      await page.goto(host.origin + path, { waitUntil: 'domcontentloaded' })
      return page
    },
    async leave() {
      await context?.close()
      context = undefined
      test.off = false
      test.pause = async () => {}
    },
    async close() {
      await browser.close()
      await host.close()
      await inkling.close()
    },
  }
  return test
}

declare global {
  /** Events of elements that have reached the document. */
  var seen: { type: string; detail: unknown }[]
  /** Sum of the layout shifts. */
  var shift: number
}
