import { browserMissing } from '@inkling/widget-kit/testing'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { type ElementTest, menuElement, reviewElement, startElementTest } from './testing/element-test.ts'

/** Polls; the machine may be busy with other tests. */
const waitFor = (check: () => unknown) => vi.waitFor(check, { timeout: 10_000, interval: 20 })

const loader = '<script async src="{script}inkling.js"></script>'
const fallback = '<div class="own"><p>Our five favourite dishes</p><a id="own-link" href="#all">See them all</a></div>'
const below = '<p id="below">What the page says below.</p>'
const style =
  'body { margin: 0; padding: 24px; font: 20px/2 Georgia; letter-spacing: 3px; text-transform: uppercase } .own { min-height: 420px }'
const element = menuElement('', fallback)

const pages: Record<string, { body: string; style?: string }> = {
  '/calm': { body: `${loader}${reviewElement()}` },
  '/hostile': {
    body: `${loader}${reviewElement()}`,
    style: `* { all: unset !important } html { font-size: 10px } body { font: 30px/3 Georgia; letter-spacing: 3px; text-transform: uppercase }
      .ink-root, section, li, button, textarea { display: none !important } inkling-suggestions { margin: 80px; opacity: 0; position: fixed }`,
  },
  '/right-to-left': { body: `<main dir="rtl">${loader}${reviewElement()}</main>` },
  '/restyled': {
    body: `${loader}${reviewElement()}`,
    style: 'inkling-suggestions { --inkling-accent: rgb(1, 2, 3) } :root { --inkling-radius: 3px }',
  },
  '/fallback': { body: `${loader}${element}${below}`, style },
  '/small': { body: `${loader}${menuElement('', '<p>Our five favourite dishes</p>')}${below}`, style },
  '/own-root': { body: `${loader}<div id="app"></div>` },
}

describe.skipIf(browserMissing())('the page around the element', () => {
  let set: ElementTest
  let expected: RegExp | undefined

  beforeAll(async () => {
    set = await startElementTest((path) => pages[path] ?? { body: '' })
  })
  afterAll(() => set?.close())
  afterEach(async () => {
    await set.leave()
    expect(set.problems.filter((problem) => !expected?.test(problem))).toEqual([])
    expected = undefined
  })

  const ready = (page: Page, count = 1) => waitFor(async () => expect(await page.locator('[data-status=ready]').count()).toBe(count))
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
  const styleOf = (page: Page, selector: string, ...names: string[]) =>
    page
      .locator(selector)
      .first()
      .evaluate((node, wanted) => wanted.map((name) => getComputedStyle(node).getPropertyValue(name)), names)
  const looks = (page: Page) =>
    page.evaluate(() => {
      const root = document.querySelector('inkling-suggestions')?.shadowRoot
      return [...(root?.querySelectorAll<HTMLElement>('.ink-root, .ink-root *') ?? [])].map((node) => {
        const { color, fontSize, fontFamily, letterSpacing, textTransform, display, lineHeight } = getComputedStyle(node)
        const { width, height } = node.getBoundingClientRect()
        return { name: node.localName, color, fontSize, fontFamily, letterSpacing, textTransform, display, lineHeight, width, height }
      })
    })

  test('a hostile style sheet changes nothing in the card', async () => {
    const calm = await set.open('/calm')
    await calm.addStyleTag({ content: '' }).catch(() => {})
    await ready(calm)
    const width = await calm.evaluate(() => document.querySelector('inkling-suggestions')?.getBoundingClientRect().width)
    const before = await looks(calm)
    await set.leave()
    set.problems.length = 0
    const hostile = await set.open('/hostile', { viewport: { width: width ?? 800, height: 900 } })
    await ready(hostile)
    expect(before.length).toBeGreaterThan(30)
    expect(await looks(hostile)).toEqual(before)
    expect(await styleOf(hostile, 'inkling-suggestions', 'display', 'margin-top', 'opacity', 'position')).toEqual([
      'block',
      '0px',
      '1',
      'static',
    ])
  })

  test('right to left is kept', async () => {
    const page = await set.open('/right-to-left')
    await ready(page)
    expect(await styleOf(page, '.ink-root', 'direction')).toEqual(['rtl'])
  })

  test('a page restyles the card on the element, and its theme reaches into it', async () => {
    const page = await set.open('/restyled')
    await ready(page)
    expect(await styleOf(page, '.ink-primary', 'color')).toEqual(['rgb(1, 2, 3)'])
    expect(await styleOf(page, '.ink-root', 'border-top-left-radius', 'background-color')).toEqual(['3px', 'rgb(255, 255, 255)'])
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'))
    await waitFor(async () => expect(await styleOf(page, '.ink-root', 'background-color')).toEqual(['rgb(22, 24, 31)']))
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'ko'))
    await page.getByRole('heading', { name: '후기 초안' }).waitFor()
  })

  test('the page keeps its globals, styles and scroll position', async () => {
    const state = () => ({
      keys: Object.keys(globalThis).filter((key) => key !== 'before'),
      sheets: document.adoptedStyleSheets.length + document.styleSheets.length,
      body: Object.fromEntries(
        [...getComputedStyle(document.body)].map((name) => [name, getComputedStyle(document.body).getPropertyValue(name)]),
      ),
      scroll: scrollY,
    })
    const held = Promise.withResolvers<void>()
    const page = await set.open('/fallback', {
      beforeLoad: (page) => page.route('**/inkling.js', (route) => held.promise.then(() => route.continue())),
    })
    await page.waitForFunction(() => document.styleSheets.length === 1)
    const before = await page.evaluate(state)
    held.resolve()
    await ready(page)
    expect(await page.evaluate(state)).toEqual(before)
  })

  test("the host's own children stand until there is an answer, and the card takes their place without a shift", async () => {
    let next = () => {}
    set.pause = () =>
      new Promise((resolve) => {
        next = resolve
      })
    const page = await set.open('/fallback')
    const own = page.getByText('Our five favourite dishes')
    await waitFor(() => expect(set.inkling.asked).toHaveLength(1))
    expect(await own.isVisible()).toBe(true)
    // As the page styles it, not as a shadow root resets it.
    expect(await styleOf(page, '.own p', 'font-family', 'font-size', 'letter-spacing', 'text-transform')).toEqual([
      'Georgia',
      '20px',
      '3px',
      'uppercase',
    ])
    const top = await page.locator('#below').evaluate((node) => node.getBoundingClientRect().top)
    next()
    await page.getByText('Focaccia').waitFor()
    expect(await own.isVisible()).toBe(false)
    set.pause = async () => {}
    next()
    await ready(page)
    await button(page, 'Show all 5').waitFor()
    expect(await page.locator('#below').evaluate((node) => node.getBoundingClientRect().top)).toBe(top)
    expect(await page.evaluate(() => shift)).toBeLessThanOrEqual(0.01)
    await button(page, 'Show all 5').click()
    await page.getByText('Olive oil cake').scrollIntoViewIfNeeded()
    expect(await page.locator('#below').evaluate((node) => node.getBoundingClientRect().top + scrollY)).toBeGreaterThan(top)
  })

  test('where the place is too small for a list, the card takes the room that it needs', async () => {
    const page = await set.open('/small')
    await ready(page)
    const heights = await page
      .locator('.ink-root')
      .evaluate((node) => [node.clientHeight, node.querySelector('.ink-body')?.clientHeight ?? 0])
    expect(heights[1]).toBeGreaterThan(200)
    expect(await button(page, 'Add: Focaccia').isVisible()).toBe(true)
    expect(await page.locator('#below').evaluate((node) => node.getBoundingClientRect().top)).toBeGreaterThan(heights[0] ?? 0)
  })

  test.each([
    ['the suggestion is off', { off: true }],
    ['the server is down', { down: '**/trpc/**' }],
    ['the files cannot be loaded', { down: '**/kit.js' }],
    ['the loader cannot be loaded', { down: '**/inkling.js' }],
    ['there is no JavaScript', { javaScriptEnabled: false }],
  ])("the host's own children stay, in their place, where %s", async (_, { off = false, down = '', javaScriptEnabled = true }) => {
    expected = /ERR_FAILED|net::/
    set.off = off
    const page = await set.open('/fallback', {
      javaScriptEnabled,
      beforeLoad: async (page) => void (down && (await page.route(down, (route) => route.abort()))),
    })
    if (javaScriptEnabled && down !== '**/inkling.js') {
      await waitFor(async () => expect(await page.evaluate(() => seen.map(({ type }) => type))).toEqual([off ? 'answer' : 'failure']))
      await page.evaluate(() => new Promise(requestAnimationFrame))
    }
    expect(await page.getByText('Our five favourite dishes').isVisible()).toBe(true)
    expect(await page.locator('.ink-root:visible').count()).toBe(0)
    if (javaScriptEnabled) expect(await page.evaluate(() => shift)).toBeLessThanOrEqual(0.01)
  })

  test('an answer comes by itself when the network is back', async () => {
    expected = /net::/
    const page = await set.open('/fallback', {
      beforeLoad: (page) => page.route('**/trpc/**', (route) => route.abort('internetdisconnected')),
    })
    await waitFor(async () => expect(await page.evaluate(() => seen)).toMatchObject([{ type: 'failure', detail: { code: 'offline' } }]))
    await page.unroute('**/trpc/**')
    await page.context().setOffline(true)
    await page.context().setOffline(false)
    await page.getByText('Focaccia').waitFor()
    expect(await page.getByText('Our five favourite dishes').isVisible()).toBe(false)
  })

  test('an answer does not take away what somebody is about to use', async () => {
    const held = Promise.withResolvers<void>()
    set.pause = () => held.promise
    const page = await set.open('/fallback')
    await waitFor(() => expect(set.inkling.asked).toHaveLength(1))
    await page.locator('#own-link').focus()
    held.resolve()
    await waitFor(async () => expect(await page.evaluate(() => seen.length)).toBe(1))
    expect(await page.locator('#own-link:focus').isVisible()).toBe(true)
    await page.locator('#own-link').blur()
    await page.getByText('Focaccia').waitFor()
  })

  test('an accept can be refused, applied, and taken back, by a listener outside of every shadow root', async () => {
    const page = await set.open('/own-root')
    await page.evaluate((html) => {
      const root = (document.getElementById('app') as HTMLElement).attachShadow({ mode: 'open' })
      const item = document.createElement('inkling-suggestions')
      for (const [, name, value] of html.matchAll(/ ([a-z-]+)="([^"]*)"/g))
        item.setAttribute(name ?? '', (value ?? '').replaceAll('&quot;', '"'))
      root.append(item)
      const list: string[] = []
      Object.assign(globalThis, { list, refuse: true })
      addEventListener('inkling:accept', (event) => {
        const { item, index, respondWith } = (event as CustomEvent).detail
        if ((globalThis as unknown as { refuse: boolean }).refuse) return event.preventDefault()
        list.push(item.dish)
        respondWith(index === 0 ? () => list.pop() : Promise.resolve(false))
      })
    }, menuElement())
    await ready(page)
    const list = () => page.evaluate(() => (globalThis as unknown as { list: string[] }).list)
    await button(page, 'Add: Focaccia').click()
    expect([await list(), await button(page, 'Add: Focaccia').isVisible()]).toEqual([[], true])
    await page.evaluate(() => Object.assign(globalThis, { refuse: false }))
    await button(page, 'Add: Focaccia').click()
    await button(page, 'Undo: Focaccia').waitFor()
    expect(await list()).toEqual(['Focaccia'])
    await button(page, 'Undo: Focaccia').click()
    await button(page, 'Add: Focaccia').waitFor()
    expect(await list()).toEqual([])
    await button(page, 'Add: Fennel salad').click()
    await waitFor(async () => expect(await list()).toEqual(['Fennel salad']))
    expect(await button(page, 'Undo: Fennel salad').count()).toBe(0)
    const feedback = await page.evaluate(() =>
      seen.filter(({ type }) => type === 'feedback').map(({ detail }) => (detail as { type: string }).type),
    )
    expect(feedback.filter((type) => type === 'accept' || type === 'undo')).toEqual(['accept', 'undo'])
  })

  test('with the keyboard alone: what is behind the fold comes out, and stars are given', async () => {
    const page = await set.open('/fallback')
    await ready(page)
    await button(page, 'Show all 5').waitFor()
    const last = button(page, 'Hide: Olive oil cake')
    await button(page, 'Add: Focaccia').focus()
    for (let presses = 0; presses < 30 && !(await last.evaluate((node) => node.matches(':focus'))); presses++)
      await page.keyboard.press('Tab')
    expect(await last.evaluate((node) => node.matches(':focus'))).toBe(true)
    expect(await button(page, 'Show all 5').count()).toBe(0)
    const bottom = await page.locator('.ink-root').evaluate((node) => node.getBoundingClientRect().bottom)
    expect(await last.evaluate((node) => node.getBoundingClientRect().bottom)).toBeLessThan(bottom)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    for (const _ of [1, 2, 3]) await page.keyboard.press('ArrowRight')
    await waitFor(async () => {
      const feedback = (await page.evaluate(() => seen.filter(({ type }) => type === 'feedback').map(({ detail }) => detail))) as {
        type: string
      }[]
      expect(feedback.filter(({ type }) => type === 'rate')).toMatchObject([{ value: 4 }])
    })
  })

  test('no shortcut of the page fires while somebody types, and Korean is composed whole', async () => {
    const page = await set.open('/calm')
    await ready(page)
    await page.evaluate(() => {
      const keys: string[] = []
      Object.assign(globalThis, { keys })
      for (const target of [document, window]) target.addEventListener('keydown', (event) => keys.push((event as KeyboardEvent).key))
    })
    await button(page, 'Edit: The food').click()
    const area = page.getByRole('textbox')
    await area.fill('')
    await area.pressSequentially('abcdefghijklmnopqrstuvwxyz')
    const input = await page.context().newCDPSession(page)
    for (const text of ['ㅁ', '마', '맛', '맛이'])
      await input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    await input.send('Input.insertText', { text: '맛있다' })
    expect(await area.inputValue()).toBe('abcdefghijklmnopqrstuvwxyz맛있다')
    await button(page, 'Save').click()
    expect(await page.evaluate(() => seen.filter(({ type }) => type === 'edit').map(({ detail }) => detail))).toMatchObject([
      { index: 0, item: { heading: 'The food', body: 'abcdefghijklmnopqrstuvwxyz맛있다' } },
    ])
    expect(await page.evaluate(() => (globalThis as unknown as { keys: string[] }).keys)).toEqual([])
  })
})
