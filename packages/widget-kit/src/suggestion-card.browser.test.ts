import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CardPageHost } from './testing/card-page.tsx'
import {
  type AnswerEvent,
  browserMissing,
  buildPage,
  type InklingTestServer,
  openBrowser,
  pageDocument,
  startInklingTestServer,
} from './testing/index.ts'

/** Polls; the machine may be busy with other tests. */
const waitFor = (check: () => unknown) => vi.waitFor(check, { timeout: 10_000, interval: 20 })

declare global {
  var host: CardPageHost
  var statusTexts: string[]
}

const meta = { createdAt: '2026-11-22T10:00:00.000Z', requestId: 'r1' }
const dishes = ['Soup', 'Salad', 'Risotto', 'Cake'].map((dish) => ({ dish, note: `A good ${dish.toLowerCase()}` }))

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

describe.skipIf(browserMissing())('a card in a real browser, under the strictest content security policy', () => {
  let server: InklingTestServer
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let problems: string[]
  let opened: (() => void)[]
  let failures: number

  beforeAll(async () => {
    const files = await buildPage(fileURLToPath(new URL('./testing/card-page.tsx', import.meta.url)))
    const held = () => new Promise<void>((resolve) => opened.push(resolve))
    server = await startInklingTestServer({
      pages: { ...files, '/': pageDocument(), '/blank': { type: 'text/html', body: '<p>elsewhere' } },
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
          if (failures-- > 0) throw new Error('defect')
          yield* answer('claude')
        },
      },
    })
    browser = await openBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  beforeEach(async () => {
    opened = []
    problems = []
    failures = 0
    server.asked.length = 0
    server.trpcRequests.length = 0
    server.feedback.clear()
    server.feedbackIds.length = 0
    server.feedbackRequests = 0
    context = await browser.newContext({
      viewport: { width: 700, height: 700 },
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    page = await context.newPage()
    page.setDefaultTimeout(10_000)
    page.on('pageerror', ({ message }) => problems.push(message))
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text())
    })
  })

  afterEach(async () => {
    await context.close()
    expect(problems).toEqual([])
  })

  const open = async (query: string, status = 'ready') => {
    await page.goto(`${server.origin}/?suggestion=${query}`)
    if (status) await page.waitForSelector(`[data-status=${status}]`)
  }
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const types = () =>
    [...server.feedback.values()].map(({ type, itemIndex, value }) =>
      [type, itemIndex, value].filter((part) => part !== undefined).join(' '),
    )
  const readHost = <Key extends keyof CardPageHost>(key: Key) => page.evaluate((name) => host[name], key) as Promise<CardPageHost[Key]>
  const focusedName = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent)

  test('a hundred renders in StrictMode with fresh objects, in two cards, are one request', async () => {
    await open('quick&twice')
    await page.evaluate(() => {
      for (let index = 0; index < 100; index++) host.render()
    })
    expect(await page.getByText('A good risotto').count()).toBe(2)
    expect(server.asked).toHaveLength(1)
    expect(server.asked[0]?.context).toEqual({ guests: 4, tags: ['a', 'b'] })
    expect(server.trpcRequests).toEqual(['POST /trpc/suggestStream.demo.quick?batch=1'])
  })

  test('a slider that passes through many values asks for the one on which it rests', async () => {
    await open('quick')
    await page.evaluate(() => {
      for (let guests = 5; guests <= 12; guests++) {
        host.guests = guests
        host.render()
      }
    })
    await waitFor(() => expect(server.asked).toHaveLength(2))
    await page.waitForSelector('[data-status=ready]')
    expect(server.asked.map(({ context }) => context)).toEqual([
      { guests: 4, tags: ['a', 'b'] },
      { guests: 12, tags: ['a', 'b'] },
    ])
  })

  test('items show as they arrive; the status speaks twice, and the focus stays where it was', async () => {
    await page.addInitScript(() => {
      globalThis.statusTexts = []
      new MutationObserver(() => {
        const text = document.querySelector('[role=status]')?.textContent
        if (text && text !== statusTexts.at(-1)) statusTexts.push(text)
      }).observe(document, { subtree: true, childList: true, characterData: true })
    })
    await open('held', '')
    await page.waitForSelector('[aria-busy=true] .ink-bones[data-busy=true]')
    await button('New suggestions').focus()
    for (let step = 1; step <= 5; step++) {
      await waitFor(() => expect(opened).toHaveLength(step))
      opened[step - 1]?.()
      await waitFor(async () => expect(await page.locator('.ink-item').count()).toBe(Math.min(step, 4)))
    }
    await page.waitForSelector('[aria-busy=false]')
    expect(await page.evaluate(() => statusTexts)).toEqual(['Writing suggestions', 'Suggestions are ready: 4'])
    expect(await focusedName()).toBe('New suggestions')
  })

  test('each gesture is done, shown, and told once', async () => {
    await open('quick')
    await button('Use: Soup').click()
    await button('Undo: Soup').click()
    await button('Hide: Soup').click()
    await button('Undo: Soup').click()
    await button('Edit: Soup').click()
    await page.getByRole('textbox').fill('With basil')
    await button('Save').click()
    await button('Copy: Soup').click()
    await page.waitForSelector('[aria-label="Copied: Soup"]')
    await page.getByTitle('4 of 5').click()
    await button('Report').click()
    await button('Reported').click({ force: true })
    await button('Use: Soup').click()
    await waitFor(() =>
      expect(types().sort()).toEqual(
        ['accept 0', 'undo 0', 'dismiss 0', 'undo 0', 'edit 0', 'copy 0', 'rate 4', 'report', 'accept 0', 'impression'].sort(),
      ),
    )
    expect(new Set(server.feedbackIds).size).toBe(server.feedbackIds.length)
    expect(await readHost('accepted')).toEqual([dishes[0], { dish: 'Soup', note: 'With basil' }])
    expect(await readHost('edited')).toEqual([{ dish: 'Soup', note: 'With basil' }])
    expect(await readHost('undone')).toBe(1)
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Soup: With basil\n— AI suggestion')
  })

  test('leaving the page loses nothing: what was just done and the dwell time arrive', async () => {
    await open('quick')
    await waitFor(() => expect(types()).toEqual(['impression']))
    await button('Use: Soup').click()
    await page.waitForSelector('.ink-done')
    await page.goto(`${server.origin}/blank`)
    await waitFor(() => expect(server.feedback.size).toBe(3))
    const dwell = [...server.feedback.values()].find(({ type }) => type === 'dwell')
    expect(dwell?.value).toBeGreaterThanOrEqual(1_000)
    expect(types()).toContain('accept 0')
    expect(server.feedbackIds).toHaveLength(3)
  })

  test('without telemetry only what the user says is sent', async () => {
    await open('quick&no-telemetry')
    await button('Report').click()
    await page.getByTitle('1 of 5').click()
    await page.evaluate(() => host.unmount())
    await waitFor(() => expect(types()).toEqual(['report', 'rate 1']))
  })

  test('without consent the question says so, and no request tells what the user does', async () => {
    await page.goto(`${server.origin}/blank`)
    // What an earlier page of the tab could not deliver stays with the tab.
    await page.evaluate(() => {
      const event = { id: 'e1', suggestionId: 'id-claude', type: 'copy', itemIndex: 0 }
      sessionStorage.setItem('inkling.feedback  earlier', JSON.stringify([event]))
    })
    await open('quick&no-consent')
    await button('Use: Soup').click()
    await button('Undo: Soup').click()
    await button('Hide: Salad').click()
    await button('Report').click()
    await page.getByTitle('4 of 5').click()
    await page.getByTitle('4 of 5').blur()
    // Long enough in view for an impression, as the second card shows, which has consent.
    const watched = await context.newPage()
    await watched.goto(`${server.origin}/?suggestion=quick`)
    await waitFor(() => expect(server.feedbackRequests).toBe(1))
    await page.goto(`${server.origin}/blank`)
    expect(server.asked.map(({ consent }) => consent)).toEqual(['none', undefined])
    expect(types()).toEqual(['impression'])
    expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual(['inkling.feedback  earlier'])
  })

  test('a host may cancel an accept, fail, or apply it for good', async () => {
    await open('quick')
    await page.evaluate(() => {
      host.onAccept = 'cancel'
    })
    await button('Use: Soup').click()
    await page.evaluate(() => {
      host.onAccept = 'throw'
    })
    await button('Use: Salad').click()
    await page.getByText('That could not be applied').waitFor()
    expect(await page.locator('.ink-done').count()).toBe(0)
    await page.evaluate(() => {
      host.onAccept = 'apply-for-good'
    })
    await button('Use: Salad').click()
    await page.waitForSelector('.ink-done')
    expect(await button('Undo: Salad').count()).toBe(0)
    expect(await page.getByText('That could not be applied').count()).toBe(0)
    await waitFor(() => expect(types().filter((type) => type.startsWith('accept'))).toEqual(['accept 1']))
  })

  test('a host that knows better says which items are in use', async () => {
    await open('quick')
    const say = (dishes: string[] | undefined) =>
      page.evaluate((inUse) => {
        host.inUse = inUse
        host.render()
      }, dishes)
    await button('Use: Soup').click()
    await button('Undo: Soup').waitFor()
    // Only one may be chosen: the host has put the salad in its place.
    await say(['Salad'])
    await button('Use: Soup').waitFor()
    expect(await page.locator('.ink-item[data-accepted=true]').innerText()).toContain('Salad')
    expect(await button('Undo: Salad').count()).toBe(0)
    await say([])
    await button('Use: Salad').waitFor()
    expect(await page.locator('.ink-done').count()).toBe(0)
  })

  test('an overview stands from the first frame and shows what the list shows', async () => {
    await open('held&overview', '')
    await page.waitForSelector('.ink-root[data-layout=plates] #overview:empty', { state: 'attached' })
    await waitFor(() => expect(opened).toHaveLength(1))
    opened[0]?.()
    await page.locator('#overview', { hasText: 'A good soup' }).waitFor()
    await open('quick&overview')
    await button('Hide: Soup').click()
    await button('Edit: Salad').click()
    await page.getByRole('textbox').fill('With nuts')
    await button('Save').click()
    await page.locator('#overview', { hasText: /^With nuts, A good risotto, A good cake$/ }).waitFor()
  })

  test('everything can be done with the keyboard, and the focus follows', async () => {
    await open('quick')
    await page.locator('body').press('Tab')
    expect(await focusedName()).toBe('New suggestions')
    await page.keyboard.press('Tab')
    expect(await focusedName()).toBe('Use: Soup')
    await page.keyboard.press('Enter')
    await waitFor(async () => expect(await focusedName()).toBe('Undo: Soup'))
    await page.keyboard.press('Enter')
    await waitFor(async () => expect(await focusedName()).toBe('Use: Soup'))
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await focusedName()).toBe('Edit: Soup')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('Cold')
    await page.keyboard.press('Control+Enter')
    await waitFor(async () => expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON'))
    expect(await readHost('edited')).toEqual([{ dish: 'Soup', note: 'Cold' }])
    for (let index = 0; index < 2; index++) await page.keyboard.press('Tab')
    expect(await focusedName()).toBe('Hide: Soup')
    await page.keyboard.press('Space')
    await waitFor(async () => expect(await focusedName()).toBe('Undo: Soup'))
    await page.getByRole('radio').first().focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await waitFor(() => expect(types().filter((type) => type.startsWith('rate'))).toEqual(['rate 3']))
  })

  test('keys typed into the editor do not reach the host, and a composition is not disturbed', async () => {
    await open('quick')
    await button('Edit: Soup').click()
    await page.keyboard.type('k')
    const area = page.getByRole('textbox')
    await area.evaluate((element) => {
      const composing = { key: 'Enter', ctrlKey: true, bubbles: true, isComposing: true }
      element.dispatchEvent(new KeyboardEvent('keydown', composing))
      element.dispatchEvent(new KeyboardEvent('keydown', { ...composing, isComposing: false, keyCode: 229 } as KeyboardEventInit))
      element.dispatchEvent(new KeyboardEvent('keydown', { ...composing, key: 'Escape' }))
    })
    expect(await area.count()).toBe(1)
    await page.keyboard.press('Escape')
    await area.waitFor({ state: 'detached' })
    expect(await readHost('keys')).toEqual([])
    expect(await readHost('edited')).toEqual([])
  })

  test('what does not fit waits behind a button, and opens by itself for the keyboard', async () => {
    await open('quick')
    const height = () => page.locator('.ink-root').evaluate((card) => card.clientHeight)
    const before = await height()
    await button('Show all 4').click()
    expect(await height()).toBeGreaterThan(before)
    expect(await button('Show all 4').count()).toBe(0)
    await page.reload()
    await button('Show all 4').waitFor()
    expect(await height()).toBe(before)
    await button('Use: Cake').focus()
    await waitFor(async () => expect(await height()).toBeGreaterThan(before))
  })

  test.each([
    ['quick', 'AI suggestion', '— AI suggestion'],
    ['template', 'Template', '— Template'],
    ['stale', 'AI suggestion · Earlier answer', '— AI suggestion'],
    ['filled', 'AI suggestion · Simulated', '— Template'],
  ])('an answer says where it comes from, also in a copy: %s', async (suggestion, labels, lastLine) => {
    await open(suggestion)
    expect(await page.locator('.ink-origin').textContent()).toBe(labels)
    expect(await page.locator('.ink-item .ink-label').count()).toBe(suggestion === 'filled' ? 1 : 0)
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
    await button('Copy: Soup').click()
    await page.waitForSelector('[aria-label="Copied: Soup"]')
    await page.evaluate(() => document.body.append(document.createElement('textarea')))
    await page.locator('body > textarea').focus()
    await page.keyboard.press('Control+V')
    expect(await page.locator('body > textarea').inputValue()).toBe(`Soup: A good soup\n${lastLine}`)
  })

  test('off, and not enabled, show the host its own content', async () => {
    await open('off', '')
    await page.waitForSelector('#fallback')
    expect(await page.locator('.ink-root').count()).toBe(0)
    await open('quick&disabled', '')
    await page.waitForSelector('#fallback')
    expect(server.asked).toHaveLength(1)
  })

  test('a failure is a friendly line with a way on', async () => {
    failures = 1
    await open('flaky', 'failed')
    expect(await page.getByRole('status').textContent()).toBe('The connection was lost.')
    expect(await page.locator('.ink-root #fallback').isVisible()).toBe(true)
    await button('Try again').click()
    await page.waitForSelector('[data-status=ready]')
    expect(await page.locator('.ink-item').count()).toBe(4)
    expect(await page.locator('#fallback').count()).toBe(0)
  })

  test('refresh starts over, marks included, and the debug panel shows the meta', async () => {
    await open('quick&debug')
    await button('Hide: Soup').click()
    await page.getByTitle('4 of 5').click()
    await button('New suggestions').click()
    await button('Use: Soup').waitFor()
    expect(await page.locator('.ink-star[data-on=true]').count()).toBe(0)
    expect(await page.locator('.ink-debug').textContent()).toContain('"requestId": "r1"')
    expect(server.asked).toHaveLength(2)
  })
})
