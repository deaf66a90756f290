import type { AnswerEvent } from '@inkling/contracts'
import { beforeEach } from 'vitest'
import { type BrowserPage, prepareBrowserPage } from './browser-page.ts'
import type { CardPageHost } from './card-page.tsx'

const meta = { createdAt: '2026-11-22T10:00:00.000Z', requestId: 'r1' }

export const dishes = ['Soup', 'Salad', 'Risotto', 'Cake'].map((dish) => ({ dish, note: `A good ${dish.toLowerCase()}` }))

async function* answer(
  source: 'claude' | 'template' | 'stale',
  pause: () => Promise<void> = async () => {},
  more = {},
): AsyncGenerator<AnswerEvent> {
  yield { type: 'answer-start', suggestionId: `id-${source}` }
  for (const [index, item] of dishes.entries()) {
    await pause()
    yield { type: 'item', index, item }
  }
  await pause()
  yield { type: 'answer-end', meta: { source, ...meta, ...more } }
}

/** The page of `card-page.tsx`: one card, whose answer the query names. */
export interface CardPage extends Omit<BrowserPage, 'renew'> {
  /** Continues the events of `held` answers, in order. */
  readonly opened: (() => void)[]
  /** How often the answer `flaky` still fails. */
  failures: number
  /** Opens the page and waits for the card's status, if one is given. */
  open(query: string, status?: string): Promise<void>
  /** The feedback that has arrived, as `accept 0`. */
  feedback(): string[]
  readHost<Key extends keyof CardPageHost>(key: Key): Promise<CardPageHost[Key]>
  /** Label or text of the element that has the focus. */
  focusedName(): Promise<string | null | undefined>
}

export function prepareCardPage(): CardPage {
  const held = () => new Promise<void>((resolve) => card.opened.push(resolve))
  const browser = prepareBrowserPage({
    hostPage: new URL('./card-page.tsx', import.meta.url),
    profile: { viewport: { width: 700, height: 700 }, permissions: ['clipboard-read', 'clipboard-write'] },
    pages: { '/blank': { type: 'text/html', body: '<p>elsewhere' } },
    answers: {
      'demo.quick': () => answer('claude'),
      'demo.held': () => answer('claude', held),
      'demo.template': () => answer('template'),
      'demo.filled': () => answer('claude', undefined, { templateItems: [0], simulated: true }),
      'demo.stale': () => answer('stale'),
      'demo.off': async function* () {
        yield { type: 'answer-start', suggestionId: 'id-off' }
        yield { type: 'answer-end', meta: { source: 'off', reason: 'disabled', ...meta } }
      },
      'demo.flaky': async function* () {
        if (card.failures-- > 0) throw new Error('defect')
        yield* answer('claude')
      },
    },
  })
  const card: CardPage = {
    get page() {
      return browser.page
    },
    get server() {
      return browser.server
    },
    goto: browser.goto,
    button: browser.button,
    opened: [],
    failures: 0,
    async open(query, status = 'ready') {
      await browser.goto(`/?suggestion=${query}`)
      if (status) await browser.page.waitForSelector(`[data-status=${status}]`)
    },
    feedback: () =>
      [...browser.server.feedback.values()].map(({ type, itemIndex, value }) =>
        [type, itemIndex, value].filter((part) => part !== undefined).join(' '),
      ),
    readHost: (key) => browser.page.evaluate((name) => Reflect.get(cardHost, name), key as string),
    focusedName: () =>
      browser.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent),
  }
  beforeEach(() => {
    card.opened.length = 0
    card.failures = 0
  })
  return card
}
